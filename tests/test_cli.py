"""The command line: 0 is done, 1 is a sentence on standard error, 2 is a wrong call."""

import csv
import hashlib
import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from sqlalchemy import text
from typer.core import TyperGroup
from typer.main import get_command

from adapters import cli
from adapters.clock import SystemClock
from adapters.playground import sample
from adapters.terminal import highlights
from app import Tools
from bot.heard import ActionName
from bot.memory import Unit
from bot.messages import GlitterRecorded, WeeklyHighlights
from bot.model import ByName, Place, Reader
from storage import tables
from storage.database import Database
from tests.drivers.stage import Stage
from tests.worlds import HOUSE, World, award, world_on


@dataclass
class Done:
    code: int
    out: str
    err: str


Call = Callable[..., Done]


@cache
def commands() -> TyperGroup:
    """Every command, made once: Typer would make them at each call, longer than most take."""
    made = get_command(cli.commands(Tools()))
    assert isinstance(made, TyperGroup)
    return made


@pytest.fixture
def call(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> Call:
    """Types a command, with whatever database the environment names."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(cli, "commands", lambda _: commands())

    def typed(*words: object) -> Done:
        monkeypatch.setattr(sys, "argv", ["app.py", *map(str, words)])
        try:
            cli.run(Tools())
            code: object = 0
        except SystemExit as ended:
            code = ended.code
        said = capsys.readouterr()
        assert isinstance(code, int)
        return Done(code, said.out, said.err)

    return typed


@pytest.fixture
def house(world: World, monkeypatch: pytest.MonkeyPatch) -> World:
    """The world whose database the command line finds, and by whose clock it lives."""
    monkeypatch.setenv("DATABASE_URL", world.url)
    monkeypatch.setattr(SystemClock, "now", lambda _: world.clock.now())
    return world


@pytest.fixture
def breakable(database: Database, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    """The same with a database of its own, whose schema a test may change."""
    with world_on(database) as made:
        monkeypatch.setenv("DATABASE_URL", made.url)
        yield made


def complaint(done: Done) -> str:
    """What stands on standard error, which is one sentence."""
    assert done.code == 1, done
    assert done.out == ""
    assert done.err.count("\n") == 1
    assert done.err.endswith((".\n", "--help\n", "--channel\n")), done.err
    return done.err


def every_command() -> Iterator[tuple[str, ...]]:
    def below(group: TyperGroup, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        yield words
        for name, one in group.commands.items():
            if isinstance(one, TyperGroup):
                yield from below(one, (*words, name))
            else:
                yield (*words, name)

    yield from below(commands(), ())


@pytest.mark.parametrize("words", list(every_command()), ids=" ".join)
def test_every_command_has_help(call: Call, words: tuple[str, ...]) -> None:
    done = call(*words, "--help")
    assert done.code == 0
    assert "Usage:" in done.out
    assert done.err == ""


@pytest.mark.parametrize(
    "words",
    [
        "nonsense",
        "digest nonsense",
        "workspace show",
        "export",
        "people list",
        "run --fast",
        "workspace set stage:house --hour noon",
        "export --workspace a --output b --kind thorn",
    ],
)
def test_a_wrong_call_is_2_and_changes_nothing(call: Call, house: World, words: str) -> None:
    done = call(*words.split())
    assert done.code == 2
    assert (done.out, done.err.count("\n")) == ("", 1)
    assert done.err.endswith((".\n", "?\n")), done.err
    assert house.rows(tables.AUDIT) == []


@pytest.mark.parametrize(
    "words",
    [
        "people list --workspace stage:nowhere",
        "digest preview --workspace stage:nowhere",
        "digest send --workspace stage:nowhere",
        "workspace show stage:nowhere",
        "workspace set stage:nowhere --hour 9",
        "export --workspace stage:nowhere --output x.csv",
        "digest preview --workspace stage:house --week 2026-47",
        "digest send --workspace stage:house --week 2025-W53",
        "digest send --workspace stage:house --week 2099-W01",
        "export --workspace stage:house --output x.csv --from yesterday",
        "export --workspace stage:house --output x.csv --to 2026-02-30",
        "export --workspace stage:house --output x.csv --from 2026-02-02 --to 2026-02-01",
        "export --workspace stage:house --output no/folder/x.csv",
        "export --workspace stage:house --output x --format parquet",
        "workspace set stage:house --weekday 8",
        "workspace set stage:house --hour 24",
        "workspace set stage:house --zone Nowhere/Here",
        "workspace set stage:house --language da",
        "workspace set stage:house --daily-glitter-limit -1",
        "workspace set stage:house --cactus-hold-minutes 1441",
        "workspace set stage:house --cactus-months 61",
        "workspace set stage:house --glitter-months 61",
        "workspace set stage:house --glitter-months 0",
        "workspace set stage:house",
    ],
)
def test_what_cannot_be_done_is_1_and_a_sentence(
    call: Call, house: World, words: str, tmp_path: Path
) -> None:
    complaint(call(*words.split()))
    assert house.rows(tables.AUDIT) == []
    assert list(tmp_path.glob("**/*.csv*")) == []


def test_a_number_out_of_bounds_is_answered_with_the_bound(call: Call, house: World) -> None:
    told = complaint(call("workspace", "set", "stage:house", "--weekday", "8"))
    assert told == "highlights weekday cannot be 8; the most is 7.\n"
    told = complaint(call("workspace", "set", "stage:house", "--daily-glitter-limit", "-1"))
    assert told == "daily glitter limit cannot be -1; the least is 0.\n"


def test_an_unknown_workspace_is_answered_with_the_known_ones(call: Call, house: World) -> None:
    assert "stage:house" in complaint(call("workspace", "show", "stage:nowhere"))


@pytest.mark.parametrize("words", ["migrate", "workspace list", "run"])
def test_a_bad_setting_stops_every_command(
    call: Call, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", "mysql://localhost/x")
    assert complaint(call(*words.split())).startswith("DATABASE_URL")
    monkeypatch.setenv("SECRET_KEY", "short")
    assert complaint(call(*words.split())).startswith("SECRET_KEY")


def test_migrating_says_where_the_schema_is_and_does_no_more_the_second_time(
    call: Call, monkeypatch: pytest.MonkeyPatch, empty_database_url: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", empty_database_url)
    first = call("migrate")
    assert (first.code, first.err) == (0, "")
    assert call("migrate") == first
    assert call("workspace", "list").out.startswith("There are no workspaces yet")
    assert call("workspace", "list", "--json").out == "[]\n"


def test_the_sample_history_is_added_once(
    call: Call, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/glitter.db")
    monkeypatch.setattr(sample, "DAYS", 14)
    first = call("sample")
    assert (first.code, first.err) == (0, "")
    teams = call("team", "list", "--workspace", "playground:demo")
    assert complaint(call("sample")) == (
        "The sample history is there already; nothing was added.\n"
    )
    assert call("team", "list", "--workspace", "playground:demo") == teams


@pytest.mark.parametrize("words", ["migrate", "workspace list", "run"])
def test_a_database_of_a_newer_program_is_left_alone(
    call: Call, breakable: World, words: str
) -> None:
    with breakable.database.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert "newer than this program" in complaint(call(*words.split()))


def test_lists_are_for_eyes_and_for_machines(call: Call, house: World) -> None:
    assert call("workspace", "list").out == "stage:house  The House\n"
    (shown,) = json.loads(call("workspace", "list", "--json").out)
    assert json.loads(call("workspace", "show", HOUSE, "--json").out) == shown
    assert (shown["id"], shown["highlights_hour"], shown["removed_at"]) == (HOUSE, 15, None)
    house.join("eva", name="Eva Räksmörgås")
    people = json.loads(call("people", "list", "--workspace", HOUSE, "--json").out)
    shown = {"id": "eva", "name": "Eva Räksmörgås", "standing": "active", "team": None}
    assert shown in people
    assert "Eva Räksmörgås" in call("people", "list", "--workspace", HOUSE).out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("team list", "There are no teams in stage:empty; make one with: team add."),
        ("people list", "Nobody is known in stage:empty yet."),
        ("role list", "Nobody has a role in stage:empty; give one with: role grant."),
        ("hold list", "Nobody’s records are held in stage:empty."),
    ],
)
def test_an_empty_list_says_so(call: Call, house: World, words: str, said: str) -> None:
    house.open("stage:empty")
    at = (*words.split(), "--workspace", "stage:empty")
    assert call(*at).out == f"{said}\n"
    assert call(*at, "--json").out == "[]\n"


def test_changed_settings_are_kept_and_audited(call: Call, house: World) -> None:
    words = ["--channel", "C9", "--hour", "9", "--zone", "Asia/Kolkata", "--no-cactus-on"]
    done = call("workspace", "set", HOUSE, *words, "--glitter-channel", "C8")
    assert (done.code, done.err) == (0, "")
    shown = json.loads(call("workspace", "show", HOUSE, "--json").out)
    assert (shown["highlights_channel"], shown["glitter_channel"]) == ("channel:C9", "channel:C8")
    assert (shown["highlights_hour"], shown["zone"], shown["cactus_on"]) == (
        9,
        "Asia/Kolkata",
        False,
    )
    assert shown["highlights_weekday"] == 5
    call("workspace", "set", HOUSE, "--glitter-channel", "none")
    assert json.loads(call("workspace", "show", HOUSE, "--json").out)["glitter_channel"] is None
    first, second = house.rows(tables.AUDIT)
    assert (first.actor, first.action, first.workspace_id) == ("command line", "settings", HOUSE)
    assert first.details["highlights_hour"] == 9
    assert second.details == {"glitter_channel": None}


def test_when_an_answer_is_due_is_decided_by_the_workspace(call: Call, house: World) -> None:
    assert call("workspace", "set", HOUSE, "--holidays", "fi", "--answer-days", "5").code == 0
    shown = json.loads(call("workspace", "show", HOUSE, "--json").out)
    assert (shown["holidays"], shown["answer_days"]) == ("FI", 5)
    assert "no holidays of XX" in complaint(call("workspace", "set", HOUSE, "--holidays", "XX"))
    call("workspace", "set", HOUSE, "--holidays", "none")
    assert json.loads(call("workspace", "show", HOUSE, "--json").out)["holidays"] is None


def test_the_link_to_a_policy_is_kept_as_browsers_read_it_and_taken_away(
    call: Call, house: World
) -> None:
    def kept() -> str:
        shown = json.loads(call("workspace", "show", HOUSE, "--json").out)
        return str(shown["policy_link"])

    link = "https://intranet.example.com/respect"
    for typed, kept_as in ((link, link), ("", ""), (f" {link}/ å", f"{link}/%20%C3%A5")):
        assert call("workspace", "set", HOUSE, "--policy-link", typed).code == 0
        assert kept() == kept_as
    assert call("workspace", "set", HOUSE, "--policy-link", "none").code == 0
    assert kept() == ""
    told = complaint(call("workspace", "set", HOUSE, "--policy-link", "http://example.com/"))
    assert told.startswith("The link to a policy is a whole address like https://")
    secret = complaint(call("workspace", "set", HOUSE, "--policy-link", "https://a:hush@b.example"))
    assert (secret, kept()) == (told, "")


def test_a_preview_posts_nothing_and_a_second_sending_is_refused(call: Call, house: World) -> None:
    preview = call("digest", "preview", "--workspace", HOUSE)
    assert preview.code == 0
    assert "quiet week" in preview.out
    assert house.rows(tables.DELIVERY) == []
    sent = call("digest", "send", "--workspace", HOUSE)
    assert (sent.code, sent.err) == (0, "")
    assert "already" in complaint(call("digest", "send", "--workspace", HOUSE))
    assert len(house.rows(tables.DELIVERY)) == 1
    assert call("digest", "send", "--workspace", HOUSE, "--again").code == 0
    assert len(house.rows(tables.DELIVERY)) == 2


def test_a_preview_shows_what_is_posted(call: Call, house: World) -> None:
    for giver, receiver in (("ana", "bo"), ("bo", "kim"), ("kim", "ana"), ("boss", "ana")):
        house.say(giver, f"/glitter @{receiver} customer: what {giver} heard #care")
    stage = Stage(house)
    stage.later(hours=3)
    posted = [one for one in stage.messages("general") if isinstance(one, WeeklyHighlights)]
    assert [page.receivers for page in posted] == [3]
    preview = call("digest", "preview", "--workspace", HOUSE, "--week", "2026-W48")
    reader = Reader("en", "Europe/Stockholm")
    assert preview.out.splitlines() == highlights(posted[0], reader).splitlines()


def busy_week(house: World) -> None:
    house.say("ana", "/glitter @bo =HYPERLINK(1) #care")
    house.say("ana", "/glitter @bo @kim räksmörgås 🌵", place=Place.channel("c", "=cmd"))
    answer = house.say("kim", "/glitter @bo taken back")
    assert isinstance(answer, GlitterRecorded)
    house.press("kim", ActionName.UNDO, answer.award_id)
    house.say("kim", "/cactus @bo the returns desk was empty")
    house.later(days=1)
    house.say("bo", "/glitter @kim the day after")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_an_export_is_complete_harmless_and_audited_with_its_real_hash(
    call: Call, house: World, tmp_path: Path
) -> None:
    busy_week(house)
    path = tmp_path / "history.csv"
    done = call("export", "--workspace", HOUSE, "--output", path)
    assert (done.code, done.err) == (0, "")
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    digest = hashlib.sha256(content).hexdigest()
    assert done.out == f"6 awards in {path} (SHA-256 {digest})\n"
    stored, rows = house.rows(tables.AWARD), read(path)
    assert [int(row["award_id"]) for row in rows] == [row.id for row in stored]
    assert [row["reason"].removeprefix("'") for row in rows] == [row.reason for row in stored]
    assert rows[0]["reason"].startswith("'=")
    assert rows[1]["channel_name"] == "'=cmd"
    assert [bool(row["retracted_at_utc"]) for row in rows] == [False] * 3 + [True] + [False] * 2
    assert rows[4]["state"] == "held"
    (audit,) = house.rows(tables.AUDIT)
    assert (audit.action, audit.actor) == ("export", "command line")
    assert audit.details == {
        "filter": {},
        "format": "csv",
        "rows": 6,
        "sha256": digest,
    }


def test_a_filtered_export_includes_its_last_day_on_the_local_clock(
    call: Call, house: World, tmp_path: Path
) -> None:
    busy_week(house)
    path = tmp_path / "x.csv"
    day = ("--from", "2026-11-27", "--to", "2026-11-27")
    call("export", "--workspace", HOUSE, "--output", path, *day, "--kind", "cactus")
    assert [row["kind"] for row in read(path)] == ["cactus"]
    call("export", "--workspace", HOUSE, "--output", path, *day)
    assert len(read(path)) == 5
    call("export", "--workspace", HOUSE, "--output", path, "--from", "2026-11-28")
    assert [row["reason"] for row in read(path)] == ["the day after"]
    audit = house.rows(tables.AUDIT)[0].details
    assert audit["filter"] == {
        "from": "2026-11-26T23:00:00+00:00",
        "to": "2026-11-27T23:00:00+00:00",
        "kind": "cactus",
    }


def test_an_export_that_fails_is_not_audited_as_done(
    call: Call, breakable: World, tmp_path: Path
) -> None:
    busy_week(breakable)
    with breakable.database.begin() as connection:
        connection.execute(text("ALTER TABLE award RENAME COLUMN tags TO labels"))
    with pytest.raises(Exception, match="tags"):
        call("export", "--workspace", HOUSE, "--output", tmp_path / "x.csv")
    assert list(tmp_path.iterdir()) == []
    assert breakable.rows(tables.AUDIT) == []


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_every_format_holds_the_same_awards(
    call: Call, house: World, tmp_path: Path, form: str
) -> None:
    busy_week(house)
    path = tmp_path / f"history.{form}"
    done = call("export", "--workspace", HOUSE, "--output", path, "--format", form)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert done.out == f"6 awards in {path} (SHA-256 {digest})\n"
    audit = house.rows(tables.AUDIT)[-1].details
    assert (audit["format"], audit["rows"], audit["sha256"]) == (form, 6, digest)


def test_an_export_names_a_person_and_words(call: Call, house: World, tmp_path: Path) -> None:
    busy_week(house)
    path = tmp_path / "x.csv"
    call("export", "--workspace", HOUSE, "--output", path, "--person", "bo", "--text", "THE DAY")
    assert {row["reason"] for row in read(path)} == {"the day after"}
    told = house.rows(tables.AUDIT)[-1].details["filter"]
    assert told["text"] == "THE DAY"
    complaint(call("export", "--workspace", HOUSE, "--output", path, "--person", "nobody"))
    complaint(call("export", "--workspace", HOUSE, "--output", path, "--team", "nobody"))


def test_the_audit_can_be_exported_too(call: Call, house: World, tmp_path: Path) -> None:
    call("export", "--workspace", HOUSE, "--output", tmp_path / "x.csv")
    path = tmp_path / "audit.jsonl"
    done = call("export", "--workspace", HOUSE, "--output", path, "--audit")
    assert done.out.startswith("1 lines of the audit in ")
    (line,) = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert (line["actor"], line["action"]) == ("command line", "export")
    assert line["details"]["rows"] == 0


def named(house: World, team: str, name: str = "Uno Utan") -> ByName:
    """Somebody without an account in a team, with one glitter from Ana."""
    (ana,) = house.join("ana")

    def make(unit: Unit) -> ByName:
        known = unit.by_name.add(HOUSE, unit.teams.add(HOUSE, team).id, name)
        bare = unit.members.get(HOUSE, [known.member_id])[known.member_id]
        unit.awards.add([award(ana, bare, team)])
        return known

    return house.ask(make)


def test_people_without_an_account_are_listed_and_linked(call: Call, house: World) -> None:
    named(house, "Kassan")
    house.join("uno", name="Uno Utan")
    assert (
        "-  Uno Utan  active  without an account, in Kassan"
        in call("people", "list", "--workspace", HOUSE).out
    )
    where = ("people", "link", "--workspace", HOUSE)
    assert "no nobody" in complaint(call(*where, "--name", "Uno Utan", "--to", "nobody"))
    assert "called Eva" in complaint(call(*where, "--name", "Eva", "--to", "uno"))
    named(house, "Lagret")
    assert "Kassan, Lagret" in complaint(call(*where, "--name", "uno utan", "--to", "uno"))
    done = call(*where, "--name", "uno utan", "--team", "kassan", "--to", "uno")
    assert (done.code, done.out) == (0, "uno has all that uno utan received: 1 awards moved.\n")
    assert [row.receiver_account for row in house.exported()] == ["uno", ""]
    (audit,) = house.rows(tables.AUDIT)
    assert (audit.actor, audit.action) == ("command line", "people linked")
    assert "in Kassan" not in call("people", "list", "--workspace", HOUSE).out
