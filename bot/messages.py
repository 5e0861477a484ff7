"""All that the bot can say, as data; the edges render `Message`, nothing here knows a platform.

To add something to say, add a class to `Message`: the type checker then names every renderer.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from bot.heard import ActionName, FormName
from bot.model import Kind, Place, Reader, Source, State, Verb


@dataclass(frozen=True, slots=True)
class Person:
    """Someone as a message names them; without an account they cannot be mentioned."""

    name: str
    account: str | None = None


@dataclass(frozen=True, slots=True)
class Button:
    name: ActionName
    subject: str
    label: str = ""
    """What it reads where that is no sentence of ours, such as the name of a team."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One sentence: the text `code`, with whichever facts it needs.

    `draft` gives typed words back, so that a refusal loses nothing.
    """

    code: str
    people: tuple[Person, ...] = ()
    count: int = 0
    moment: datetime | None = None
    detail: str = ""
    other: int = 0
    """A second number."""
    draft: str = ""
    buttons: tuple[Button, ...] = ()
    what: Literal["notice"] = "notice"


@dataclass(frozen=True, slots=True)
class TeamNamed:
    """A team among the receivers, and its people; nobody is listed where they are many."""

    name: str
    people: tuple[Person, ...]
    count: int


@dataclass(frozen=True, slots=True)
class AwardPosted:
    """Glitter, told where everybody reads it."""

    award_id: int
    """The first award of this gift; one gift may have several receivers. `link` leads to the
    message that it is for."""
    giver: Person
    receivers: tuple[Person, ...]
    reason: str
    tags: tuple[str, ...] = ()
    source: Source = Source.COLLEAGUE
    link: str = ""
    teams: tuple[TeamNamed, ...] = ()
    """Who is behind the teams among `receivers`."""
    below: bool = False
    """It stands below the message that it is for, and says no more than who gave whom."""
    undoable: bool = False
    """For the eyes of its giver alone, while it can be taken back."""
    what: Literal["award_posted"] = "award_posted"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return (Button(ActionName.UNDO, str(self.award_id)),) if self.undoable else ()


@dataclass(frozen=True, slots=True)
class GlitterReceived:
    """Glitter, told to its receiver alone, where no channel could carry it."""

    award_id: int
    giver: Person
    reason: str
    tags: tuple[str, ...] = ()
    source: Source = Source.COLLEAGUE
    link: str = ""
    team: str = ""
    """Through which team it came; "" where it came to the receiver alone."""
    what: Literal["glitter_received"] = "glitter_received"

    @property
    def sentence(self) -> str:
        """The id of the text that says it."""
        if self.source is Source.CUSTOMER:
            return "award-received-team-customer" if self.team else "award-received-customer"
        return "award-received-team" if self.team else "award-received"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class GlitterToShow:
    """To a team's lead: glitter for somebody without an account, laid out to be shown on a screen
    or printed. `on` is the day by the lead's calendar."""

    award_id: int
    receiver: Person
    team: str
    giver: Person
    reason: str
    on: date
    tags: tuple[str, ...] = ()
    source: Source = Source.COLLEAGUE
    what: Literal["glitter_to_show"] = "glitter_to_show"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class GlitterRecorded:
    """To the giver: it is on disk. `posted_in` is None where it goes to each receiver directly."""

    award_id: int
    receivers: tuple[Person, ...]
    reason: str
    posted_in: Place | None
    undo_minutes: int
    tags: tuple[str, ...] = ()
    source: Source = Source.COLLEAGUE
    link: str = ""
    shown_to: tuple[Person, ...] = ()
    """Receivers without an account to whom the lead of their team shows it."""
    untold: tuple[Person, ...] = ()
    """Receivers without an account whose team has nobody to show it to them."""
    what: Literal["glitter_recorded"] = "glitter_recorded"

    @property
    def goes_straight(self) -> bool:
        """Somebody gets it in their own chat."""
        return len(self.receivers) > len(self.shown_to) + len(self.untold)

    @property
    def buttons(self) -> tuple[Button, ...]:
        return (Button(ActionName.UNDO, str(self.award_id)),)


@dataclass(frozen=True, slots=True)
class SameAgain:
    """To the giver: these words went to this person a moment ago, and were not recorded again."""

    draft_id: int
    receivers: tuple[Person, ...]
    reason: str
    given_at: datetime
    what: Literal["same_again"] = "same_again"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return (Button(ActionName.GIVE_AGAIN, str(self.draft_id)),)


@dataclass(frozen=True, slots=True)
class Quote:
    """Someone's words."""

    person: Person
    reason: str
    source: Source = Source.COLLEAGUE
    link: str = ""
    team: str = ""
    """The team that they were for, where that is not the reader alone."""


@dataclass(frozen=True, slots=True)
class MyGlitter:
    """What the reader received and gave; `latest` are the newest words received."""

    received_this_week: int
    received_ever: int
    given_this_week: int
    given_ever: int
    latest: tuple[Quote, ...] = ()
    what: Literal["my_glitter"] = "my_glitter"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Help:
    topic: Kind
    what: Literal["help"] = "help"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class CactusText:
    """A cactus exactly as its receiver reads it."""

    giver: Person
    receiver: Person
    situation: str
    effect: str = ""
    wish: str = ""


@dataclass(frozen=True, slots=True)
class CactusDraft:
    """A cactus that is being written; `receiver` is an account, "" while nobody is chosen."""

    place: Place
    source_ref: str
    receiver: str = ""
    situation: str = ""
    effect: str = ""
    wish: str = ""
    team_id: int | None = None
    """A team in place of a receiver."""
    what: Literal["cactus_draft"] = "cactus_draft"


@dataclass(frozen=True, slots=True)
class GlitterDraft:
    """Glitter that is being written in a form; `receivers` are accounts, and `by_name` is the
    member id of a colleague without one."""

    place: Place
    source_ref: str
    receivers: tuple[str, ...] = ()
    reason: str = ""
    tags: tuple[str, ...] = ()
    source: Source = Source.COLLEAGUE
    link: str = ""
    by_name: int | None = None
    team: int | None = None
    """The id of a team that receives it, too."""
    what: Literal["glitter_draft"] = "glitter_draft"


@dataclass(frozen=True, slots=True)
class GentleCheck:
    """To the giver: these words may hurt the point. Nothing is recorded yet."""

    draft_id: int
    text: CactusText
    phrase: str
    why: Literal["general", "person"]
    what: Literal["gentle_check"] = "gentle_check"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return (
            Button(ActionName.EDIT_DRAFT, str(self.draft_id)),
            Button(ActionName.SEND_ANYWAY, str(self.draft_id)),
        )


@dataclass(frozen=True, slots=True)
class CactusHeld:
    """To the giver, before it goes out: exactly what the receiver will read, and when.

    `phrase`: words that may hurt the point, found after a change; "" for none.
    """

    award_id: int
    text: CactusText
    goes_out_at: datetime
    phrase: str = ""
    why: Literal["general", "person"] = "general"
    team: TeamNamed | None = None
    """To a team: whom it reaches there."""
    waits: bool = False
    """For the working day of whoever gets it, so that nothing sends it earlier."""
    what: Literal["cactus_held"] = "cactus_held"

    @property
    def sentence(self) -> str:
        """The text that says when it goes out, with $when."""
        return "cactus-held-hours" if self.waits else "cactus-held-when"

    @property
    def buttons(self) -> tuple[Button, ...]:
        sooner = () if self.waits else (ActionName.SEND_NOW,)
        names = (ActionName.EDIT, ActionName.WITHDRAW, *sooner)
        return tuple(Button(name, str(self.award_id)) for name in names)


@dataclass(frozen=True, slots=True)
class Line:
    """Something said in a case, by whom and when."""

    person: Person
    words: str
    at: datetime


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A cactus as one of its people may see it, with what they can do now.

    `side` is the owner's side where they dispute it, shown wherever the cactus is shown.
    """

    award_id: int
    text: CactusText
    owner: Person
    state: State
    buttons: tuple[Button, ...] = ()
    side: str = ""
    due_at: datetime | None = None
    promised_on: date | None = None
    lines: tuple[Line, ...] = ()
    news: str = ""
    """Text id of a sentence on top, such as `case-received`; "" for none."""
    what: Literal["case_card"] = "case_card"


@dataclass(frozen=True, slots=True)
class CaseNews:
    """What somebody else did with a case: the text `news` (`news-thank`), perhaps their words.

    `deadline` is a promised day or a moment that matters.
    """

    award_id: int
    news: str
    person: Person
    words: str = ""
    promised_on: date | None = None
    due_at: datetime | None = None
    buttons: tuple[Button, ...] = ()
    what: Literal["case_news"] = "case_news"


@dataclass(frozen=True, slots=True)
class CaseEntry:
    """One case in a list: never its words."""

    award_id: int
    other: Person
    """The other side: the giver for its owner, the owner for its giver."""
    state: State
    mine: bool
    """The reader owns it."""
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TeamEntry:
    """A team in a list; `people` are told where one team is shown and they are few."""

    name: str
    aliases: tuple[str, ...]
    lead: Person | None
    count: int
    people: tuple[Person, ...]
    cacti_to_all: bool


@dataclass(frozen=True, slots=True)
class TeamList:
    """Teams and how they stand. `more`: how many do not fit; `news`: a text on top, or ""."""

    entries: tuple[TeamEntry, ...]
    more: int = 0
    news: str = ""
    what: Literal["team_list"] = "team_list"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class CaseList:
    """To a member: their open cases, by due time."""

    entries: tuple[CaseEntry, ...]
    what: Literal["case_list"] = "case_list"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return tuple(Button(ActionName.SHOW, str(one.award_id)) for one in self.entries[:5])


@dataclass(frozen=True, slots=True)
class CaseFigures:
    """How a workspace deals with its cacti. None: too few cases to tell without faces.

    Times are medians in working hours, from delivery.
    """

    came: int
    answered_in_time: int | None
    bloomed: int | None
    hours_to_answer: float | None
    hours_to_end: float | None
    team: str = ""
    """The team that they are about; "" for the workspace."""
    teams: tuple["CaseFigures", ...] = ()
    what: Literal["case_figures"] = "case_figures"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class SignInLink:
    """The way to the pages, for one person: whoever holds the address may sign in as them.

    Until it is sent, `address` ends where its token begins.
    """

    account: str
    address: str
    minutes: int
    what: Literal["sign_in_link"] = "sign_in_link"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


class FieldKind(StrEnum):
    LINE = "line"
    LINES = "lines"
    DATE = "date"
    PERSON = "person"
    PEOPLE = "people"
    CHOICE = "choice"
    CHANNEL = "channel"
    """A platform that can let people choose among all its channels does; else `options`."""
    NUMBER = "number"
    CHECK = "check"


MOST_OPTIONS = 100
"""What every platform lists."""
YES = "yes"
"""The value of a CHECK that is set."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something to choose; `label` is in the reader's language."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form; its label is the text `field-<name>`, its hint `field-<name>-hint`.

    `value`: text; a date as 2026-11-27; an account for a person, several with commas between; an
    option's value; a channel's id; digits; YES or "". `longest` is in characters, `least` and
    `most` bound a number.
    """

    name: str
    kind: FieldKind
    value: str = ""
    required: bool = True
    longest: int = 1000
    options: tuple[Option, ...] = ()
    least: int = 0
    most: int = 0
    people: tuple[Person, ...] = ()
    """Whom `value` names, in its order."""


@dataclass(frozen=True, slots=True)
class Form:
    """Something to fill in. Submitting it is an `Action` with SUBMIT, `subject` and the fields.

    `problem` says what to mend; `at` names its field, "" where it concerns the whole form.
    """

    name: FormName
    subject: str
    fields: tuple[Field, ...]
    problem: Notice | None = None
    at: str = ""
    what: Literal["form"] = "form"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Welcome:
    """To whoever installed the bot: what to do first. `privacy_at` is the address of the page on
    data protection, "" where the bot has no pages."""

    privacy_at: str = ""
    what: Literal["welcome"] = "welcome"

    @property
    def buttons(self) -> tuple[Button, ...]:
        names = (ActionName.CHOOSE_CHANNEL, ActionName.INVITE, ActionName.CACTI_OFF)
        return tuple(Button(name, "1") for name in names)


@dataclass(frozen=True, slots=True)
class SettingsSaved:
    """To whoever changed settings: what holds now, of what they changed; nothing: all as it was."""

    changed: tuple[Field, ...]
    what: Literal["settings_saved"] = "settings_saved"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


@dataclass(frozen=True, slots=True)
class Home:
    """Everything that concerns one member, on one page; never the words of a cactus.

    `received` and `given` are the newest first (of `given`, the person is the receiver).
    """

    mine: MyGlitter
    received: tuple[Quote, ...]
    given: tuple[Quote, ...]
    cases: tuple[CaseEntry, ...]
    week: tuple[Person, ...]
    """Who got glitter this week, as the highlights may name them."""
    settings: tuple[Field, ...]
    """What the reader has decided for themselves."""
    buttons: tuple[Button, ...] = ()
    page: int = 1
    what: Literal["home"] = "home"


@dataclass(frozen=True, slots=True)
class HighlightEntry:
    """One receiver and the words for them, `more` of which did not fit; `team` may be ""."""

    person: Person
    quotes: tuple[Quote, ...]
    more: int = 0
    team: str = ""


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """Receivers of one team, in the order of their names; "" for those without a team."""

    team: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """One gift, told with everybody in it; `award_id` is the first award of the gift."""

    award_id: int
    giver: Person
    receivers: tuple[Person, ...]
    reason: str
    source: Source = Source.COLLEAGUE


@dataclass(frozen=True, slots=True)
class Specials:
    """What a week has besides its names: told once, on one page."""

    moment: Story | None = None
    customers: tuple[Story, ...] = ()
    firsts: tuple[Person, ...] = ()
    """Who got the first glitter ever."""
    values: tuple[str, ...] = ()
    bloomed: int = 0
    """Cacti that bloomed; 0 also where telling would tell of too few."""
    tip: str = ""
    """Text id: `tip-01`."""


NO_SPECIALS = Specials()


@dataclass(frozen=True, slots=True)
class WeeklyHighlights:
    """One page of the week; the pages after the first are replies to it.

    A short week is one page with `entries`. In a long one the first page has everybody's name
    in `named`, and the stories follow. `first_day` and `last_day` are local dates, both included;
    `late` says that the week was missed and is posted after its time. `chart`, on the first page,
    counts the glitter of twelve weeks, oldest first and this week last; empty where there is no
    picture.
    """

    week: str
    first_day: date
    last_day: date
    page: int
    pages: int
    entries: tuple[HighlightEntry, ...]
    givers: int
    receivers: int
    late: bool = False
    chart: tuple[int, ...] = ()
    named: tuple[NamedGroup, ...] = ()
    unnamed: int = 0
    """How many names did not fit into `named`; they stand with their stories."""
    specials: Specials = NO_SPECIALS
    what: Literal["weekly_highlights"] = "weekly_highlights"

    @property
    def quiet(self) -> bool:
        """Nobody can be named this week."""
        return self.receivers == 0

    @property
    def buttons(self) -> tuple[Button, ...]:
        return (Button(ActionName.GIVE, "1"),) if self.page == 1 else ()


@dataclass(frozen=True, slots=True)
class HighlightsPreview:
    """To the admins, the day before: what the week will tell, and what they can still decide.

    Each of `candidates` can be made the moment of the week: the buttons of one name are told
    apart by the number that they carry.
    """

    week: str
    number: int
    """The week as buttons carry it: 202648."""
    due_at: datetime
    givers: int
    receivers: int
    named: tuple[NamedGroup, ...] = ()
    unnamed: int = 0
    moment: Story | None = None
    candidates: tuple[Story, ...] = ()
    skipped: bool = False
    what: Literal["highlights_preview"] = "highlights_preview"

    @property
    def buttons(self) -> tuple[Button, ...]:
        picks = [Button(ActionName.MOMENT, str(one.award_id)) for one in self.candidates]
        skip = ActionName.KEEP_WEEK if self.skipped else ActionName.SKIP_WEEK
        week = str(self.number)
        whole = (skip, ActionName.POST_WEEK, ActionName.WEEKLY_OFF)
        return (*picks, *(Button(name, week) for name in whole))


@dataclass(frozen=True, slots=True)
class MomentChoice:
    """To an admin or a lead: one page of the glitter that they can make the moment of the week.

    The newest comes first. `picked` is what somebody has chosen so far.
    """

    until: datetime
    candidates: tuple[Story, ...]
    picked: Story | None = None
    page: int = 1
    pages: int = 1
    what: Literal["moment_choice"] = "moment_choice"

    @property
    def buttons(self) -> tuple[Button, ...]:
        picks = tuple(Button(ActionName.PICK, str(one.award_id)) for one in self.candidates)
        if self.page == self.pages:
            return picks
        return (*picks, Button(ActionName.MORE_MOMENTS, str(self.page + 1)))


@dataclass(frozen=True, slots=True)
class TeamWeek:
    """To a team's lead: one page of the week of their people, for their eyes.

    On the first page: `unseen`, who has not been named for six weeks; the lead's open cacti; and
    how fast the team answers, in working hours, where enough is known to tell it.
    """

    team: str
    number: int
    first_day: date
    last_day: date
    page: int
    pages: int
    entries: tuple[HighlightEntry, ...]
    unseen: tuple[Person, ...] = ()
    cases: tuple[CaseEntry, ...] = ()
    hours_to_answer: float | None = None
    what: Literal["team_week"] = "team_week"

    @property
    def buttons(self) -> tuple[Button, ...]:
        shown = (Button(ActionName.SHOW, str(one.award_id)) for one in self.cases[:5])
        off = (Button(ActionName.WEEKLY_OFF, str(self.number)),)
        return (*shown, *off) if self.page == 1 else ()


@dataclass(frozen=True, slots=True)
class WorkspaceWeek:
    """To HR: the week in totals, without a name. `figures` None: too few cases to tell."""

    number: int
    first_day: date
    last_day: date
    glitter: int
    givers: int
    receivers: int
    from_customers: int
    figures: CaseFigures | None = None
    what: Literal["workspace_week"] = "workspace_week"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return (Button(ActionName.WEEKLY_OFF, str(self.number)),)


@dataclass(frozen=True, slots=True)
class ExportReady:
    """To HR alone: the file they asked for. It comes along where the platform can send one.

    `size` is in bytes; `asked_for` is the filter in the reader's words.
    """

    export_id: int
    file_name: str
    rows: int
    size: int
    sha256: str
    asked_for: str
    until: datetime
    """When the file is gone."""
    what: Literal["export_ready"] = "export_ready"

    @property
    def buttons(self) -> tuple[Button, ...]:
        return ()


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
