"""Value classes: what is heard, owed and recorded is handed on, and never changed."""

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool = False, **options: Any) -> Any:
        """`dataclasses.dataclass`, but what is `frozen` is so for mypy alone.

        Python asks at each field of each new object; for the forty of an award that is 5 % of
        all that the bot does (2026-11-29). Equality and hash are by content, as ever.
        """
        return dataclasses.dataclass(unsafe_hash=frozen, **options)


__all__ = ["dataclass"]
