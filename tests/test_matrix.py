"""Who may do what in the chat: every command and every button, as everybody, in twin houses."""

from dataclasses import asdict, dataclass, replace

import pytest

from bot.answer import answer
from bot.commands import WORDS
from bot.heard import Action, ActionName, FormName, Said
from bot.memory import ExportFilter, ExportStatus, Unit
from bot.messages import Answer, CactusHeld, Form, GlitterRecorded, Message, Notice
from bot.model import Duty
from bot.team_words import SHOW, VERBS
from storage.tables import DELIVERY
from tests.worlds import HOUSE, World

NEXT_DOOR = "stage:next"
EVERYBODY = ("ana", "bo", "kim", "sara", "hanna", "boss")
"""Ana leads, Bo gave a cactus, Kim has it, Sara has nothing to do with it, Hanna is HR, and Boss is
admin and brought the bot here."""


@dataclass(frozen=True, slots=True)
class Ids:
    """What buttons of one house carry."""

    case: int
    held: int
    gift: int
    team: int
    job: int
    draft: int


class Undone(Exception):
    """Nothing of what was tried stays."""


class House:
    """Two houses of the same people; only words, numbers and names of teams are others."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.open()
        world.open(NEXT_DOOR)
        self.ids = {at: self._furnish(at, word) for at, word in HOUSES.items()}

    def _furnish(self, at: str, word: str) -> Ids:
        world, where = self.world, {"workspace_id": at}
        world.join(*EVERYBODY, "nils", at=at)
        team = world.ask(lambda unit: _roles(unit, at, f"{word} tills"))
        gift = world.say("ana", f"/glitter @kim found the {word}", **where)
        assert isinstance(gift, GlitterRecorded)
        case = world.say("bo", f"/cactus @kim the {word} shelf was empty", **where)
        held = world.say("ana", f"/cactus @bo the {word} door was locked", **where)
        assert isinstance(case, CactusHeld)
        assert isinstance(held, CactusHeld)
        world.press("bo", ActionName.SEND_NOW, case.award_id, **where)
        wanted = ExportFilter(at, for_hr=True)
        hanna = world.ask(lambda unit: unit.members.find(at, ["hanna"]))["hanna"]
        job = world.ask(lambda unit: unit.exports.ask(hanna.id, wanted, "csv", ExportStatus.READY))
        form = world.say("bo", "/cactus", **where)
        assert isinstance(form, Form)
        return Ids(case.award_id, held.award_id, gift.award_id, team, job, int(form.subject))

    def tried(self, heard: Said | Action) -> tuple[Message, str]:
        """What is answered, and all that would be sent to anybody; nothing of it stays."""
        found: list[tuple[Message, str]] = []

        def work(unit: Unit) -> None:
            answered = answer(heard, unit, (), "https://bot.example/history/enter?link=")
            assert isinstance(answered, Answer)
            owed = unit.deliveries._connection.execute(DELIVERY.select()).all()  # type: ignore[attr-defined]
            news = [row.message for row in owed if row.id > self.last]
            found[:] = [(answered.message, str(news))]
            raise Undone

        self.last = max(row.id for row in self.world.rows(DELIVERY))
        with pytest.raises(Undone):
            self.world.ask(work)
        return found[0]

    def typed(self, who: str, text: str) -> tuple[Message, str]:
        return self.tried(self.world.said(who, text))

    def pressed(self, who: str, name: ActionName, subject: object) -> tuple[Message, str]:
        return self.tried(self.world.pressed(who, name, subject))

    def submitted(self, who: str, form: FormName, subject: object) -> tuple[Message, str]:
        filled = {"form": form, "fields": FIELDS}
        return self.tried(self.world.pressed(who, ActionName.SUBMIT, subject, **filled))


HOUSES = {NEXT_DOOR: "canary", HOUSE: "balsamico"}


def _roles(unit: Unit, at: str, name: str) -> int:
    people = unit.members.find(at, EVERYBODY)
    unit.members.give_duty(people["hanna"].id, Duty.HR)
    unit.members.give_duty(people["boss"].id, Duty.ADMIN)
    team = unit.teams.add(at, name)
    unit.teams.join(team.id, [people["bo"].id, people["kim"].id])
    unit.teams.save(replace(team, lead_id=people["ana"].id))
    return team.id


@pytest.fixture
def house(file_world: World) -> House:
    return House(file_world)


ANYBODY = " ".join(EVERYBODY)
BUTTONS: dict[str, tuple[str, str]] = {
    "undo": ("gift", "ana"),
    "refresh": ("gift", "ana"),
    "give-again": ("draft", ""),
    "resend": ("case", ""),
    "choose-team": ("draft", ""),
    "link": ("case", ""),
    "to-team": ("draft", "bo"),
    "praise": ("case", ""),
    "give": ("", ANYBODY),
    "give-cactus": ("", ANYBODY),
    "home": ("", ANYBODY),
    "more": ("", ANYBODY),
    "my-settings": ("", ANYBODY),
    "settings": ("", "boss"),
    "choose-channel": ("", "boss"),
    "invite": ("", ANYBODY),
    "cacti-off": ("", "boss"),
    "take-cacti": ("", ANYBODY),
    "no-cacti": ("", ANYBODY),
    "edit-draft": ("draft", "bo"),
    "edit": ("held", "ana"),
    "send-anyway": ("draft", ""),
    "send-now": ("held", "ana"),
    "withdraw": ("case", "bo"),
    "show": ("case", "bo kim hanna"),
    "thank": ("case", "kim"),
    "reply": ("case", "bo kim"),
    "promise": ("case", "kim"),
    "hand-over": ("case", "kim"),
    "accept": ("case", ""),
    "decline": ("case", ""),
    "dispute": ("case", "kim"),
    "report": ("case", "kim"),
    "done": ("case", "kim"),
    "bloom": ("case", ""),
    "reopen": ("case", ""),
    "release": ("held", ""),
    "stop": ("case", ""),
    "resume": ("held", ""),
    "close": ("case", "hanna"),
    "moment": ("gift", "hanna boss"),
    "pick": ("gift", "ana hanna boss"),
    "moments": ("", "ana hanna boss"),
    "more-moments": ("", "ana hanna boss"),
    "skip-week": ("case", ""),
    "keep-week": ("case", ""),
    "post-week": ("case", ""),
    "weekly-off": ("", ANYBODY),
    "weekly-on": ("", ANYBODY),
    "agree-export": ("job", ""),
    "refuse-export": ("job", ""),
    "fetch-export": ("job", "hanna"),
    "leave-export": ("job", "hanna"),
    "submit": ("draft", ""),
}
"""What a button is about, "" where it carries nothing, and who gets more than a refusal."""
FORMS: dict[str, tuple[str, str]] = {
    "glitter": ("draft", ""),
    "my-settings": ("", ANYBODY),
    "settings": ("", "boss"),
    "cactus": ("draft", "bo"),
    "edit": ("held", "ana"),
    "reply": ("case", "bo kim"),
    "promise": ("case", "kim"),
    "hand-over": ("case", "kim"),
    "dispute": ("case", "kim"),
    "report": ("case", "kim"),
    "reopen": ("case", ""),
    "stop": ("case", ""),
    "close": ("case", "hanna"),
}
"""The same for what is filled in."""
FIELDS = {
    "situation": "the door was locked at noon",
    "note": "because of the roof",
    "heir": "nils",
    "day": "2026-12-01",
}
COMMANDS: dict[str, str] = {
    "help": ANYBODY,
    "me": ANYBODY,
    "undo": "ana",
    "home": ANYBODY,
    "settings": ANYBODY,
    "export 2026 glitter": "hanna",
    "mydata": ANYBODY,
    "history": ANYBODY,
    "open": ANYBODY,
    "show {case}": "bo kim hanna",
    "away 2026-11-27..2026-12-31 @sara": "ana bo kim hanna boss",
    "back": "",
    "mute @bo 3 too much": "hanna",
    "hours 7-15": ANYBODY,
    "stats": "",
    "name out": ANYBODY,
    "link": "",
    "moment": "ana hanna boss",
}
"""Typed behind `/cactus`, or `/glitter` where that is another command."""
TEAM_COMMANDS: dict[str, tuple[str, str]] = {
    "team": ("team", ANYBODY),
    "team-new": ("team new Lagret", "boss"),
    "team-rename": ("team rename {team} Lagret", "boss"),
    "team-lead": ("team lead {team} @kim", "boss"),
    "team-cacti": ("team cacti {team} all", "boss"),
    "team-group": ("team group {team}", ""),
    "team-delete": ("team delete {team}", "boss"),
    "team-add": ("team add {team} @sara", "ana boss"),
    "team-remove": ("team remove {team} @bo", "ana boss"),
    "team-alias": ("team alias {team} kassan", "ana boss"),
    "team-unalias": ("team unalias {team} kassan", "ana boss"),
}
OF_GLITTER = {"name", "link", "export"}


def refused(message: Message) -> bool:
    return isinstance(message, Notice) and message.code.startswith("refused-")


def subject(ids: Ids, about: str) -> int:
    return getattr(ids, about) if about else 1


def test_every_button_and_every_command_stands_in_the_matrix() -> None:
    assert set(BUTTONS) == {name.value for name in ActionName}
    assert {text.partition(" ")[0] for text in COMMANDS} == set(WORDS)
    assert set(FORMS) == {form.value for form in FormName}
    assert set(TEAM_COMMANDS) == {SHOW, *VERBS}


def test_a_button_does_something_for_whom_it_is_meant_and_nobody_else(house: House) -> None:
    ids = house.ids[HOUSE]
    for name, (about, meant) in BUTTONS.items():
        for who in EVERYBODY:
            said, news = house.pressed(who, ActionName(name), subject(ids, about))
            assert refused(said) == (who not in meant.split()), (name, who, said)
            assert "canary" not in f"{said}{news}", (name, who)


def test_a_command_does_something_for_whom_it_is_meant_and_nobody_else(house: House) -> None:
    for text, meant in COMMANDS.items():
        typed = text.format(case=house.ids[HOUSE].case)
        kind = "glitter" if text.partition(" ")[0] in OF_GLITTER else "cactus"
        for who in EVERYBODY:
            said, news = house.typed(who, f"/{kind} {typed}")
            assert refused(said) == (who not in meant.split()), (text, who, said)
            assert "canary" not in f"{said}{news}", (text, who)


def test_a_form_does_something_for_whom_it_is_meant_and_nobody_else(house: House) -> None:
    ids, theirs = house.ids[HOUSE], house.ids[NEXT_DOOR]
    for name, (about, meant) in FORMS.items():
        for who in EVERYBODY:
            said, news = house.submitted(who, FormName(name), subject(ids, about))
            assert refused(said) == (who not in meant.split()), (name, who, said)
            assert "canary" not in f"{said}{news}", (name, who)
            if about in ("case", "held"):
                foreign = house.submitted(who, FormName(name), subject(theirs, about))
                assert foreign == house.submitted(who, FormName(name), 987654), (name, who)
                assert refused(foreign[0]), (name, who)


def test_a_command_about_a_team_does_something_for_whom_it_is_meant(house: House) -> None:
    for text, meant in TEAM_COMMANDS.values():
        for who in EVERYBODY:
            said, news = house.typed(who, f"/glitter {text.format(team='balsamico tills')}")
            assert refused(said) == (who not in meant.split()), (text, who, said)
            assert "canary" not in f"{said}{news}", (text, who)


def test_a_team_of_next_door_is_answered_as_one_that_nobody_has(house: House) -> None:
    for text, _ in TEAM_COMMANDS.values():
        for who in EVERYBODY if "{team}" in text else ():
            foreign, unknown = (
                house.typed(who, f"/glitter {text.format(team=team)}")
                for team in ("canary tills", "zebras tills")
            )
            assert str(foreign).replace("canary", "zebras") == str(unknown), (text, who)
            assert refused(foreign[0]), (text, who)


def test_a_number_of_next_door_is_answered_as_one_that_nobody_has(house: House) -> None:
    ours, theirs = house.ids[HOUSE], house.ids[NEXT_DOOR]
    assert set(vars_of(ours)) & set(vars_of(theirs)) == set()
    for name, (about, _) in BUTTONS.items():
        for who in EVERYBODY if about else ():
            foreign = house.pressed(who, ActionName(name), subject(theirs, about))
            unknown = house.pressed(who, ActionName(name), 987654)
            assert foreign == unknown, (name, who)
            assert refused(foreign[0]), (name, who)
    for who in EVERYBODY:
        answers = [house.typed(who, f"/cactus show {n}")[0] for n in (theirs.case, 987654)]
        assert [one.code for one in answers if isinstance(one, Notice)] == ["refused-gone"] * 2


def vars_of(ids: Ids) -> list[tuple[str, int]]:
    return list(asdict(ids).items())


@pytest.mark.parametrize("who", EVERYBODY)
def test_twins_never_see_each_other_in_the_chat(house: House, who: str) -> None:
    """The same words in both houses tell of each house alone, also what is owed to others."""
    for at, word in HOUSES.items():
        other = next(one for one in HOUSES.values() if one != word)
        for text in ("/glitter me", "/cactus open", "/glitter home", f"/glitter {word} tills calm"):
            heard = house.world.said(who, text, workspace_id=at)
            said, news = house.tried(heard)
            assert other not in f"{said}{news}", (at, text)
