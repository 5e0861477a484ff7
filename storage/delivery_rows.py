"""A delivery as it is stored, and as the heart knows it."""

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Annotated, Any

from pydantic import Discriminator, TypeAdapter, ValidationError
from sqlalchemy import and_, func, select

from bot.messages import Delivery, Message
from bot.model import Place, Reader, Verb
from storage.tables import DELIVERY, INSTALLATION, PLACE, WORKSPACE

MESSAGE: TypeAdapter[Message] = TypeAdapter(Annotated[Message, Discriminator("what")])

TARGET = DELIVERY.alias("target")
READ = (
    select(
        DELIVERY,
        PLACE.c.name.label("place_name"),
        PLACE.c.address.label("place_address"),
        INSTALLATION.c.address.label("workspace_address"),
        func.coalesce(TARGET.c.ref, DELIVERY.c.below).label("target_ref"),
    )
    .join(WORKSPACE, WORKSPACE.c.id == DELIVERY.c.workspace_id)
    .outerjoin(INSTALLATION, INSTALLATION.c.workspace_id == DELIVERY.c.workspace_id)
    .outerjoin(
        PLACE,
        and_(PLACE.c.workspace_id == DELIVERY.c.workspace_id, PLACE.c.key == DELIVERY.c.place),
    )
    .outerjoin(TARGET, TARGET.c.id == DELIVERY.c.target_id)
)
"""All that `read_delivery` needs; `TARGET` is the delivery that this one changes or answers."""
_NAMES = READ.exported_columns.keys()


def by_name(row: Sequence[Any]) -> Any:
    """A row of `READ` that came without its names."""
    return SimpleNamespace(**dict(zip(_NAMES, row, strict=True)))


def read_delivery(row: Any) -> Delivery | None:
    """Of a row of `READ`. None where this program cannot read the message."""
    try:
        message = None if row.message is None else MESSAGE.validate_json(row.message)
    except ValidationError:
        return None
    return Delivery(
        row.id,
        row.workspace_id,
        Place.parse(row.place, row.place_name or "", row.place_address or ""),
        Verb(row.verb),
        message,
        Reader(row.language, row.zone),
        row.workspace_address or "",
        row.target_ref or "",
        is_reply=bool(row.target_id or row.below) and row.verb == Verb.POST.value,
    )
