"""A web address that somebody gives, to be shown to others as a link."""

import re
from typing import Annotated

from pydantic import AnyUrl, TypeAdapter, UrlConstraints, ValidationError

LONGEST = 500
"""In characters."""
_ADDRESS = TypeAdapter(
    Annotated[AnyUrl, UrlConstraints(allowed_schemes=["https"], max_length=LONGEST)]
)
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?:{_LABEL}\.){{1,10}}(?=[a-z]){_LABEL}")
"""A name in the DNS with a dot in it; never a bare number."""


def web_address(typed: str) -> str | None:
    """The address as browsers read it, in ASCII; None unless it is https, leads to a host with a
    full name, carries no name or password, and is no longer than `LONGEST`."""
    try:
        url = _ADDRESS.validate_python(typed.strip())
    except ValidationError:
        return None
    if url.username or url.password or not _HOST.fullmatch(url.host or ""):
        return None
    read = str(url)
    return read if len(read) <= LONGEST else None
