"""What typed text becomes before anything is decided about it."""

import re
import unicodedata

_BREAKS = re.compile("\r\n?|[\u2028\u2029\x85]")
_UNWANTED = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, except tab and line feed
    "\ud800-\udfff"  # lone surrogates
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls
    "\ufeff\ufff9-\ufffb\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF))
    + "]"
)
_BLANKS = re.compile("[ \t\u00a0]{2,}|[\t\u00a0]")
_GAPS = re.compile("\n{3,}")


def clean(text: str) -> str:
    """Return `text` in NFC without characters that hide, reorder or break; scripts and emoji stay.

    Linear in the length of `text`, and the same when applied twice.
    """
    if text.isascii() and text.isprintable():  # most are, and the rest below has nothing to do
        return _BLANKS.sub(" ", text) if "  " in text else text
    text = _BREAKS.sub("\n", text)
    text = unicodedata.normalize("NFC", _UNWANTED.sub("", text))
    return _GAPS.sub("\n\n", _BLANKS.sub(" ", text))


def visible_length(text: str) -> int:
    """How many characters of `text` can be seen."""
    if text.isascii() and text.isprintable():
        return len(text) - text.count(" ")
    return sum(
        unicodedata.category(letter) not in {"Cf", "Zs", "Zl", "Zp", "Cc"} for letter in text
    )
