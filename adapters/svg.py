"""Drawings become pixels, in this process and without a browser."""

from pathlib import Path

FONT = Path(__file__).parent / "fonts" / "inter-latin.ttf"
FAMILY = "Inter Medium"


def png(svg: str) -> bytes:
    """The PNG of a drawing, as large as it says. Blocks for some hundredths of a second."""
    import resvg_py

    made = resvg_py.svg_to_bytes(
        svg_string=svg, skip_system_fonts=True, font_files=[str(FONT)], font_family=FAMILY
    )
    return bytes(made)
