"""A small world on one database: a clock that stands still, a house, and its people."""

import re
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

import pytest
from sqlalchemy import Table, select

from bot import digests
from bot.answer import answer
from bot.heard import Action, ActionName, Installed, Mention, Said
from bot.memory import ExportFilter, ExportRow, NewAward, T, Unit
from bot.messages import Answer, Message
from bot.model import Followup, Kind, Member, Place, Profile, Settings, Source, Standing, Workspace
from storage.database import Database
from storage.store import SqlStore
from tests.databases import Furnish, Reused

HOUSE = "stage:house"
GENERAL = Place.channel("general", "general")
FRIDAY = datetime(2026, 11, 27, 12, 0, tzinfo=UTC)
"""In week 48, at 13:00 in Stockholm."""
MENTION = re.compile(r"@(\w+)")


def wall(shown: str) -> datetime:
    """What a clock on the wall shows; it knows no zone."""
    return datetime.fromisoformat(shown)


class StillClock:
    """Implements `bot.ports.Clock`; time passes when a test says so."""

    def __init__(self, at: datetime = FRIDAY) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


class World:
    """The heart on a real database, without any chat. Accounts are short names: `ana`."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.clock = StillClock()
        self.store = SqlStore(database, self.clock)
        self._refs = count(1)

    def open(self, id: str = HOUSE, **settings: Any) -> Workspace:
        """Install the bot; Boss is the installer. Cacti are held for no longer than asked."""
        chosen = Settings(**{"highlights_channel": GENERAL.key, **settings})
        seen = Installed(id, name="The House", installer="boss")

        def install(unit: Unit) -> Workspace:
            last = digests.last_week_at_installation(unit.now, chosen)
            unit.workspaces.install(seen, chosen, last)
            workspace = unit.workspaces.get(id)
            assert workspace
            return workspace

        return self.ask(install)

    def join(self, *accounts: str, at: str = HOUSE, **known: Any) -> list[Member]:
        """These people work here; Ana is called `Ana Ana`."""
        named = {"standing": Standing.ACTIVE, **known}
        profiles = [
            Profile(account, **{"name": f"{account.title()} {account.title()}", **named})
            for account in accounts
        ]

        def put(unit: Unit) -> list[Member]:
            unit.members.put(at, profiles)
            found = unit.members.find(at, accounts)
            return [found[account] for account in accounts]

        return self.ask(put)

    def ask(self, work: Callable[[Unit], T]) -> T:
        return self.store.run_now(work)

    def later(self, **by: float) -> None:
        self.clock.at += timedelta(**by)

    def said(self, who: str, text: str, place: Place = GENERAL, **more: Any) -> Said:
        """What a chat hears when somebody types `/glitter @bo …`; every @ is a real mention."""
        command, _, words = text.partition(" ")
        values = {"workspace_id": HOUSE, "source_ref": f"ref-{next(self._refs)}", **more}
        kind = Kind(command.removeprefix("/"))
        return Said(place=place, speaker=Profile(who), command=kind, parts=parts(words), **values)

    def say(self, who: str, text: str, place: Place = GENERAL, **more: Any) -> Message:
        """Type a command; the private answer."""
        return self.hear(self.said(who, text, place, **more)).message

    def pressed(self, who: str, name: ActionName, subject: object, **more: Any) -> Action:
        values = {"workspace_id": HOUSE, "source_ref": f"ref-{next(self._refs)}", **more}
        return Action(
            place=GENERAL, speaker=Profile(who), name=name, subject=str(subject), **values
        )

    def press(self, who: str, name: ActionName, subject: object, **more: Any) -> Message:
        return self.hear(self.pressed(who, name, subject, **more)).message

    def hear(self, heard: Said | Action) -> Answer:
        answered = self.ask(lambda unit: answer(heard, unit, ()))
        assert isinstance(answered, Answer)
        return answered

    def case(self, award_id: int) -> Followup:
        found = self.ask(lambda unit: unit.followups.get(HOUSE, award_id))
        assert found
        return found

    def exported(self, id: str = HOUSE) -> list[ExportRow]:
        with self.store.export(ExportFilter(id)) as rows:
            return list(rows)

    def close(self) -> None:
        self.store.close()

    @property
    def url(self) -> str:
        """What another process needs to open the same database."""
        return self.database.url.render_as_string(hide_password=False)

    def rows(self, table: Table) -> list[Any]:
        """Everything in a table, as it lies there."""
        with self.database.snapshot() as connection:
            return list(connection.execute(select(table).order_by(*table.primary_key.columns)))


def parts(words: str) -> tuple[str | Mention, ...]:
    """Typed words with every `@name` a real mention."""
    found: list[str | Mention] = []
    for at, piece in enumerate(MENTION.split(words)):
        found.append(Mention(Profile(piece)) if at % 2 else piece)
    return tuple(piece for piece in found if piece != "")


def award(giver: Member, receiver: Member, ref: str = "1", **more: Any) -> NewAward:
    """Glitter from one to the other, with nothing special about it."""
    values = {
        "workspace_id": giver.workspace_id,
        "kind": Kind.GLITTER,
        "reason": "stayed late for the balsamico customer",
        "tags": (),
        "source": Source.COLLEAGUE,
        "place": GENERAL,
        **more,
    }
    return NewAward(giver_id=giver.id, receiver_id=receiver.id, source_ref=ref, **values)


@contextmanager
def world_on(database: Database) -> Iterator[World]:
    """A world with the house open and Ana, Bo, Kim and Boss in it."""
    with closing(World(database)) as made:
        made.open()
        made.join("ana", "bo", "kim", "boss")
        yield made


@pytest.fixture(scope="session")
def furnish() -> Furnish:
    """All of `world_on` is in the database before a test begins."""

    def put_in(database: Database) -> None:
        with world_on(database):
            pass

    return put_in


@pytest.fixture
def world(reused_database: Database) -> Iterator[World]:
    """On SQLite and on PostgreSQL; the test never asks which."""
    with closing(World(reused_database)) as made:
        yield made


@pytest.fixture
def file_world(reused_sqlite: Reused) -> Iterator[World]:
    """On a file alone, for rules in which the database has no part."""
    with closing(World(reused_sqlite.database)) as made:
        yield made
    reused_sqlite.put_back()
