"""SECRET_KEY at work: it seals what may not lie open in the database or in a browser."""

import base64
import os
import secrets
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from bot.errors import OperatorError

SHORTEST = 32
"""Characters of a key."""


class BrokenSeal(Exception):
    """None of our keys made this seal for this purpose, or somebody has touched it."""


class Seal:
    """Seals texts for one purpose: what is sealed for one is nothing to another.

    Only holders of a key can read a sealed text, or make one: it serves as a signature, too.
    """

    def __init__(self, keys: Sequence[str], purpose: str) -> None:
        # Imported where something is sealed: it is large, and many never seal anything.
        from cryptography.fernet import Fernet, MultiFernet

        fernets = [Fernet(_derived(key, purpose)) for key in keys]
        self._newest, self._fernet = fernets[0], MultiFernet(fernets)

    def close(self, text: str) -> str:
        """`text`, sealed with the newest key; letters, digits, `-`, `_` and `=`."""
        return self._fernet.encrypt(text.encode()).decode()

    def open(self, sealed: str) -> str:
        """What is inside. Raises BrokenSeal."""
        from cryptography.fernet import InvalidToken

        try:
            return self._fernet.decrypt(sealed.encode()).decode()
        except (InvalidToken, UnicodeError):
            raise BrokenSeal from None

    def renew(self, sealed: str) -> str:
        """The same, sealed with the newest key, so that older ones can go. Raises BrokenSeal."""
        from cryptography.fernet import InvalidToken

        try:
            self._newest.decrypt(sealed.encode())
        except InvalidToken:
            return self.close(self.open(sealed))
        return sealed


class Seals:
    """Seals of one program. `keys`, newest first, are asked for when the first seal is needed."""

    def __init__(self, keys: Callable[[], Sequence[str]]) -> None:
        self._keys = keys
        self._made: dict[str, Seal] = {}

    def of(self, purpose: str) -> Seal:
        """The seal for `purpose`, such as `slack-token`. Raises OperatorError without a key."""
        if purpose not in self._made:
            self._made[purpose] = Seal(self._keys(), purpose)
        return self._made[purpose]


def key_in(path: Path) -> str:
    """The key in a file that only its owner can read; made where there is none yet.

    However many processes ask at once, all get the same. Raises OperatorError.
    """
    try:
        if not path.exists():
            _make(path)
        key = path.read_text("ascii").strip()
    except (OSError, UnicodeError) as error:
        reason = getattr(error, "strerror", None) or "it is no text"
        raise OperatorError(f"The key file {path} cannot be used: {reason}.") from None
    if len(key) < SHORTEST:
        raise OperatorError(f"The key file {path} is damaged; restore it from where you keep it.")
    return key


def _make(path: Path) -> None:
    """Written whole beside it first: whoever sees the file sees a key in it."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(secrets.token_urlsafe(48) + "\n")
            out.flush()
            os.fsync(out.fileno())
        with suppress(FileExistsError):  # somebody else was first; theirs counts
            os.link(draft, path)
    finally:
        draft.unlink(missing_ok=True)


def _derived(key: str, purpose: str) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    bits = HKDF(SHA256(), 32, salt=None, info=f"glitterkaktus {purpose}".encode())
    return base64.urlsafe_b64encode(bits.derive(key.encode()))
