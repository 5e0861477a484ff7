"""Faults go to the log with an id, without the words of anybody."""

import logging
import secrets
import traceback

log = logging.getLogger(__name__)


def report(error: BaseException) -> str:
    """Log a fault and return its id.

    Messages of exceptions may quote what people wrote, so only their kind and their place in
    the code are logged.
    """
    reference = secrets.token_hex(4)
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    where = [f"{frame.filename.rpartition('/')[2]}:{frame.lineno}" for frame in frames]
    log.error(
        "fault",
        extra={"reference": reference, "kind": type(error).__name__, "where": " < ".join(where)},
    )
    return reference
