"""Erasures are noted outside the database, so that a restored backup can repeat them.

The file holds fingerprints, which name nobody.
"""

from pathlib import Path

from bot.errors import OperatorError

LOG = Path("erasures.txt")
"""In the folder where the bot, or its command, was started."""


def note(log: Path, fingerprint: str) -> None:
    """Before the erasure, so that none can be lost. Raises OperatorError."""
    try:
        with log.open("a", encoding="utf-8") as out:
            out.write(f"{fingerprint}\n")
    except OSError as error:
        raise OperatorError(f"{log} cannot be written: {error.strerror}.") from None


def noted(log: Path) -> set[str]:
    """The fingerprints of everybody who was erased. Raises OperatorError."""
    try:
        return set(log.read_text("utf-8").split())
    except OSError as error:
        raise OperatorError(f"{log} cannot be read: {error.strerror}.") from None
