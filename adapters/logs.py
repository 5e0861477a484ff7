"""Logs for the operator: ids and kinds, never what people wrote, their names, or tokens."""

import logging
import sys
from typing import Literal

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

# Whatever is not named here is dropped, so that a new log line cannot leak by accident.
ALLOWED = frozenset(
    {
        "event",
        "level",
        "timestamp",
        "logger",
        "reference",
        "kind",
        "where",
        "workspace",
        "delivery",
        "award",
        "activity",
        "outcome",
        "code",
        "status",
        "method",
        "attempts",
        "seconds",
        "count",
        "jobs",
        "host",
        "port",
        "url",
        "part",
    }
)
OURS = ("bot", "adapters", "storage", "app", "__main__")


def configure(form: Literal["console", "json"], level: str) -> None:
    """Send every log line of the process through the allow-list to standard error."""
    shared: list[Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    renderer: Processor = structlog.processors.JSONRenderer(ensure_ascii=False)
    if form == "console":
        renderer = structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty())
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=[*shared, structlog.stdlib.ExtraAdder(allow=ALLOWED), _library],
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            _allowed_only,
            renderer,
        ],
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(formatter)
    logging.root.handlers[:] = [handler]
    logging.root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(level.upper())


def _library(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Libraries quote requests and tokens in their messages: keep where, not what."""
    record: logging.LogRecord = event["_record"]
    if record.name.partition(".")[0] in OURS:
        return event
    event["event"] = "a library complains"
    event["where"] = f"{record.filename}:{record.lineno}"
    event.pop("exc_info", None)
    return event


def _allowed_only(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    return {name: value for name, value in event.items() if name in ALLOWED}
