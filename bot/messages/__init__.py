"""All that the bot can say, as data; the edges render `Message`, nothing here knows a platform.

To add something to say, add a class to the file of its subject and to `Message`: the type checker
then names every renderer.
"""

from bot.messages.cactus import CactusDraft, CactusHeld, CactusText, GentleCheck
from bot.messages.cases import CaseCard, CaseEntry, CaseFigures, CaseList, CaseNews, Line
from bot.messages.forms import MOST_OPTIONS, YES, Field, FieldKind, Form, Option, SettingsSaved
from bot.messages.glitter import (
    AwardPosted,
    GlitterDraft,
    GlitterReceived,
    GlitterRecorded,
    GlitterToShow,
    MyGlitter,
    SameAgain,
)
from bot.messages.highlights import (
    NO_SPECIALS,
    HighlightEntry,
    HighlightsPreview,
    MomentChoice,
    NamedGroup,
    Specials,
    Story,
    WeeklyHighlights,
)
from bot.messages.home import Home
from bot.messages.notices import Help, Notice, Welcome
from bot.messages.parts import Button, Person, Quote, TeamNamed
from bot.messages.records import ExportReady, SignInLink
from bot.messages.teams import TeamEntry, TeamList
from bot.messages.weekly import TeamWeek, WorkspaceWeek
from bot.model import Place, Reader, Verb
from bot.values import dataclass

__all__ = [
    "MOST_OPTIONS",
    "NO_SPECIALS",
    "YES",
    "Answer",
    "AwardPosted",
    "Button",
    "CactusDraft",
    "CactusHeld",
    "CactusText",
    "CaseCard",
    "CaseEntry",
    "CaseFigures",
    "CaseList",
    "CaseNews",
    "Delivery",
    "ExportReady",
    "Field",
    "FieldKind",
    "Form",
    "GentleCheck",
    "GlitterDraft",
    "GlitterReceived",
    "GlitterRecorded",
    "GlitterToShow",
    "Help",
    "HighlightEntry",
    "HighlightsPreview",
    "Home",
    "Line",
    "Message",
    "MomentChoice",
    "MyGlitter",
    "NamedGroup",
    "Notice",
    "Option",
    "Person",
    "Quote",
    "SameAgain",
    "SettingsSaved",
    "SignInLink",
    "Specials",
    "Story",
    "TeamEntry",
    "TeamList",
    "TeamNamed",
    "TeamWeek",
    "WeeklyHighlights",
    "Welcome",
    "WorkspaceWeek",
]


Message = (
    AwardPosted
    | GlitterReceived
    | GlitterToShow
    | GlitterRecorded
    | SameAgain
    | MyGlitter
    | Help
    | GentleCheck
    | CactusHeld
    | CaseCard
    | CaseNews
    | CaseList
    | TeamList
    | CaseFigures
    | Form
    | SignInLink
    | SettingsSaved
    | Welcome
    | Home
    | ExportReady
    | WeeklyHighlights
    | HighlightsPreview
    | MomentChoice
    | TeamWeek
    | WorkspaceWeek
    | Notice
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """One message owed to one place. Rendered when it is sent, for `reader`."""

    id: int
    workspace_id: str
    place: Place
    verb: Verb
    message: Message | None
    """None where the verb is DELETE, and for a home page until it is sent."""
    reader: Reader
    workspace_address: str = ""
    """`Installed.address`, for a place that has no address of its own yet."""
    target_ref: str = ""
    """EDIT and DELETE: the platform's id of the message meant; a reply: of the one it answers."""
    is_reply: bool = False
    """POST only: it stands below another message, where the platform can do that."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the speaker gets back, and how they read."""

    message: Message
    reader: Reader
    owed: bool = False
    """It is on its way to `reply_to`; the edge shows nothing itself."""
