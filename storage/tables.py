"""The tables. Rules that must hold whatever the code does are constraints here."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    false,
    text,
    true,
)
from sqlalchemy import UniqueConstraint as Unique
from sqlmodel import Field, SQLModel

from storage.types import JSONText, UTCDateTime

SQLModel.metadata.naming_convention = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
).naming_convention

# An old button carries an id: nothing new may ever answer to it.
NEVER_REUSED = {"sqlite_autoincrement": True}


def _moment(*, optional: bool = False) -> Any:
    return Field(sa_column=Column(UTCDateTime, nullable=optional))


def _words(*, optional: bool = False, default: Any = None) -> Any:
    return Field(default=default, sa_column=Column(Text, nullable=optional))


def _blank() -> Any:
    return Field(default="", sa_column=Column(Text, nullable=False, server_default=""))


def _zero() -> Any:
    return Field(default=0, sa_column=Column(Integer, nullable=False, server_default="0"))


def _json(*, optional: bool = False) -> Any:
    return Field(sa_column=Column(JSONText, nullable=optional))


def _id() -> Any:
    return Field(default=None, primary_key=True)


def _of(target: str, *, optional: bool = False, index: bool = False) -> Any:
    return Field(
        default=None,
        sa_column=Column(ForeignKey(target), nullable=optional, index=index),
    )


class WorkspaceRow(SQLModel, table=True):
    __tablename__ = "workspace"

    id: str = Field(sa_column=Column(Text, primary_key=True))
    platform: str = _words()
    name: str = _words()
    settings: str = _words()
    """`bot.model.Settings` as JSON; read and written whole."""
    suspended_at: datetime | None = _moment(optional=True)
    paused_until: datetime | None = _moment(optional=True)
    """The platform asked for silence until then."""
    last_week: str = _words()
    """The newest ISO week whose digest is decided, as `2026-W47`."""
    next_digest_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False, index=True))
    roster_due_at: datetime = _moment()
    previewed_week: str = _blank()
    """The newest ISO week whose preview went out, as `2026-W47`."""
    emptied_at: datetime | None = _moment(optional=True)
    """When all that was left behind here had gone, after the bot was removed."""


class InstallationRow(SQLModel, table=True):
    """The right to act in a workspace."""

    __tablename__ = "installation"

    workspace_id: str = Field(sa_column=Column(ForeignKey("workspace.id"), primary_key=True))
    installer: str | None = _words(optional=True)
    holder: str = _blank()
    """Whose credential opens the workspace, where it is not its own."""
    address: str = _words()
    installed_at: datetime = _moment()
    removed_at: datetime | None = _moment(optional=True)


class CredentialRow(SQLModel, table=True):
    """What opens a workspace, or all workspaces of an organisation. Only ever kept sealed."""

    __tablename__ = "credential"

    holder: str = Field(sa_column=Column(Text, primary_key=True))
    """Id of the workspace or of the organisation: `slack:T1`, `slack:E1`."""
    sealed: str = _words()
    renew_at: datetime | None = _moment(optional=True)
    kept_at: datetime = _moment()


class SpentRow(SQLModel, table=True):
    """Something that counts once: a state of OAuth that has come back."""

    __tablename__ = "spent"

    ticket: str = Field(sa_column=Column(Text, primary_key=True))
    at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False, index=True))


class MemberRow(SQLModel, table=True):
    __tablename__ = "member"
    __table_args__ = (Unique("workspace_id", "account"),)

    id: int | None = _id()
    workspace_id: str = _of("workspace.id")
    account: str | None = _words(optional=True)
    name: str = _words()
    locale: str = _words()
    zone: str = _words()
    standing: str = _words()
    language: str | None = _words(optional=True)
    naming: str = _words()
    work_starts: int = Field(default=8, sa_column_kwargs={"server_default": "8"})
    work_ends: int = Field(default=17, sa_column_kwargs={"server_default": "17"})
    muted_until: datetime | None = _moment(optional=True)
    left_at: datetime | None = _moment(optional=True)
    """When the account was first seen to be deactivated."""
    rank: str = _blank()
    """On the platform; "" where it never said."""
    weekly: bool = Field(
        default=True, sa_column=Column(Boolean, nullable=False, server_default=true())
    )
    direct_messages: bool = Field(
        default=True, sa_column=Column(Boolean, nullable=False, server_default=true())
    )
    home_opened_at: datetime | None = _moment(optional=True)
    opt_in: str = _blank()
    """`bot.model.OptIn`."""


class DutyRow(SQLModel, table=True):
    """What a member may do for the whole workspace."""

    __tablename__ = "duty"

    member_id: int = Field(sa_column=Column(ForeignKey("member.id"), primary_key=True))
    duty: str = Field(sa_column=Column(Text, primary_key=True))


class AbsenceRow(SQLModel, table=True):
    """A member is away; somebody stands in."""

    __tablename__ = "absence"

    id: int | None = _id()
    member_id: int = _of("member.id", index=True)
    stand_in_id: int = _of("member.id")
    starts_at: datetime = _moment()
    ends_at: datetime = _moment()
    handled: bool = Field(
        default=False, sa_column=Column(Boolean, nullable=False, server_default=false())
    )
    """The cases open at its start have gone to whoever stands in."""


class TeamRow(SQLModel, table=True):
    """Never deleted: what it received is told under its name."""

    __tablename__ = "team"
    __table_args__ = (
        Index(
            "uq_team_name",
            "workspace_id",
            "name",
            unique=True,
            sqlite_where=text("removed_at IS NULL"),
            postgresql_where=text("removed_at IS NULL"),
        ),
    )

    id: int | None = _id()
    workspace_id: str = _of("workspace.id")
    name: str = _words()
    lead_id: int | None = _of("member.id", optional=True)
    aliases: list[str] = Field(
        default_factory=list, sa_column=Column(JSONText, nullable=False, server_default="[]")
    )
    cacti_to_all: bool = Field(
        default=False, sa_column=Column(Boolean, nullable=False, server_default=false())
    )
    group: str | None = Field(default=None, sa_column=Column("group_id", Text, nullable=True))
    """The platform's id of a group of people that is this team."""
    removed_at: datetime | None = _moment(optional=True)


class TeamKeyRow(SQLModel, table=True):
    """Under which words, without capitals and accents, a team is found; two teams may share."""

    __tablename__ = "team_key"

    workspace_id: str = Field(sa_column=Column(ForeignKey("workspace.id"), primary_key=True))
    key: str = Field(sa_column=Column(Text, primary_key=True))
    team_id: int = Field(sa_column=Column(ForeignKey("team.id"), primary_key=True))


class TeamMemberRow(SQLModel, table=True):
    __tablename__ = "team_member"

    team_id: int = Field(sa_column=Column(ForeignKey("team.id"), primary_key=True))
    member_id: int = Field(sa_column=Column(ForeignKey("member.id"), primary_key=True, index=True))


class ByNameRow(SQLModel, table=True):
    """A colleague without an account: one for each name in each team."""

    __tablename__ = "by_name"
    __table_args__ = (Unique("workspace_id", "key", "team_id"),)

    member_id: int = Field(sa_column=Column(ForeignKey("member.id"), primary_key=True))
    workspace_id: str = _of("workspace.id")
    key: str = _words()
    """The name as `bot.teams.fold` folds it."""
    team_id: int = _of("team.id")
    joined_id: int | None = _of("member.id", optional=True)
    """The member with an account who they turned out to be."""
    asked_id: int | None = _of("member.id", optional=True)
    """The member of the same name about whom the team's lead was asked."""


class PlaceRow(SQLModel, table=True):
    """How a place is reached, for platforms where its id is not enough."""

    __tablename__ = "place"

    workspace_id: str = Field(sa_column=Column(ForeignKey("workspace.id"), primary_key=True))
    key: str = Field(sa_column=Column(Text, primary_key=True))
    name: str = _words()
    address: str = _words()


class AwardRow(SQLModel, table=True):
    __tablename__ = "award"
    __table_args__ = (
        # One action of a user is one award to each receiver, however often it is delivered.
        Unique("workspace_id", "source_ref", "receiver_id"),
        Index(
            "uq_award_team_ref",
            "workspace_id",
            "source_ref",
            "team_id",
            unique=True,
            sqlite_where=text("receiver_id IS NULL"),
            postgresql_where=text("receiver_id IS NULL"),
        ),
        CheckConstraint("(receiver_id IS NULL) <> (team_id IS NULL)", name="one_receiver"),
        CheckConstraint("kind IN ('glitter', 'cactus')", name="kind"),
        Index("ix_award_giver", "giver_id", "kind", "given_at"),
        # By time, so that what is written next lands beside what was written last.
        Index("ix_award_receiver", "receiver_id", "given_at"),
        Index(
            "ix_award_team",
            "team_id",
            "giver_id",
            "given_at",
            sqlite_where=text("team_id IS NOT NULL"),
            postgresql_where=text("team_id IS NOT NULL"),
        ),
        Index("ix_award_workspace", "workspace_id", "kind", "given_at"),
        NEVER_REUSED,
    )

    id: int | None = _id()
    workspace_id: str = _of("workspace.id")
    kind: str = _words()
    giver_id: int = _of("member.id")
    receiver_id: int | None = _of("member.id", optional=True)
    team_id: int | None = _of("team.id", optional=True)
    reason: str = _words()
    tags: list[str] = _json()
    source: str = _words()
    place: str = _words()
    place_name: str = _words()
    source_ref: str = _words()
    given_at: datetime = _moment()
    retracted_at: datetime | None = _moment(optional=True)
    retracted_ref: str | None = _words(optional=True)
    """The platform's id of the action that took it back."""
    link: str = _blank()
    """The message it was given for."""


class AwardMemberRow(SQLModel, table=True):
    """To whom the award of a team went: its people of that moment, but for the giver."""

    __tablename__ = "award_member"

    award_id: int = Field(sa_column=Column(ForeignKey("award.id"), primary_key=True))
    member_id: int = Field(sa_column=Column(ForeignKey("member.id"), primary_key=True, index=True))


class AwardReactionRow(SQLModel, table=True):
    """Somebody says "me too" to a gift, by an emoji on its post."""

    __tablename__ = "award_reaction"

    award_id: int = Field(sa_column=Column(ForeignKey("award.id"), primary_key=True))
    member_id: int = Field(sa_column=Column(ForeignKey("member.id"), primary_key=True))


class FollowupRow(SQLModel, table=True):
    """Where one cactus stands."""

    __tablename__ = "followup"
    __table_args__ = (
        Index("ix_followup_workspace", "workspace_id", "ended_at"),
        Index("ix_followup_state", "workspace_id", "state"),
    )

    award_id: int = Field(sa_column=Column(ForeignKey("award.id"), primary_key=True))
    workspace_id: str = _of("workspace.id")
    state: str = _words()
    owner_id: int = _of("member.id", index=True)
    untaken: bool = Field(
        default=False, sa_column=Column(Boolean, nullable=False, server_default=false())
    )
    """It went to a whole team and nobody has taken it yet; `owner_id` keeps the place."""
    wake_at: datetime | None = Field(sa_column=Column(UTCDateTime, nullable=True, index=True))
    effect: str = _blank()
    wish: str = _blank()
    side: str = _blank()
    heir_id: int | None = _of("member.id", optional=True, index=True)
    due_at: datetime | None = _moment(optional=True)
    promised_on: date | None = Field(default=None, sa_column=Column(Date, nullable=True))
    reminded: int = _zero()
    reopened: bool = Field(
        default=False, sa_column=Column(Boolean, nullable=False, server_default=false())
    )
    delivered_at: datetime | None = _moment(optional=True)
    answered_at: datetime | None = _moment(optional=True)
    ended_at: datetime | None = _moment(optional=True)
    moves: int = _zero()
    """How many moves were made: whoever saves one names the number that they read."""


class FollowupEventRow(SQLModel, table=True):
    """One move in the life of a cactus. Rows are only ever added."""

    __tablename__ = "followup_event"

    id: int | None = _id()
    award_id: int = _of("followup.award_id", index=True)
    at: datetime = _moment()
    actor_id: int | None = _of("member.id", optional=True, index=True)
    """None: the bot."""
    move: str = _words()
    from_state: str = _words()
    to_state: str = _words()
    note: str = _blank()
    source_ref: str = _blank()


class DraftRow(SQLModel, table=True):
    """Words typed but not yet given, for a button that gives them."""

    __tablename__ = "draft"
    __table_args__ = (Unique("workspace_id", "source_ref"), NEVER_REUSED)

    id: int | None = _id()
    workspace_id: str = _of("workspace.id")
    member_id: int = _of("member.id")
    source_ref: str = _words()
    said: str = _words()
    """`bot.heard.Said` or `CactusDraft` as JSON."""
    created_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False, index=True))


class DigestRow(SQLModel, table=True):
    __tablename__ = "digest"
    __table_args__ = (Unique("workspace_id", "iso_year", "iso_week"),)

    id: int | None = _id()
    workspace_id: str = _of("workspace.id")
    iso_year: int
    iso_week: int
    status: str = _words()
    starts_at: datetime = _moment()
    ends_at: datetime = _moment()
    created_at: datetime = _moment()
    moment_id: int | None = _of("award.id", optional=True)
    """The first award of the gift that was told in full."""


class DigestPlanRow(SQLModel, table=True):
    """What people have decided about a week that is still ahead."""

    __tablename__ = "digest_plan"

    workspace_id: str = Field(sa_column=Column(ForeignKey("workspace.id"), primary_key=True))
    iso_year: int = Field(primary_key=True)
    iso_week: int = Field(primary_key=True)
    moment_id: int | None = _of("award.id", optional=True)
    skip: bool = Field(
        default=False, sa_column=Column(Boolean, nullable=False, server_default=false())
    )


class DeliveryRow(SQLModel, table=True):
    """One message owed to one place. Within a place, lower ids go first."""

    __tablename__ = "delivery"
    __table_args__ = (
        Index(
            "ix_delivery_unfinished",
            "workspace_id",
            "place",
            "id",
            sqlite_where=text("finished_at IS NULL"),
            postgresql_where=text("finished_at IS NULL"),
        ),
        Index(
            "ix_delivery_finished",
            "finished_at",
            sqlite_where=text("finished_at IS NOT NULL"),
            postgresql_where=text("finished_at IS NOT NULL"),
        ),
        Index(
            "ix_delivery_digest_id",
            "digest_id",
            sqlite_where=text("digest_id IS NOT NULL"),
            postgresql_where=text("digest_id IS NOT NULL"),
        ),
        Index(
            "ix_delivery_target_id",
            "target_id",
            sqlite_where=text("target_id IS NOT NULL"),
            postgresql_where=text("target_id IS NOT NULL"),
        ),
        Index(
            "ix_delivery_ref",
            "ref",
            sqlite_where=text("award_id IS NOT NULL AND ref <> ''"),
            postgresql_where=text("award_id IS NOT NULL AND ref <> ''"),
        ),
        Index(
            "ix_delivery_blocked",
            "workspace_id",
            "place",
            sqlite_where=text("status = 'blocked'"),
            postgresql_where=text("status = 'blocked'"),
        ),
        NEVER_REUSED,
    )

    id: int | None = _id()
    workspace_id: str = _of("workspace.id")
    place: str = _words()
    verb: str = _words()
    message: str | None = _words(optional=True)
    """`bot.messages.Message` as JSON."""
    language: str = _words()
    zone: str = _words()
    status: str = _words()
    try_at: datetime = _moment()
    """Pending: not before then. Sending: when the lease runs out."""
    attempts: int = 0
    award_id: int | None = _of("award.id", optional=True, index=True)
    digest_id: int | None = _of("digest.id", optional=True)
    target_id: int | None = _of("delivery.id", optional=True)
    """EDIT and DELETE: the delivery whose message is meant; POST: the one that it answers."""
    below: str | None = _words(optional=True)
    """POST: the platform's id of somebody else's message, which this one answers."""
    check_first: bool = False
    """A receiver is unverified: ask the platform before anything is posted."""
    ref: str = _words(default="")
    """The platform's id of the message, once sent."""
    code: str = _words(default="")
    """Why it is where it is; never a name or a reason."""
    finished_at: datetime | None = _moment(optional=True)


class SignInLinkRow(SQLModel, table=True):
    """A way into the pages that works once."""

    __tablename__ = "sign_in_link"

    token_hash: str = Field(sa_column=Column(Text, primary_key=True))
    workspace_id: str = _of("workspace.id")
    member_id: int = _of("member.id", index=True)
    powers: str = _words()
    """What the member might do when it was made, as `hr,lead`."""
    ends_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False, index=True))


class SessionRow(SQLModel, table=True):
    """Somebody is signed in to the pages, in one browser."""

    __tablename__ = "web_session"
    __table_args__ = (NEVER_REUSED,)

    id: int | None = _id()
    token_hash: str = Field(sa_column=Column(Text, nullable=False, unique=True))
    workspace_id: str = _of("workspace.id")
    member_id: int = _of("member.id", index=True)
    powers: str = _words()
    """What the member might do when they signed in."""
    began_at: datetime = _moment()
    seen_at: datetime = _moment()
    ends_at: datetime = Field(sa_column=Column(UTCDateTime, nullable=False, index=True))


class ExportJobRow(SQLModel, table=True):
    """A file that HR asked for in the chat."""

    __tablename__ = "export_job"
    __table_args__ = (NEVER_REUSED,)

    id: int | None = _id()
    workspace_id: str = _of("workspace.id")
    member_id: int = _of("member.id")
    wanted: str = _words()
    """`bot.memory.ExportFilter` as JSON."""
    form: str = _words()
    status: str = Field(sa_column=Column(Text, nullable=False, index=True))
    asked_at: datetime = _moment()
    begun_at: datetime | None = _moment(optional=True)


class HoldRow(SQLModel, table=True):
    """Somebody's records must stay, for a while and for a reason."""

    __tablename__ = "legal_hold"

    member_id: int = Field(sa_column=Column(ForeignKey("member.id"), primary_key=True))
    reason: str = _words()
    owner: str = _words()
    ends_at: datetime = _moment()


class AuditRow(SQLModel, table=True):
    """Who did what to the records. Rows are only ever added: triggers of migration 0010 refuse
    every other change but that an erasure blanks `details`."""

    __tablename__ = "audit"

    id: int | None = _id()
    at: datetime = _moment()
    workspace_id: str | None = _of("workspace.id", optional=True, index=True)
    actor: str = _words()
    action: str = _words()
    details: dict[str, Any] = _json()


def table_of(row: type[SQLModel]) -> Table:
    """The same table for statements through SQLAlchemy Core."""
    return SQLModel.metadata.tables[str(row.__tablename__)]


WORKSPACE = table_of(WorkspaceRow)
INSTALLATION = table_of(InstallationRow)
CREDENTIAL = table_of(CredentialRow)
SPENT = table_of(SpentRow)
MEMBER = table_of(MemberRow)
DUTY = table_of(DutyRow)
ABSENCE = table_of(AbsenceRow)
TEAM = table_of(TeamRow)
TEAM_KEY = table_of(TeamKeyRow)
TEAM_MEMBER = table_of(TeamMemberRow)
BY_NAME = table_of(ByNameRow)
PLACE = table_of(PlaceRow)
AWARD = table_of(AwardRow)
AWARD_MEMBER = table_of(AwardMemberRow)
AWARD_REACTION = table_of(AwardReactionRow)
FOLLOWUP = table_of(FollowupRow)
FOLLOWUP_EVENT = table_of(FollowupEventRow)
DRAFT = table_of(DraftRow)
DIGEST = table_of(DigestRow)
DIGEST_PLAN = table_of(DigestPlanRow)
DELIVERY = table_of(DeliveryRow)
SIGN_IN_LINK = table_of(SignInLinkRow)
SESSION = table_of(SessionRow)
EXPORT_JOB = table_of(ExportJobRow)
HOLD = table_of(HoldRow)
AUDIT = table_of(AuditRow)
