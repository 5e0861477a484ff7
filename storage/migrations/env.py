"""What Alembic runs: the revisions, on the connection and in the transaction it was handed."""

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import SQLModel

from storage import instance, tables
from storage.types import JSONText, UTCDateTime

_ = instance, tables  # importing them fills the metadata


def _render(kind: str, thing: Any, _context: AutogenContext) -> str | Literal[False]:
    if kind == "type" and isinstance(thing, UTCDateTime | JSONText):
        return f"{type(thing).__name__}()"
    return False


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=SQLModel.metadata,
    render_as_batch=connection.dialect.name == "sqlite",
    render_item=_render,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
