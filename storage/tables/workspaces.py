"""Where the bot may act, and with what right."""

from datetime import datetime

from sqlmodel import SQLModel

from storage.tables.columns import blank, moment, part_of_key, table_of, words


class WorkspaceRow(SQLModel, table=True):
    __tablename__ = "workspace"

    id: str = part_of_key()
    platform: str = words()
    name: str = words()
    settings: str = words()
    """`bot.model.Settings` as JSON; read and written whole."""
    suspended_at: datetime | None = moment(optional=True)
    paused_until: datetime | None = moment(optional=True)
    """The platform asked for silence until then."""
    last_week: str = words()
    """The newest ISO week whose digest is decided, as `2026-W47`."""
    next_digest_at: datetime = moment(index=True)
    roster_due_at: datetime = moment()
    previewed_week: str = blank()
    """The newest ISO week whose preview went out, as `2026-W47`."""
    emptied_at: datetime | None = moment(optional=True)
    """When all that was left behind here had gone, after the bot was removed."""


class InstallationRow(SQLModel, table=True):
    """The right to act in a workspace."""

    __tablename__ = "installation"

    workspace_id: str = part_of_key("workspace.id")
    installer: str | None = words(optional=True)
    holder: str = blank()
    """Whose credential opens the workspace, where it is not its own."""
    address: str = words()
    installed_at: datetime = moment()
    removed_at: datetime | None = moment(optional=True)


class CredentialRow(SQLModel, table=True):
    """What opens a workspace, or all workspaces of an organisation. Only ever kept sealed."""

    __tablename__ = "credential"

    holder: str = part_of_key()
    """Id of the workspace or of the organisation: `slack:T1`, `slack:E1`."""
    sealed: str = words()
    renew_at: datetime | None = moment(optional=True)
    kept_at: datetime = moment()


class SpentRow(SQLModel, table=True):
    """Something that counts once: a state of OAuth that has come back."""

    __tablename__ = "spent"

    ticket: str = part_of_key()
    at: datetime = moment(index=True)


class PlaceRow(SQLModel, table=True):
    """How a place is reached, for platforms where its id is not enough."""

    __tablename__ = "place"

    workspace_id: str = part_of_key("workspace.id")
    key: str = part_of_key()
    name: str = words()
    address: str = words()


WORKSPACE = table_of(WorkspaceRow)
INSTALLATION = table_of(InstallationRow)
CREDENTIAL = table_of(CredentialRow)
SPENT = table_of(SpentRow)
PLACE = table_of(PlaceRow)
