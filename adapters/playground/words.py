"""What a message in the browser is made of; the page's script turns it into elements."""

from collections.abc import Sequence
from typing import Literal, NotRequired, TypedDict


class MentionSpan(TypedDict):
    mention: str
    """The account."""
    name: str


Span = str | MentionSpan


class Line(TypedDict):
    """A heading, a person's name over what was said of them, a sentence, or small print."""

    piece: Literal["title", "person", "sentence", "context", "draft"]
    spans: list[Span]


class QuoteLine(TypedDict):
    """Somebody's words, as they wrote them."""

    piece: Literal["quote"]
    text: str
    by: NotRequired[list[Span]]
    note: NotRequired[str]


class ExampleLine(TypedDict):
    """A command to try."""

    piece: Literal["example"]
    text: str


class ButtonFace(TypedDict):
    name: str
    subject: str
    label: str


class ButtonRow(TypedDict):
    piece: Literal["buttons"]
    buttons: list[ButtonFace]


Piece = Line | QuoteLine | ExampleLine | ButtonRow


class Words(TypedDict):
    """A rendered message. `lang` is the language that it speaks."""

    lang: str
    tone: Literal["glitter", "cactus", "plain"]
    pieces: Sequence[Piece]
