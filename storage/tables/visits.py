"""Who is signed in to the pages."""

from datetime import datetime

from sqlalchemy import Column, Text
from sqlmodel import Field, SQLModel

from storage.tables.columns import NEVER_REUSED, moment, of, own_id, part_of_key, table_of, words


class SignInLinkRow(SQLModel, table=True):
    """A way into the pages that works once."""

    __tablename__ = "sign_in_link"

    token_hash: str = part_of_key()
    workspace_id: str = of("workspace.id")
    member_id: int = of("member.id", index=True)
    powers: str = words()
    """What the member might do when it was made, as `hr,lead`."""
    ends_at: datetime = moment(index=True)


class SessionRow(SQLModel, table=True):
    """Somebody is signed in to the pages, in one browser."""

    __tablename__ = "web_session"
    __table_args__ = (NEVER_REUSED,)

    id: int | None = own_id()
    token_hash: str = Field(sa_column=Column(Text, nullable=False, unique=True))
    workspace_id: str = of("workspace.id")
    member_id: int = of("member.id", index=True)
    powers: str = words()
    """What the member might do when they signed in."""
    began_at: datetime = moment()
    seen_at: datetime = moment()
    ends_at: datetime = moment(index=True)


SIGN_IN_LINK = table_of(SignInLinkRow)
SESSION = table_of(SessionRow)
