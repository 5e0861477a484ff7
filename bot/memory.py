"""What the heart keeps, and how it asks for it: the storage fills these Protocols in."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple, Protocol, TypeVar

from bot.heard import Installed, Said
from bot.messages import CactusDraft, Delivery, GlitterDraft, Message
from bot.model import (
    Award,
    ByName,
    DeliveryStatus,
    Digest,
    DigestStatus,
    Duty,
    Event,
    Followup,
    IsoWeek,
    Kind,
    Member,
    Move,
    Naming,
    OptIn,
    Place,
    Plan,
    Power,
    Profile,
    Reader,
    Settings,
    Side,
    Source,
    State,
    Team,
    Verb,
    Workspace,
)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Meeting:
    """Where a request happens, and who takes part."""

    workspace: Workspace
    known: dict[str, Member]
    """By account."""
    has_teams: bool = True
    """False where no team and no colleague without an account can be meant."""


class Workspaces(Protocol):
    def get(self, workspace_id: str) -> Workspace | None: ...

    def with_people(self, workspace_id: str, accounts: Sequence[str]) -> Meeting | None:
        """The workspace, and the known members among these accounts, in one look; None where
        nobody knows it.

        The first of them speaks, and has nothing else decided until the transaction ends.
        """
        ...

    def all(self) -> list[Workspace]: ...

    def next(self, after: str, limit: int) -> list[Workspace]:
        """By id, those behind `after`."""
        ...

    def install(self, seen: Installed, settings: Settings, last_week: IsoWeek) -> bool:
        """Remember that the bot may act there; `settings` are for a workspace never seen before.

        True where it is new.
        """
        ...

    def set_settings(
        self, workspace_id: str, settings: Settings, next_digest_at: datetime
    ) -> None: ...

    def suspend(self, workspace_id: str) -> None: ...

    def pause(self, workspace_id: str, until: datetime) -> None:
        """Nothing is sent to the workspace before `until`."""
        ...

    def installer(self, workspace_id: str) -> str | None:
        """The account of whoever installed the bot."""
        ...

    def set_installer(self, workspace_id: str, account: str) -> bool:
        """False where the installer is known already."""
        ...

    def digests_due(self) -> list[str]:
        """Ids of active workspaces whose next digest is due now."""
        ...

    def previews_due(self, ahead: timedelta) -> list[str]:
        """Ids of active workspaces whose next digest is due within `ahead` and not previewed."""
        ...

    def claim_preview(self, workspace_id: str, week: IsoWeek) -> bool:
        """False: the week was previewed already."""
        ...

    def last_week(self, workspace_id: str) -> IsoWeek:
        """The newest ISO week whose digest is decided."""
        ...

    def advance_week(self, workspace_id: str, last: IsoWeek, next_digest_at: datetime) -> None: ...

    def rosters_due(self, platform: str, due_again: datetime, limit: int) -> list[str]:
        """Claim workspaces whose people must be read again; they are due again at `due_again`."""
        ...

    def keep_place(self, workspace_id: str, place: Place) -> None: ...

    def places(self, workspace_id: str) -> list[Place]: ...


@dataclass(frozen=True, slots=True)
class Credential:
    """What opens a workspace, or all of an organisation (`holder`), sealed by its adapter."""

    holder: str
    sealed: str
    renew_at: datetime | None
    """None: it does not run out."""
    kept_at: datetime


class Credentials(Protocol):
    """Goes, with the workspace it opens, when that is suspended."""

    def keep(self, holder: str, sealed: str, renew_at: datetime | None = None) -> None: ...

    def of(self, workspace_id: str) -> Credential | None:
        """What opens a workspace: its own, or that of whoever holds it."""
        ...

    def get(self, holder: str) -> Credential | None: ...

    def all(self, platform: str) -> list[Credential]: ...

    def replace(self, was: Credential, sealed: str, renew_at: datetime | None) -> bool:
        """False: somebody was first, nothing has changed."""
        ...

    def forget(self, holder: str) -> None: ...

    def opened_by(self, holder: str) -> list[str]:
        """Ids of the workspaces that the holder's credential opens."""
        ...

    def spend(self, ticket: str, older_than: datetime) -> bool:
        """True once for each ticket. Forgets tickets from before `older_than`."""
        ...


@dataclass(frozen=True, slots=True)
class Absence:
    id: int
    member: Member
    stand_in: Member
    ends_at: datetime


class Members(Protocol):
    def find(self, workspace_id: str, accounts: Iterable[str]) -> dict[str, Member]:
        """The known members among these accounts, by account."""
        ...

    def get(self, workspace_id: str, ids: Iterable[int]) -> dict[int, Member]: ...

    def all(self, workspace_id: str) -> list[Member]: ...

    def duties(self, member_id: int) -> set[Duty]:
        """What the member may do for the workspace, read whenever it matters.

        The platform's own admins are admins.
        """
        ...

    def in_charge(self, workspace_id: str) -> str | None:
        """The account of the platform's owner of the workspace, else of one of its admins."""
        ...

    def with_duty(self, workspace_id: str, duty: Duty) -> list[Member]: ...

    def give_duty(self, member_id: int, duty: Duty) -> None: ...

    def take_duty(self, member_id: int, duty: Duty) -> None: ...

    def set_hours(self, member_id: int, starts: int, ends: int) -> None: ...

    def choose(
        self, member_id: int, *, language: str | None, naming: Naming, direct_messages: bool
    ) -> None: ...

    def opt_in(self, member_id: int, answer: OptIn) -> None: ...

    def at_home(self, workspace_id: str, since: datetime | None) -> list[Member]:
        """Who has opened their home page since then, or ever; the oldest member first."""
        ...

    def open_home(self, member_id: int) -> None:
        """The member looks at their home page now."""
        ...

    def mute(self, member_id: int, until: datetime | None) -> None: ...

    def set_naming(self, member_id: int, naming: Naming) -> None: ...

    def set_weekly(self, member_id: int, wanted: bool) -> None: ...

    def be_away(
        self, member_id: int, stand_in_id: int, starts: datetime, ends: datetime
    ) -> None: ...

    def end_absences(self, member_id: int) -> bool:
        """End what has begun, and cancel what was planned; whether there was anything."""
        ...

    def absences_begun(self) -> list[Absence]:
        """Absences that have begun and whose open cases nobody has moved yet; as `due`."""
        ...

    def absence_handled(self, absence_id: int) -> None: ...

    def stand_in(self, member_id: int, at: datetime) -> Member | None:
        """Who stands in for a member who is away then; None where they are there."""
        ...

    def put(self, workspace_id: str, profiles: Sequence[Profile]) -> None:
        """Add or refresh; what a profile leaves blank or unverified stays as it is known."""
        ...

    def seen(self, workspace_id: str, profiles: Sequence[Profile]) -> None:
        """The same for what a platform tells unasked: whoever left before we knew them, or was
        erased since, is not remembered again."""
        ...


class Teams(Protocol):
    """Those that stand, unless it says otherwise."""

    def all(self, workspace_id: str) -> list[Team]:
        """By name."""
        ...

    def get(self, workspace_id: str, ids: Iterable[int]) -> dict[int, Team]:
        """Also removed ones: what they received is told under their names."""
        ...

    def named(self, workspace_id: str, keys: Sequence[str]) -> dict[str, list[Team]]:
        """The teams behind names that `bot.teams.fold` has folded."""
        ...

    def of_group(self, workspace_id: str, group: str) -> Team | None:
        """The team that is a group of the platform."""
        ...

    def add(self, workspace_id: str, name: str) -> Team:
        """Raises IntegrityError where the name is taken."""
        ...

    def save(self, team: Team) -> None:
        """Name, lead, aliases, group, and where its cacti go. A lead becomes a member."""
        ...

    def remove(self, team_id: int) -> None:
        """Nothing new comes to it and its names are free again; what it received stays."""
        ...

    def join(self, team_id: int, member_ids: Iterable[int]) -> None: ...

    def leave(self, team_id: int, member_ids: Iterable[int]) -> None:
        """A lead who leaves leads it no more."""
        ...

    def people(self, workspace_id: str, team_id: int) -> list[Member]:
        """Its members, the lead among them, by name."""
        ...

    def of_members(self, workspace_id: str) -> dict[int, list[int]]:
        """The ids of the teams to which each member belongs, by member id."""
        ...

    def of_member(self, member_id: int) -> list[Team]: ...


class PeopleByName(Protocol):
    """Colleagues without an account, one for each name in each team; names are folded."""

    def known(self, workspace_id: str, key: str) -> list[ByName]:
        """Everybody of that name, by team; those who have joined since, too."""
        ...

    def of_members(self, workspace_id: str, member_ids: Iterable[int]) -> dict[int, ByName]: ...

    def all(self, workspace_id: str) -> list[ByName]:
        """By name; without those who have joined."""
        ...

    def add(self, workspace_id: str, team_id: int, name: str) -> ByName:
        """A new member, in the team. Raises IntegrityError where the team knows the name."""
        ...

    def drop(self, member_id: int) -> None:
        """Forget somebody who has received nothing."""
        ...

    def join(self, known: ByName, member_id: int) -> int:
        """Give all that they received, and their teams, to a member with an account.

        What came to both by one action counts once; what the member gave to themselves is taken
        back. The number of awards that moved.
        """
        ...

    def ask(self, known: ByName, member_id: int) -> None:
        """Somebody was asked whether they are this member of the same name."""
        ...


@dataclass(frozen=True, slots=True)
class NewAward:
    workspace_id: str
    kind: Kind
    giver_id: int
    receiver_id: int | None
    """None: it goes to a team."""
    reason: str
    tags: tuple[str, ...]
    source: Source
    place: Place
    source_ref: str
    link: str = ""
    team_id: int | None = None
    shared_with: tuple[int, ...] = ()
    """To a team: whom it reaches there."""


@dataclass(frozen=True, slots=True)
class Before:
    """What a giver has done that bears on the next award."""

    recorded: bool
    """This very action has been recorded already."""
    today: int
    """Standing awards of the kind since the start of the giver's day."""
    same_words_at: datetime | None
    """When the same receiver last got the same words, within the time asked for."""


@dataclass(frozen=True, slots=True)
class Tallies:
    received_since: int
    received_ever: int
    given_since: int
    given_ever: int


class Awards(Protocol):
    def before(
        self,
        new: Sequence[NewAward],
        *,
        day_start: datetime,
        same_since: datetime,
    ) -> Before:
        """Look back before `new`, the awards of one action, are added."""
        ...

    def add(self, new: Sequence[NewAward]) -> list[int]:
        """Record one action; ids in order. Raises IntegrityError where it is recorded already."""
        ...

    def get(self, workspace_id: str, award_id: int) -> Award | None: ...

    def by_ref(self, workspace_id: str, source_ref: str) -> list[Award]:
        """All awards of one action, in order."""
        ...

    def latest(self, giver_id: int, kind: Kind, since: datetime) -> Award | None:
        """The giver's newest standing award since then."""
        ...

    def last_to(
        self, giver_id: int, kind: Kind, receiver_id: int | None, team_id: int | None = None
    ) -> datetime | None:
        """When the giver's newest standing award to this member or this team was given."""
        ...

    def shared_with(self, award_ids: Iterable[int]) -> dict[int, list[int]]:
        """Whom the awards of teams reached: member ids, by award id."""
        ...

    def retract(self, awards: Sequence[Award], source_ref: str) -> bool:
        """False: somebody was first, nothing has changed."""
        ...

    def retracted_by(self, giver_id: int, source_ref: str, since: datetime) -> list[Award]:
        """What this action has taken back, looking at awards given since then."""
        ...

    def reword(self, award_id: int, reason: str) -> None:
        """Change the words of a cactus that is still held."""
        ...

    def givers_of_cacti(self, to: Award, since: datetime) -> set[int]:
        """Who gave standing cacti to the receiver of `to` since then, before it."""
        ...

    def tallies(self, member_id: int, since: datetime) -> Tallies:
        """Standing glitter from a member, and to them or to a team with them in it."""
        ...

    def newest_received(self, member_id: int, limit: int, skip: int = 0) -> list[Award]:
        """By the member, or by a team with them in it."""
        ...

    def newest_given(self, member_id: int, limit: int, skip: int = 0) -> list[Award]: ...

    def glitter_between(
        self, workspace_id: str, starts_at: datetime, ends_at: datetime
    ) -> list[Award]:
        """Standing glitter given in `[starts_at, ends_at)`, oldest first. Never a cactus."""
        ...

    def shining_between(
        self, workspace_id: str, starts_at: datetime, ends_at: datetime
    ) -> tuple[set[int], set[int]]:
        """The members, and the teams, that got standing glitter in `[starts_at, ends_at)`."""
        ...

    def glitter_counts(self, workspace_id: str, bounds: Sequence[datetime]) -> list[int]:
        """How much standing glitter was given from each moment to the next."""
        ...

    def without_glitter_before(self, member_ids: Iterable[int], moment: datetime) -> set[int]:
        """Those among these members who had received no standing glitter before `moment`."""
        ...

    def without_glitter_since(self, member_ids: Iterable[int], moment: datetime) -> set[int]:
        """Those among these members who have received no standing glitter from `moment` on."""
        ...

    def react(self, award_id: int, member_id: int) -> None:
        """A member says "me too" to a gift; saying so twice counts once."""
        ...

    def unreact(self, award_id: int, member_id: int) -> None: ...

    def reactions(
        self, workspace_id: str, starts_at: datetime, ends_at: datetime
    ) -> dict[int, set[int]]:
        """Who said "me too" to glitter given in `[starts_at, ends_at)`, by award."""
        ...

    def newest_moment(self) -> datetime | None:
        """When anything was last given, by the clock of its time."""
        ...


@dataclass(frozen=True, slots=True)
class Measured:
    """What figures may know of a case. The ids are counted, never told."""

    award_id: int
    receiver_id: int
    """Of a team's cactus: whoever has it."""
    team_id: int | None
    state: State
    delivered_at: datetime
    answered_at: datetime | None
    ended_at: datetime | None


class Followups(Protocol):
    def add(self, followup: Followup) -> None: ...

    def get(self, workspace_id: str, award_id: int) -> Followup | None: ...

    def change(
        self,
        was: Followup,
        now: Followup,
        move: Move,
        actor_id: int | None,
        note: str = "",
        source_ref: str = "",
    ) -> bool:
        """Save `now` where the case still is as `was` says, and add to the history.

        False: somebody was first, nothing has changed.
        """
        ...

    def due(self, limit: int) -> list[Followup]:
        """Cacti whose `wake_at` has come, in workspaces where the bot may act."""
        ...

    def history(self, award_id: int) -> list[Event]: ...

    def running(self, member_id: int) -> list[Followup]:
        """Cases not ended that the member gave, owns or is offered, by due time."""
        ...

    def owned(self, owner_id: int) -> list[Followup]:
        """Cases not ended that a member owns."""
        ...

    def measured(self, workspace_id: str) -> list[Measured]:
        """Every delivered case that stands, without words or names."""
        ...

    def measured_between(
        self, workspace_id: str, starts_at: datetime, ends_at: datetime
    ) -> list[Measured]:
        """Delivered cases that stand and had not ended before `starts_at`."""
        ...

    def note_reminder(self, followup: Followup) -> None:
        """Save `reminded` and `wake_at` alone: a reminder is no move."""
        ...


Draft = Said | GlitterDraft | CactusDraft
"""Words that are not given yet."""


class Drafts(Protocol):
    def keep(self, workspace_id: str, member_id: int, draft: Draft) -> int:
        """Keep words for a button; the same action gets the same id, with its newest words."""
        ...

    def get(self, workspace_id: str, draft_id: int, member_id: int) -> Draft | None: ...

    def forget(self, before: datetime) -> None:
        """Delete drafts older than that."""
        ...


@dataclass(frozen=True, slots=True)
class Owed:
    """A delivery about to be added."""

    workspace_id: str
    place: Place
    message: Message | None
    reader: Reader
    verb: Verb = Verb.POST
    award_id: int | None = None
    digest_id: int | None = None
    target_id: int | None = None
    """EDIT and DELETE: the delivery whose message is meant; POST: the one that it answers."""
    below: str = ""
    """POST: the platform's id of somebody else's message, which this one answers."""
    check_first: bool = False
    """A receiver is unverified: the platform is asked before anything is posted."""


@dataclass(frozen=True, slots=True)
class Leased:
    """A delivery that is ours to send until the lease runs out."""

    delivery: Delivery
    attempts: int
    award_id: int | None
    digest_id: int | None
    check_first: bool


class Deliveries(Protocol):
    def owe(self, owed: Sequence[Owed]) -> None: ...

    def owe_thread(self, owed: Sequence[Owed]) -> None:
        """Owe the first one, and the others as replies to it."""
        ...

    def share_fate(self, reply_id: int) -> None:
        """End a reply as the message has ended that it would have answered."""
        ...

    def owe_unless_waiting(self, workspace_id: str, owed: Sequence[Owed]) -> None:
        """Owe what nothing waits for at the same place; what waits goes out after this commit."""
        ...

    def take_back(self, award_id: int, reader: Reader) -> None:
        """Cancel what is not sent yet about this award, or was not taken; owe the deletion of what
        is."""
        ...

    def has_card(self, workspace_id: str, place: Place, award_id: int) -> bool:
        """Whether a message about the award stands at a place, or is owed there."""
        ...

    def refresh(
        self, workspace_id: str, place: Place, award_id: int, card: Message, reader: Reader
    ) -> None:
        """Bring the newest card about an award at a place up to date: before or after sending."""
        ...

    def lease(
        self,
        platform: str,
        limit: int,
        lease: timedelta,
        pace: timedelta,
        *,
        each: int = 64,
        but_for: Sequence[str] = (),
    ) -> tuple[list[Leased], bool]:
        """Claim the first unfinished delivery of as many places as have one ready.

        At most `limit` of them, at most `each` of one workspace, and none of those in `but_for`.

        A place that got a message less than `pace` ago waits. False: nothing is ready, and nothing
        waits only for its pace. True where anything was claimed, whatever is left.
        """
        ...

    def finish(
        self, delivery_id: int, status: DeliveryStatus, *, ref: str = "", code: str = ""
    ) -> None: ...

    def forget_words(self, delivery_id: int) -> None:
        """Keep no longer what a finished delivery said."""
        ...

    def postpone(self, delivery_id: int, until: datetime, code: str) -> None:
        """Back to pending, not before `until`."""
        ...

    def expire_leases(self) -> list[tuple[str, int, int | None]]:
        """Mark what a dead process was sending as unknown: workspace, delivery and digest ids."""
        ...

    def get(
        self, workspace_id: str, delivery_id: int
    ) -> tuple[Delivery, DeliveryStatus] | None: ...

    def revive(self, workspace_id: str, delivery_id: int) -> bool:
        """Owe an unknown delivery and its replies once more; False where it is not unknown."""
        ...

    def blocked_at(self, workspace_id: str, place: Place, since: datetime) -> list[Delivery]:
        """What a place has not taken since then, oldest first; nobody else touches it meanwhile."""
        ...

    def unreached(self, workspace_id: str, since: datetime) -> int:
        """How many people something waits for that they could not be brought since then."""
        ...

    def owe_again(self, delivery_id: int, message: Message, reader: Reader) -> None:
        """Owe a blocked delivery once more, as it reads now."""
        ...

    def move_blocked(self, digest_id: int, place: Place) -> int:
        """Owe a digest's blocked deliveries again, at another place; how many."""
        ...

    def failed_before(self, workspace_id: str, place: Place, delivery_id: int) -> bool:
        """Whether what last ended at a place before this delivery was blocked or dead, too."""
        ...

    def of_digest(self, digest_id: int) -> list[DeliveryStatus]: ...

    def posts_of_digest(self, digest_id: int) -> list[Delivery]: ...

    def revise(self, delivery: Delivery, message: Message | None) -> None:
        """Change what was owed or sent to `message`; None takes it away."""
        ...

    def award_at(self, workspace_id: str, place: Place, ref: str) -> int | None:
        """The award that a message tells of which the platform knows as `ref`."""
        ...

    def standing_posts(self, workspace_id: str, limit: int) -> list[tuple[Delivery, str, datetime]]:
        """Sent messages that were not deleted since: each with its ref and when; oldest first."""
        ...


class Digests(Protocol):
    def add(
        self,
        workspace_id: str,
        week: IsoWeek,
        status: DigestStatus,
        starts_at: datetime,
        ends_at: datetime,
    ) -> int:
        """Raises IntegrityError where the week has its digest already."""
        ...

    def of_week(self, workspace_id: str, week: IsoWeek) -> Digest | None: ...

    def newest(self, workspace_id: str) -> Digest | None: ...

    def get(self, digest_id: int) -> Digest | None: ...

    def set_status(self, digest_id: int, status: DigestStatus) -> None: ...

    def at(self, workspace_id: str, moment: datetime) -> Digest | None:
        """The digest that tells of a moment."""
        ...

    def set_moment(self, digest_id: int, award_id: int | None) -> None: ...

    def featured(self, workspace_id: str, weeks: int) -> dict[int, IsoWeek]:
        """By member: when they last gave or received a moment of the week, in so many digests."""
        ...

    def plan(self, workspace_id: str, week: IsoWeek) -> Plan: ...

    def set_plan(self, workspace_id: str, week: IsoWeek, plan: Plan) -> None: ...


@dataclass(frozen=True, slots=True)
class Audited:
    """Who did what to the records; `actor` is `command line` or `member 12`."""

    id: int
    at: datetime
    actor: str
    action: str
    details: Mapping[str, Any]

    def told(self) -> dict[str, Any]:
        """As plain values."""
        return {**asdict(self), "at": self.at.isoformat()}


class Audit(Protocol):
    def add(
        self, workspace_id: str | None, actor: str, action: str, details: Mapping[str, Any]
    ) -> None: ...

    def all(self, workspace_id: str) -> list[Audited]:
        """Oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class ExportFilter:
    """Which awards are meant: by an export, or by a page. None and "" leave a field open.

    All fields that are set must hold.
    """

    workspace_id: str
    starts_at: datetime | None = None
    """The first moment, included."""
    ends_at: datetime | None = None
    """The moment after the last one."""
    kind: Kind | None = None
    person: int | None = None
    """A member who gave or received it."""
    side: Side | None = None
    """Which of the two the person did; None: either."""
    team: int | None = None
    """A team that received it, also through one of its members."""
    value: str = ""
    """One of its `#words`, without the mark."""
    source: Source | None = None
    state: State | None = None
    """Of a cactus."""
    text: str = ""
    """Stands in the reason, in capitals or not."""
    standing: bool = False
    """Leaves out what was taken back."""
    for_hr: bool = False
    """Leaves out cacti that HR may not read (yet): held, or withdrawn before anybody read them."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One award as a list shows it."""

    award_id: int
    kind: Kind
    given_at: datetime
    giver: str
    receiver: str
    """A name; of a member, or of a team."""
    reason: str
    tags: tuple[str, ...]
    source: Source
    place_name: str
    state: State | None
    """Of a cactus."""
    retracted_at: datetime | None
    due_at: datetime | None = None
    """When somebody owes an answer, or what they promised."""


class Order(StrEnum):
    """How a list of awards is sorted; within the same, the newest come first."""

    NEWEST = ""
    OLDEST = "oldest"
    GIVER = "giver"
    """By name, like the next."""
    RECEIVER = "receiver"
    KIND = "kind"
    STATE = "state"
    """As the life of a cactus goes; glitter comes last."""
    DUE = "due"
    """What is due first comes first; what is not due at all comes last."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a list: right after this award. `section` is the part of a sorted list."""

    at: datetime
    award_id: int
    section: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A piece of a list. Only so many awards are looked through at a time.

    `rest` is where to go on, None at the end. With a `rest`, fewer entries than asked for mean
    that nothing more was found as far as `rest`.
    """

    entries: tuple[Entry, ...]
    rest: Mark | None


@dataclass(frozen=True, slots=True)
class WeekCount:
    """Standing glitter of a week, and how many people gave or received it."""

    glitter: int
    people: int


@dataclass(frozen=True, slots=True)
class Answered:
    """When a case came and when it was answered. The id is counted, never told."""

    owner_id: int
    delivered_at: datetime
    answered_at: datetime | None


class History(Protocol):
    """What the pages read. It writes nothing."""

    def awards(
        self,
        wanted: ExportFilter,
        limit: int,
        after: Mark | None,
        *,
        order: Order = Order.NEWEST,
    ) -> Found: ...

    def cases(self, member_id: int, limit: int, below: int | None) -> list[tuple[Followup, int]]:
        """Cases, ended ones too, that the member gave, owns or is offered; newest first.

        Each with its giver's id; `below` is an award id. What has not reached anybody is there
        for its giver alone.
        """
        ...

    def cases_of(self, workspace_id: str, owner_ids: Iterable[int]) -> list[tuple[Followup, int]]:
        """Delivered cases of these owners that have not ended, with their givers' ids; by due
        time."""
        ...

    def weeks(self, workspace_id: str, bounds: Sequence[datetime]) -> list[WeekCount]:
        """One count for each span between two neighbours of `bounds`."""
        ...

    def answers(self, workspace_id: str, since: datetime) -> list[Answered]:
        """Every standing case that was given since then and delivered."""
        ...

    def named(self, workspace_id: str, name: str, limit: int) -> list[Member]:
        """Members whose name holds these words, in capitals or not; by name."""
        ...


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whoever holds a link or a session, with the powers that they had when they got it."""

    workspace_id: str
    member_id: int
    powers: frozenset[Power]


@dataclass(frozen=True, slots=True)
class Session:
    """One browser in which somebody is signed in to the pages."""

    id: int
    who: SignedIn
    began_at: datetime
    seen_at: datetime
    ends_at: datetime


class Visits(Protocol):
    """Links into the pages, and sessions there. Tokens are known by their hashes alone."""

    def invite(self, token_hash: str, who: SignedIn, ends_at: datetime) -> None: ...

    def invited(self, token_hash: str) -> SignedIn | None:
        """Whom a link that still works is for."""
        ...

    def use(self, token_hash: str) -> bool:
        """Use a link up; False where somebody was first."""
        ...

    def begin(self, token_hash: str, who: SignedIn, ends_at: datetime) -> None: ...

    def session(self, token_hash: str, seen_since: datetime) -> Session | None:
        """The session where it still lasts and was used since then."""
        ...

    def sessions(self, member_id: int, seen_since: datetime) -> list[Session]:
        """Those of a member that still last, newest first."""
        ...

    def seen(self, session_id: int) -> None:
        """It is used now."""
        ...

    def end(self, member_id: int, session_id: int) -> bool:
        """False: the member has no such session."""
        ...

    def leave(self, token_hash: str) -> None:
        """End the session that has this token."""
        ...

    def forget(self, before: datetime) -> None:
        """Delete what ended before then."""
        ...


class ExportStatus(StrEnum):
    ASKED = "asked"
    """Somebody else of HR must agree first."""
    PENDING = "pending"
    MAKING = "making"
    READY = "ready"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ExportJob:
    """A file that HR asked for in the chat."""

    id: int
    workspace_id: str
    member_id: int
    wanted: ExportFilter
    form: str
    status: ExportStatus
    asked_at: datetime


class Exports(Protocol):
    def ask(self, member_id: int, wanted: ExportFilter, form: str, status: ExportStatus) -> int: ...

    def get(self, workspace_id: str, job_id: int) -> ExportJob | None: ...

    def claim(self, lost_before: datetime) -> ExportJob | None:
        """The oldest that waits to be made, ours from now on; also one begun before then whose
        process is gone."""
        ...

    def move(self, job: ExportJob, status: ExportStatus) -> bool:
        """False: somebody was first, nothing has changed."""
        ...


@dataclass(frozen=True, slots=True)
class Footprint:
    """How much of somebody is in the records, in rows."""

    gave: int
    received: int
    owns: int
    """Cases."""
    said: int
    """Moves in cases."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Somebody whose records must stay: nothing of theirs is erased or runs out before then."""

    member_id: int
    reason: str
    owner: str
    """Who answers for it."""
    ends_at: datetime


class Privacy(Protocol):
    """Taking people out of the records."""

    def footprint(self, member_id: int) -> Footprint: ...

    def erase(self, member_id: int) -> None:
        """Take a member's words, names and traces out, and owe the edits of what is posted."""
        ...

    def hold(self, hold: Hold) -> None:
        """In place of one that the member may have."""
        ...

    def release(self, member_id: int) -> bool:
        """End a hold; False where there is none."""
        ...

    def holds(self, workspace_id: str) -> list[Hold]:
        """Those that last."""
        ...

    def leavers(self, left_before: datetime, limit: int) -> list[tuple[str, int]]:
        """Workspaces and ids of members whose account went before then and whom nothing holds."""
        ...

    def run_out(
        self, workspace_id: str, kind: Kind, given_before: datetime, limit: int
    ) -> list[int]:
        """Ids of awards given before then that nobody's hold keeps, oldest first."""
        ...

    def forget(self, award_ids: Sequence[int]) -> None:
        """Delete awards and all that tells of them."""
        ...

    def removed(self, before: datetime) -> str | None:
        """A workspace from which the bot was removed before then, where nobody's hold lasts and
        something is left."""
        ...

    def empty(self, workspace_id: str, limit: int) -> bool:
        """Delete a few rows of a workspace; True once nothing is left but its row and audit."""
        ...


class Unit(Protocol):
    """One transaction. Everything read is as of now; everything written is written together."""

    @property
    def now(self) -> datetime: ...
    @property
    def workspaces(self) -> Workspaces: ...
    @property
    def credentials(self) -> Credentials: ...
    @property
    def members(self) -> Members: ...
    @property
    def teams(self) -> Teams: ...
    @property
    def by_name(self) -> PeopleByName: ...
    @property
    def awards(self) -> Awards: ...
    @property
    def followups(self) -> Followups: ...
    @property
    def drafts(self) -> Drafts: ...
    @property
    def deliveries(self) -> Deliveries: ...
    @property
    def digests(self) -> Digests: ...
    @property
    def history(self) -> History: ...
    @property
    def visits(self) -> Visits: ...
    @property
    def audit(self) -> Audit: ...
    @property
    def exports(self) -> Exports: ...
    @property
    def privacy(self) -> Privacy: ...


class ExportRow(NamedTuple):
    """One award with all that is known about it; "" where there is nothing to say.

    A plain tuple, because an export makes a million of them; and moments are texts in UTC, as
    `2026-11-27T12:00:00+00:00`, because nearly all that is done with them is to write them down.
    """

    award_id: int
    kind: str
    given_at: str
    giver_account: str
    giver_name: str
    receiver_kind: str
    """`person` or `team`."""
    receiver_account: str
    """"" for a team, and for a person without a chat account."""
    receiver_name: str
    reason: str
    effect: str
    wish: str
    tags: tuple[str, ...]
    source: str
    place: str
    place_name: str
    retracted_at: str | None
    state: str
    """Of a cactus, like all that follows."""
    owner_account: str
    owner_name: str
    side: str
    """What the owner said against it."""
    delivered_at: str | None
    answered_at: str | None
    ended_at: str | None


class ExportRows(Protocol):
    """What an export holds; gone over once."""

    @property
    def total(self) -> int:
        """How many rows there are."""
        ...

    def __iter__(self) -> Iterator[ExportRow]: ...


class Store(Protocol):
    async def run(self, work: Callable[[Unit], T]) -> T:
        """Run `work` in a transaction and return its result after the commit.

        `work` may be run again from the start, so it does nothing outside its unit. Raises
        StoreUnavailable where the database did not take it; nothing is recorded then.
        """
        ...

    def run_now(self, work: Callable[[Unit], T]) -> T:
        """The same, waiting, for the command line."""
        ...

    async def read(self, work: Callable[[Unit], T]) -> T:
        """Run `work` on one moment's view, beside all writing; it can only read.

        Raises StoreUnavailable.
        """
        ...

    def tidy(self) -> None:
        """Leave nothing of what was erased in the files of the database, as far as it allows.

        Raises StoreUnavailable.
        """
        ...

    def export(self, wanted: ExportFilter) -> AbstractContextManager[ExportRows]:
        """Every award under the filter as of one moment, oldest first, in constant memory."""
        ...
