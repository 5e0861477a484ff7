"""What the page sends, checked."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from adapters.playground.clock import Jump
from bot.cleaning import clean
from bot.heard import ActionName, FormName

MOST_FIELDS = 40


def _cleaned(text: object) -> object:
    return clean(text).strip() if isinstance(text, str) else text


Ref = Annotated[str, Field(pattern=r"^[\w.:-]{1,100}$")]
"""Made by the page; sent again, it is the same action."""
PlaceKey = Annotated[str, Field(max_length=200)]
Subject = Annotated[str, Field(max_length=500)]
PostId = Annotated[str, Field(max_length=200)]
FieldName = Annotated[str, Field(max_length=40)]
Filled = Annotated[str, Field(max_length=8000), BeforeValidator(_cleaned)]


class _Sent(BaseModel):
    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    speaker: str = Field(alias="as", max_length=100)


class Saying(_Sent):
    """A line from the composer."""

    place: PlaceKey
    text: Annotated[str, Field(min_length=1, max_length=8000), BeforeValidator(_cleaned)]
    ref: Ref


class Press(_Sent):
    """A pressed button. `message` is the post on which it stood."""

    place: PlaceKey
    name: ActionName
    subject: Subject
    ref: Ref
    message: PostId = ""


class Submit(_Sent):
    """A filled-in form. `message` is the post whose button opened it; "" for a typed command."""

    place: PlaceKey
    form: FormName
    subject: Subject
    fields: dict[FieldName, Filled] = Field(max_length=MOST_FIELDS)
    ref: Ref
    message: PostId = ""


class Move(_Sent):
    """A press on the clock."""

    to: Jump
