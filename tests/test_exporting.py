"""Exports asked for in the chat, without any chat: who may, what is meant, and what stays."""

import asyncio
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from adapters import exporter, shelf
from adapters.exporter import Exporter
from adapters.shelf import Shelf
from bot.errors import Refusal
from bot.export_words import Read, read
from bot.exports import Form
from bot.heard import ActionName
from bot.memory import ExportStatus
from bot.messages import ExportReady, Message, Notice
from bot.model import Duty, Kind, Source, State
from bot.settings import change_settings
from storage.tables import AUDIT, EXPORT_JOB
from tests.drivers.stage import Stage
from tests.worlds import FRIDAY, HOUSE, World

STOCKHOLM = "Europe/Stockholm"


def at(shown: str) -> datetime:
    return datetime.fromisoformat(shown).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", Read()),
        ("xlsx", Read(form=Form.XLSX)),
        ("EXCEL Glitter", Read(form=Form.XLSX, kind=Kind.GLITTER)),
        ("kaktusar jsonl", Read(form=Form.JSONL, kind=Kind.CACTUS)),
        ("#Care kassan i Umeå", Read(value="care", team="kassan i umeå")),
        ("kund Kassan", Read(source=Source.CUSTOMER, team="kassan")),
        ("työkaverit blommade", Read(source=Source.COLLEAGUE, state=State.BLOOMED)),
        ("open", Read(state=State.OPEN)),
        ('cactus "Två Ord" xlsx', Read(form=Form.XLSX, kind=Kind.CACTUS, text="Två Ord")),
        ("”rakt av”", Read(text="rakt av")),
        ("held", Read(team="held")),
        ("2026", Read(at("2025-12-31 23:00"), at("2026-12-31 23:00"))),
        ("2026-02", Read(at("2026-01-31 23:00"), at("2026-02-28 23:00"))),
        ("2026-12", Read(at("2026-11-30 23:00"), at("2026-12-31 23:00"))),
        ("2026-07-01", Read(at("2026-06-30 22:00"), at("2026-07-01 22:00"))),
        ("2026-03-01..2026-03-31", Read(at("2026-02-28 23:00"), at("2026-03-31 22:00"))),
        ("veckan", Read(at("2026-11-22 23:00"), at("2026-11-27 23:00"))),
        ("kuukausi", Read(at("2026-10-31 23:00"), at("2026-11-27 23:00"))),
    ],
)
def test_words_in_any_order_and_language_say_what_is_meant(typed: str, meant: Read) -> None:
    assert read(typed, FRIDAY, STOCKHOLM) == meant


@pytest.mark.parametrize("typed", ["2026-13", "2026-02-30", "2026-03-31..2026-03-01", "0000"])
def test_a_day_that_is_none_is_refused(typed: str) -> None:
    with pytest.raises(Refusal):
        read(typed, FRIDAY, STOCKHOLM)


class Office:
    """A house in which Kim is HR, with an exporter of its own."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.shelf = Shelf()
        self.stage = Stage(world)
        self.exporter = Exporter(world.store, self.shelf)
        self.hire("kim")
        world.say("ana", "/glitter @bo calm all day")

    def hire(self, account: str) -> None:
        member = self.member(account)
        self.world.ask(lambda unit: unit.members.give_duty(member, Duty.HR))

    def member(self, account: str) -> int:
        return self.world.ask(lambda unit: unit.members.find(HOUSE, [account]))[account].id

    def settle(self) -> None:
        asyncio.run(self.exporter.settle())
        self.stage.settle()

    def files(self, who: str = "kim") -> list[ExportReady]:
        return [one for one in self.stage.messages(who) if isinstance(one, ExportReady)]

    def path(self, ready: ExportReady) -> Path | None:
        kept = self.shelf.find(HOUSE, ready.export_id)
        return kept.path if kept else None

    def buttons(self, who: str) -> list[str]:
        notices = [one for one in self.stage.messages(who) if isinstance(one, Notice)]
        return [button.subject for one in notices for button in one.buttons]


@pytest.fixture
def office(file_world: World) -> Iterator[Office]:
    made = Office(file_world)
    yield made
    made.shelf.close()


def code(message: Message) -> str:
    assert isinstance(message, Notice)
    return message.code


def rows(office: Office, words: str) -> list[str]:
    """The reasons in the file that comes for these words."""
    assert code(office.world.say("kim", f"/glitter export jsonl {words}")) == "export-begun"
    office.settle()
    path = office.path(office.files()[-1])
    assert path
    return [json.loads(line)["reason"] for line in path.read_text("utf-8").splitlines()]


def test_an_export_narrows_as_the_pages_do(office: Office) -> None:
    world = office.world
    world.say("bo", "/glitter @ana customer: found the balsamico #care")
    held = world.say("ana", "/cactus @bo the returns desk was empty at noon")
    world.press("ana", ActionName.SEND_NOW, getattr(held, "award_id", 0))
    assert rows(office, "@ana customer") == ["found the balsamico"]
    assert rows(office, "bo bo #care") == ["found the balsamico"]
    assert rows(office, 'glitter "ALL day"') == ["calm all day"]
    assert rows(office, "unanswered") == ["the returns desk was empty at noon"]
    assert "Person: Bo Bo · Value: #care" in office.files()[1].asked_for
    assert "State: unanswered" in office.files()[3].asked_for


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("@ana @bo", "refused-export-one-person"),
        ("nobody here", "refused-export-how"),
        ("kim kim @bo", "refused-export-one-person"),
    ],
)
def test_an_export_is_about_one_person_at_most(office: Office, words: str, answer: str) -> None:
    assert code(office.world.say("kim", f"/glitter export {words}")) == answer


def test_a_file_is_private_to_us_and_gone_after_an_hour(office: Office) -> None:
    assert code(office.world.say("kim", "/glitter export")) == "export-begun"
    office.settle()
    (ready,) = office.files()
    path = office.path(ready)
    assert path is not None
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
    assert (ready.rows, ready.size) == (1, path.stat().st_size)
    assert ready.until == FRIDAY + timedelta(hours=1)
    office.world.later(minutes=61)
    office.settle()
    assert office.path(ready) is None
    assert not path.exists()


def test_nothing_is_left_on_disk_when_the_process_ends(office: Office) -> None:
    office.world.say("kim", "/glitter export")
    office.settle()
    path = office.path(office.files()[0])
    office.shelf.close()
    assert path is not None
    assert not path.parent.parent.exists()


def test_hr_does_not_read_a_cactus_before_its_receiver(office: Office) -> None:
    office.world.say("ana", "/cactus @bo the returns desk was empty")
    office.world.say("kim", "/glitter export")
    office.settle()
    assert office.files()[0].rows == 1


@pytest.mark.parametrize("words", ["@bo was great", "nonsense", "2026-13"])
def test_what_is_not_understood_is_said(office: Office, words: str) -> None:
    assert code(office.world.say("kim", f"/glitter export {words}")) == "refused-export-how"
    assert office.world.rows(EXPORT_JOB) == []


def test_whoever_is_hr_no_more_gets_no_file(office: Office) -> None:
    office.world.say("kim", "/glitter export")
    kim = office.member("kim")
    office.world.ask(lambda unit: unit.members.take_duty(kim, Duty.HR))
    office.settle()
    assert office.files() == []
    assert office.stage.notices("kim")[-1] == "refused-hr-only"
    assert office.world.rows(AUDIT) == []


def test_a_file_that_is_ready_is_not_sent_to_whoever_is_hr_no_more(office: Office) -> None:
    for text in ("/glitter export", "/glitter mydata"):
        office.world.say("kim", text)
    asyncio.run(office.exporter.settle())
    kim = office.member("kim")
    office.world.ask(lambda unit: unit.members.take_duty(kim, Duty.HR))
    office.stage.settle()
    assert office.stage.notices("kim") == ["refused-hr-only"]
    assert [one.file_name.partition("-2026")[0] for one in office.files()] == ["my-data"]


def test_a_disk_that_takes_no_file_is_told(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shelf.tempfile, "mkdtemp", full)
    office.world.say("kim", "/glitter export")
    office.settle()
    assert office.stage.notices("kim") == ["export-failed"]
    assert [row.status for row in office.world.rows(EXPORT_JOB)] == [ExportStatus.FAILED]


def test_a_file_whose_process_is_gone_is_made_again(office: Office) -> None:
    office.world.say("kim", "/glitter export")
    claimed = office.world.ask(lambda unit: unit.exports.claim(unit.now))
    assert claimed
    office.settle()
    assert office.files() == []
    office.world.later(minutes=16)
    office.settle()
    assert len(office.files()) == 1


def test_a_long_export_says_how_far_it_is(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporter, "TELL_EVERY", -1.0)
    office.world.say("kim", "/glitter export")
    office.settle()
    news = [one for one in office.stage.messages("kim") if isinstance(one, Notice)]
    assert [(one.code, one.count, one.other) for one in news] == [("export-progress", 1, 1)]


def test_a_second_person_may_refuse_and_nobody_agrees_to_their_own(office: Office) -> None:
    chosen = {"two_person_exports": True}
    office.world.ask(lambda unit: change_settings(unit, HOUSE, chosen, "test"))
    office.hire("boss")
    assert code(office.world.say("kim", "/glitter export cacti")) == "export-waits"
    office.settle()
    job = office.buttons("boss")[0]
    agree, refuse = ActionName.AGREE_EXPORT, ActionName.REFUSE_EXPORT
    assert code(office.world.press("kim", agree, job)) == "refused-export-second-person"
    assert code(office.world.press("ana", agree, job)) == "refused-hr-only"
    assert code(office.world.press("boss", refuse, job)) == "export-refused"
    assert code(office.world.press("boss", agree, job)) == "refused-gone"
    office.settle()
    assert office.stage.notices("kim")[-1] == "export-was-refused"
    assert office.files() == []
    assert code(office.world.say("kim", "/glitter export glitter")) == "export-begun"


def test_a_file_is_handed_only_to_whoever_asked(office: Office) -> None:
    office.hire("boss")
    office.world.open("stage:other")
    office.world.say("kim", "/glitter export")
    office.settle()
    job = office.files()[0].export_id
    fetch = ActionName.FETCH_EXPORT
    assert code(office.world.press("kim", fetch, job)) == "export-delivered"
    assert code(office.world.press("boss", fetch, job)) == "refused-gone"
    assert code(office.world.press("boss", fetch, job + 1)) == "refused-gone"
    assert code(office.world.press("ana", fetch, job)) == "refused-hr-only"


def test_everybody_gets_what_is_about_them_and_no_more(office: Office) -> None:
    office.world.say("ana", "/cactus @bo nobody may read this yet")
    assert code(office.world.say("bo", "/glitter mydata")) == "mydata-begun"
    assert code(office.world.say("bo", "/glitter mydata xml")) == "refused-mydata-how"
    office.settle()
    (ready,) = office.files("bo")
    path = office.path(ready)
    assert path is not None
    assert (ready.file_name, ready.rows) == ("my-data-2026-11-27-1.json", 1)
    told = json.loads(path.read_text("utf-8"))
    assert [one["reason"] for one in told["received"]] == ["calm all day"]
    assert "nobody may read" not in path.read_text("utf-8")
    fetch = ActionName.FETCH_EXPORT
    assert code(office.world.press("bo", fetch, ready.export_id)) == "export-delivered"
    assert code(office.world.press("kim", fetch, ready.export_id)) == "refused-gone"
    assert code(office.world.press("ana", fetch, ready.export_id)) == "refused-hr-only"
    assert [line.action for line in office.world.rows(AUDIT)] == ["mydata"]
    assert office.stage.notices("kim") == []


def test_my_data_comes_as_a_table_where_that_is_asked_for(office: Office) -> None:
    office.world.say("ana", "/glitter mydata csv")
    office.settle()
    (ready,) = office.files("ana")
    path = office.path(ready)
    assert path is not None
    assert path.read_text("utf-8-sig").startswith("award_id,kind,")


CHANGES: list[Any] = [
    delete(AUDIT),
    update(AUDIT).values(actor="nobody"),
    update(AUDIT).values(details={"rows": 0}),
    update(AUDIT).values(details={"erased": True}, action="nothing"),
]


@pytest.mark.parametrize("change", CHANGES, ids=["deleted", "actor", "details", "action"])
def test_the_audit_is_only_ever_added_to(world: World, change: Any) -> None:
    world.ask(lambda unit: unit.audit.add(HOUSE, "member 1", "export", {"rows": 7}))
    with (
        pytest.raises(DBAPIError, match="only ever added to"),
        world.database.begin() as connection,
    ):
        connection.execute(change)
    assert [row.details for row in world.rows(AUDIT)] == [{"rows": 7}]


def test_an_erasure_may_blank_what_a_line_of_the_audit_tells(world: World) -> None:
    world.ask(lambda unit: unit.audit.add(HOUSE, "member 1", "mute", {"reason": "Bo"}))
    with world.database.begin() as connection:
        connection.execute(update(AUDIT).values(details={"erased": True}))
    (line,) = world.rows(AUDIT)
    assert (line.action, line.details) == ("mute", {"erased": True})
