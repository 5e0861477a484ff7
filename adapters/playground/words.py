"""What a message in the browser is made of; the page's script turns it into elements."""

from collections.abc import Sequence
from typing import Literal, NotRequired, TypedDict


class MentionSpan(TypedDict):
    mention: str
    """The account."""
    name: str


Span = str | MentionSpan


class Line(TypedDict):
    """A heading, news over it, a name over what was said of them, a sentence, or small print."""

    piece: Literal["title", "news", "person", "sentence", "context", "draft"]
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


class LinkLine(TypedDict):
    """A way to a page of ours or of the house's own admins."""

    piece: Literal["link"]
    text: str
    address: str


class Part(TypedDict):
    """One passage of a cactus; the situation has no heading."""

    heading: str
    text: str


class Letter(TypedDict):
    """A cactus as its giver wrote it. `marked` are words in it that the page points out."""

    piece: Literal["letter"]
    by: list[Span]
    parts: list[Part]
    marked: str


class State(TypedDict):
    """Where a case stands: `state` is its name, `label` the words, `facts` the rest."""

    piece: Literal["state"]
    state: str
    label: str
    facts: list[list[Span]]


class Said(TypedDict):
    by: list[Span]
    account: str
    when: str
    text: str


class Talk(TypedDict):
    """What the two sides said to each other, in order."""

    piece: Literal["talk"]
    lines: list[Said]


class Entry(TypedDict):
    """One line of a list, `note` in small print below."""

    spans: list[Span]
    note: str


class Entries(TypedDict):
    piece: Literal["entries"]
    entries: list[Entry]


class Picture(TypedDict):
    """`text` says what it shows."""

    piece: Literal["picture"]
    address: str
    text: str


class FormOption(TypedDict):
    value: str
    label: str


class FormField(TypedDict):
    """`longest` is in characters (code points); values are those of `bot.messages.Field`."""

    name: str
    kind: str
    """A `bot.messages.FieldKind`."""
    label: str
    hint: str
    value: str
    required: bool
    longest: int
    options: list[FormOption]
    least: int
    most: int


class FormPiece(TypedDict):
    """Something to fill in. `at` names the field to mend, "" where the problem is the whole's."""

    piece: Literal["form"]
    form: str
    subject: str
    fields: list[FormField]
    problem: list[Span]
    at: str
    submit: str


Weight = Literal["main", "plain", "quiet"]


class ButtonFace(TypedDict):
    name: str
    subject: str
    label: str
    weight: Weight


class ButtonRow(TypedDict):
    piece: Literal["buttons"]
    buttons: list[ButtonFace]


Piece = (
    Line
    | QuoteLine
    | ExampleLine
    | LinkLine
    | Letter
    | State
    | Talk
    | Entries
    | Picture
    | FormPiece
    | ButtonRow
)
Tone = Literal["glitter", "cactus", "bloomed", "plain"]


class Words(TypedDict):
    """A rendered message. `lang` is the language that it speaks."""

    lang: str
    tone: Tone
    lasting: bool
    """It stays as it is, buttons and all, when a press on it is answered with something else."""
    pieces: Sequence[Piece]
