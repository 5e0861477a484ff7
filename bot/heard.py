"""All that is heard, as data: the edges turn their requests into `Heard`."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum
from typing import Literal

from bot.model import Kind, Place, Profile
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """A real mention inside typed text; the platform vouches for the account, not the name."""

    profile: Profile


@dataclass(frozen=True, slots=True)
class GroupMention:
    """A mention of a group of people; it may be one of the teams."""

    group: str
    """The platform's id of it."""
    name: str
    people: tuple[Profile, ...] = ()
    """Who is in it; nobody where the platform does not tell."""


Part = str | Mention | GroupMention


@dataclass(frozen=True, slots=True)
class Said:
    """A command as it was typed."""

    workspace_id: str
    place: Place
    speaker: Profile
    command: Kind
    parts: tuple[Part, ...]
    """The text after the command, in order, mentions taken out of it."""
    source_ref: str
    """The platform's id of this action; the same however often it is delivered."""
    openly: bool = False
    """The typed words already stand where others read them."""
    reply_to: Place | None = None
    """None: the answer travels back in the acknowledgement. Else it is owed there."""
    aside: Place | None = None
    """Where an answer that need not last is owed instead, if the platform knows such places."""
    opens_forms: bool = True
    """The edge shows a form itself. False: it is owed to `reply_to` like any other answer."""
    chosen: tuple[int, ...] = ()
    """Ids of teams, picked where several go by the words that were typed."""
    what: Literal["said"] = "said"


class ActionName(StrEnum):
    """What a button asks for; also its text id (`action-undo`)."""

    UNDO = "undo"
    REFRESH = "refresh"
    """Pressed by nobody: a client asks how a post reads for whoever looks at it."""
    GIVE_AGAIN = "give-again"
    RESEND = "resend"
    CHOOSE_TEAM = "choose-team"
    LINK = "link"
    TO_TEAM = "to-team"
    PRAISE = "praise"
    # What opens something: `fields` may hold whom and what it is about.
    GIVE = "give"
    GIVE_CACTUS = "give-cactus"
    HOME = "home"
    MORE = "more"
    """The next page of the home view; `subject` is its number."""
    MY_SETTINGS = "my-settings"
    SETTINGS = "settings"
    # The first steps of whoever installs.
    CHOOSE_CHANNEL = "choose-channel"
    INVITE = "invite"
    CACTI_OFF = "cacti-off"
    # Whether cacti may reach the speaker.
    TAKE_CACTI = "take-cacti"
    NO_CACTI = "no-cacti"
    # While a cactus is written and held.
    EDIT_DRAFT = "edit-draft"
    EDIT = "edit"
    SEND_ANYWAY = "send-anyway"
    SEND_NOW = "send-now"
    WITHDRAW = "withdraw"
    # In the life of a cactus.
    SHOW = "show"
    THANK = "thank"
    REPLY = "reply"
    PROMISE = "promise"
    HAND_OVER = "hand-over"
    ACCEPT = "accept"
    DECLINE = "decline"
    DISPUTE = "dispute"
    REPORT = "report"
    DONE = "done"
    BLOOM = "bloom"
    REOPEN = "reopen"
    RELEASE = "release"
    STOP = "stop"
    RESUME = "resume"
    CLOSE = "close"
    # About the weekly highlights.
    MOMENT = "moment"
    PICK = "pick"
    """The same for any glitter; `fields` may hold its post (`message`) in place of `subject`."""
    MOMENTS = "moments"
    """The glitter that could be it, a page at a time."""
    MORE_MOMENTS = "more-moments"
    SKIP_WEEK = "skip-week"
    KEEP_WEEK = "keep-week"
    POST_WEEK = "post-week"
    WEEKLY_OFF = "weekly-off"
    WEEKLY_ON = "weekly-on"
    # Of exports.
    AGREE_EXPORT = "agree-export"
    REFUSE_EXPORT = "refuse-export"
    FETCH_EXPORT = "fetch-export"
    LEAVE_EXPORT = "leave-export"
    # A filled-in form.
    SUBMIT = "submit"


class FormName(StrEnum):
    """Which form; also its text id (`form-cactus`)."""

    GLITTER = "glitter"
    MY_SETTINGS = "my-settings"
    SETTINGS = "settings"
    CACTUS = "cactus"
    EDIT = "edit"
    REPLY = "reply"
    PROMISE = "promise"
    HAND_OVER = "hand-over"
    DISPUTE = "dispute"
    REPORT = "report"
    REOPEN = "reopen"
    STOP = "stop"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Action:
    """A pressed button."""

    workspace_id: str
    place: Place
    speaker: Profile
    name: ActionName
    subject: str
    """Whatever the button carried: an award id, a draft id, a delivery id."""
    source_ref: str
    reply_to: Place | None = None
    form: FormName | None = None
    """SUBMIT only: which form was filled in."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """SUBMIT: what was filled in, by field name, as `Field.value` says. GIVE, GIVE_CACTUS: whom it
    is about (`who`, "" where no person wrote the message) and for which message (`link`), where
    the platform knows."""
    opens_forms: bool = True
    """The edge shows a form itself. False: it is owed to `reply_to` like any other answer."""


@dataclass(frozen=True, slots=True)
class Reacted:
    """An emoji was put on a message, or taken away again."""

    workspace_id: str
    place: Place
    speaker: Profile
    author: Profile | None
    """Who wrote the message; None: the bot itself."""
    message_ref: str
    """The platform's id of the message, as it tells it of what it sent."""
    emoji: str
    """Its name, without colons."""
    added: bool
    link: str = ""
    """Where the message can be read, if the platform tells."""


@dataclass(frozen=True, slots=True)
class PeopleSeen:
    """The platform told who is there: a roster, a changed profile, a leaver."""

    workspace_id: str
    profiles: tuple[Profile, ...]


@dataclass(frozen=True, slots=True)
class PlaceSeen:
    """The platform told how a place is reached."""

    workspace_id: str
    place: Place


@dataclass(frozen=True, slots=True)
class Installed:
    """The bot may act in a workspace (again). "" and None leave what is known as it is."""

    workspace_id: str
    name: str = ""
    installer: str | None = None
    address: str = ""
    """What the platform needs to reach a member for the first time; read by its adapter only."""
    highlights_channel: str | None = None
    """Where highlights go until somebody chooses."""
    hr: str | None = None
    """An account that has the HR role from the first day."""
    holder: str = ""
    """Whose credential opens it: its own id, or that of its organisation."""
    welcome: bool = True
    """Whoever installs is told what to do first."""


@dataclass(frozen=True, slots=True)
class Uninstalled:
    """The bot may no longer act in a workspace, or in all of an organisation."""

    workspace_id: str


@dataclass(frozen=True, slots=True)
class Served:
    """Of one platform the bot may act in these workspaces and in no other."""

    platform: str
    workspaces: frozenset[str]


Noted = Reacted | PeopleSeen | PlaceSeen | Installed | Uninstalled | Served
"""What nobody waits for an answer to."""

Heard = Said | Action | Noted
