"""Who may do what in the chat: every command, button and form, as everybody, in twin houses."""

import re
from collections.abc import Iterator
from dataclasses import astuple, fields, replace

import pytest

from bot.commands import WORDS
from bot.heard import ActionName, FormName, GroupMention
from bot.messages import Message, Notice
from bot.team_words import SHOW, VERBS
from storage.database import Database
from tests.databases import Make
from tests.twins import EVERYBODY, HOUSES, House, Ids
from tests.worlds import HOUSE, world_on

ANYBODY = " ".join(EVERYBODY)
NOBODY_KNOWS = "987654"
BUTTONS: dict[str, tuple[str, str]] = {
    "undo": ("gift", "ana"),
    "refresh": ("gift", "ana"),
    "give-again": ("again", "ana"),
    "resend": ("lost", "boss"),
    "choose-team": ("choice", "bo"),
    "link": ("named", "ana hanna boss"),
    "to-team": ("draft", "bo"),
    "praise": ("bloomed", "bo"),
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
    "send-anyway": ("blunt", "sara"),
    "send-now": ("held", "ana"),
    "withdraw": ("case", "bo"),
    "show": ("case", "bo kim hanna"),
    "thank": ("case", "kim"),
    "reply": ("case", "bo kim"),
    "promise": ("case", "kim"),
    "hand-over": ("case", "kim"),
    "accept": ("offered", "sara"),
    "decline": ("offered", "sara"),
    "dispute": ("case", "kim"),
    "report": ("case", "kim"),
    "done": ("case", "kim"),
    "bloom": ("done", "ana"),
    "reopen": ("done", "ana"),
    "release": ("review", "hanna"),
    "stop": ("review", "hanna"),
    "resume": ("reported", "hanna"),
    "close": ("reported", "hanna"),
    "moment": ("gift", "hanna boss"),
    "pick": ("gift", "ana hanna boss"),
    "moments": ("", "ana hanna boss"),
    "more-moments": ("", "ana hanna boss"),
    "skip-week": ("week", "hanna boss"),
    "keep-week": ("week", "hanna boss"),
    "post-week": ("week", "hanna boss"),
    "weekly-off": ("", ANYBODY),
    "weekly-on": ("", ANYBODY),
    "agree-export": ("asked", "hanna"),
    "refuse-export": ("asked", "hanna"),
    "fetch-export": ("file", "hanna"),
    "leave-export": ("file", "hanna"),
}
"""What a button is about, "" where it carries nothing, and who gets more than a refusal."""
FORMS: dict[str, tuple[str, str]] = {
    "glitter": ("glitter", "sara"),
    "my-settings": ("", ANYBODY),
    "settings": ("", "boss"),
    "cactus": ("draft", "bo"),
    "edit": ("held", "ana"),
    "reply": ("case", "bo kim"),
    "promise": ("case", "kim"),
    "hand-over": ("case", "kim"),
    "dispute": ("case", "kim"),
    "report": ("case", "kim"),
    "reopen": ("done", "ana"),
    "stop": ("review", "hanna"),
    "close": ("reported", "hanna"),
}
"""The same for what is filled in."""
COMMANDS: dict[str, tuple[str, str]] = {
    "help": ("help", ANYBODY),
    "me": ("me", ANYBODY),
    "undo": ("undo", "ana"),
    "home": ("home", ANYBODY),
    "settings": ("settings", ANYBODY),
    "export": ("export 2026 glitter", "hanna"),
    "mydata": ("mydata", ANYBODY),
    "history": ("history", ANYBODY),
    "open": ("open", ANYBODY),
    "show": ("show {case}", "bo kim hanna"),
    "away": ("away 2026-11-27..2026-12-31 @sara", "ana bo kim hanna boss"),
    "back": ("back", "boss"),
    "mute": ("mute @bo 3 too much", "hanna"),
    "hours": ("hours 7-15", ANYBODY),
    "stats": ("stats", "hanna"),
    "name": ("name out", ANYBODY),
    "link": ('link "Uno {word}" ({word} storage) @nils', "ana hanna boss"),
    "moment": ("moment", "ana hanna boss"),
}
"""Typed behind `/cactus`, or `/glitter` where that is another command."""
TEAM_COMMANDS: dict[str, tuple[str, str]] = {
    "team": ("team", ANYBODY),
    "team-new": ("team new Lagret", "boss"),
    "team-rename": ("team rename {team} Lagret", "boss"),
    "team-lead": ("team lead {team} @kim", "boss"),
    "team-cacti": ("team cacti {team} all", "boss"),
    "team-group": ("team group {team}", "boss"),
    "team-delete": ("team delete {team}", "boss"),
    "team-add": ("team add {team} @sara", "ana boss"),
    "team-remove": ("team remove {team} @bo", "ana boss"),
    "team-alias": ("team alias {team} kassan", "ana boss"),
    "team-unalias": ("team unalias {team} tills", "ana boss"),
}
OF_GLITTER = {"name", "link", "export", "undo"}
OF_NEXT_DOOR = (
    "/glitter {word} tills kept calm all day",
    "/cactus {word} tills the door was locked at noon",
    '/glitter "Uno {word}" ({word} storage) carried it all',
    '/glitter name "Uno {word}" ({word} storage) out',
    '/glitter link "Uno {word}" ({word} storage) @nils',
    '/glitter export "{word} tills"',
    "/glitter export {word} tills",
    "/glitter export {word}",
)
"""Typed with a word of a house, of which only that house may know."""
CHOSEN: dict[str, dict[str, str]] = {
    "glitter": {"to-team": "{word} tills", "receivers": ""},
    "cactus": {"team": "{word} tills"},
    "hand-over": {"heir-team": "{word} tills", "heir": ""},
}
"""The same for what is chosen in a form."""


@pytest.fixture(scope="module")
def house(make_sqlite: Make) -> Iterator[House]:
    """For all tests: nothing stays of what one of them tries."""
    database = Database(make_sqlite(True))
    database.open()
    with world_on(database) as world:
        yield House(world)
    database.close()


def refused(message: Message) -> bool:
    return isinstance(message, Notice) and message.code.startswith("refused-")


def subject(ids: Ids, about: str) -> str:
    return str(getattr(ids, about)) if about else "1"


def unknown(number: str) -> str:
    """The same shape, and the number of nothing."""
    return re.sub(r"\d+", NOBODY_KNOWS, number)


def test_every_button_command_and_form_stands_in_the_matrix_and_is_for_somebody() -> None:
    assert {*BUTTONS, "submit"} == {name.value for name in ActionName}
    assert set(COMMANDS) == set(WORDS)
    assert set(FORMS) == {form.value for form in FormName}
    assert set(TEAM_COMMANDS) == {SHOW, *VERBS}
    rows = [BUTTONS, FORMS, COMMANDS, TEAM_COMMANDS]
    assert [name for one in rows for name, (_, meant) in one.items() if not meant] == []
    about = {about for one in (BUTTONS, FORMS) for about, _ in one.values()}
    assert about - {""} == {field.name for field in fields(Ids)}


def test_a_button_does_something_for_whom_it_is_meant_and_nobody_else(house: House) -> None:
    for name, (about, meant) in BUTTONS.items():
        for who in EVERYBODY:
            said, news = house.pressed(who, ActionName(name), subject(house.ours, about))
            assert refused(said) == (who not in meant.split()), (name, who, said)
            assert "canary" not in f"{said}{news}", (name, who)


def test_a_form_does_something_for_whom_it_is_meant_and_nobody_else(house: House) -> None:
    for name, (about, meant) in FORMS.items():
        for who in EVERYBODY:
            said, news = house.submitted(who, FormName(name), subject(house.ours, about))
            assert refused(said) == (who not in meant.split()), (name, who, said)
            assert "canary" not in f"{said}{news}", (name, who)


def test_a_command_does_something_for_whom_it_is_meant_and_nobody_else(house: House) -> None:
    for word, (text, meant) in COMMANDS.items():
        typed = text.format(case=house.ours.case, word=HOUSES[HOUSE])
        kind = "glitter" if word in OF_GLITTER else "cactus"
        for who in EVERYBODY:
            said, news = house.typed(who, f"/{kind} {typed}")
            assert refused(said) == (who not in meant.split()), (text, who, said)
            assert "canary" not in f"{said}{news}", (text, who)


def test_a_command_about_a_team_does_something_for_whom_it_is_meant(house: House) -> None:
    for verb, (text, meant) in TEAM_COMMANDS.items():
        for who in EVERYBODY:
            said, news = about_a_team(house, who, verb, text, "balsamico tills")
            assert refused(said) == (who not in meant.split()), (text, who, said)
            assert "canary" not in f"{said}{news}", (text, who)


def about_a_team(house: House, who: str, verb: str, text: str, team: str) -> tuple[Message, str]:
    heard = house.world.said(who, f"/glitter {text.format(team=team)} ".rstrip())
    if verb == "team-group":
        heard = replace(heard, parts=(*heard.parts, GroupMention("S1", "tillgroup")))
    return house.tried(heard)


# ---------------------------------------------------------------- what is next door


def test_nothing_has_the_same_number_in_both_houses(house: House) -> None:
    pairs = zip(astuple(house.ours), astuple(house.theirs), strict=True)
    assert [one for one, other in pairs if one == other] == [house.ours.week]


def test_a_button_of_next_door_is_answered_as_one_about_nothing(house: House) -> None:
    for name, (about, _) in BUTTONS.items():
        number = subject(house.theirs, about)
        for who in EVERYBODY if about not in ("", "week") else ():
            foreign = house.pressed(who, ActionName(name), number)
            assert foreign == house.pressed(who, ActionName(name), unknown(number)), (name, who)
            assert refused(foreign[0]), (name, who)


def test_a_form_of_next_door_is_answered_as_one_about_nothing(house: House) -> None:
    for name, (about, _) in FORMS.items():
        number = subject(house.theirs, about)
        for who in EVERYBODY if about else ():
            foreign = house.submitted(who, FormName(name), number)
            assert foreign == house.submitted(who, FormName(name), unknown(number)), (name, who)
            assert refused(foreign[0]), (name, who)


def test_half_of_a_number_of_next_door_is_no_way_in_either(house: House) -> None:
    draft, _, team = house.theirs.choice.partition(":")
    ours, _, own_team = house.ours.choice.partition(":")
    known, _, nils = house.theirs.named.partition("-")
    uno, _, own_nils = house.ours.named.partition("-")
    for name, number, nothing in (
        ("choose-team", f"{ours}:{team}", f"{ours}:{NOBODY_KNOWS}"),
        ("choose-team", f"{draft}:{own_team}", f"{NOBODY_KNOWS}:{own_team}"),
        ("link", f"{known}-{own_nils}", f"{NOBODY_KNOWS}-{own_nils}"),
        ("link", f"{uno}-{nils}", f"{uno}-{NOBODY_KNOWS}"),
    ):
        for who in EVERYBODY:
            foreign, news = house.pressed(who, ActionName(name), number)
            told, nothings_news = house.pressed(who, ActionName(name), nothing)
            echoed = same(foreign).replace(f":{team}.", f":{NOBODY_KNOWS}.")
            assert echoed == same(told), (name, who)
            assert news == nothings_news, (name, who)


def same(message: Message) -> str:
    """The message without the number of a draft, which grows with each."""
    return re.sub(r"subject='\d+", "subject='", str(message))


def test_a_case_of_next_door_is_shown_as_one_that_nobody_has(house: House) -> None:
    for who in EVERYBODY:
        answers = [
            house.typed(who, f"/cactus show {number}")[0]
            for number in (house.theirs.case, NOBODY_KNOWS)
        ]
        assert [one.code for one in answers if isinstance(one, Notice)] == ["refused-gone"] * 2


def test_a_team_of_next_door_is_answered_as_one_that_nobody_has(house: House) -> None:
    for verb, (text, _) in TEAM_COMMANDS.items():
        for who in EVERYBODY if "{team}" in text else ():
            foreign, nothing = (
                about_a_team(house, who, verb, text, team)
                for team in ("canary tills", "zebras tills")
            )
            assert str(foreign).replace("canary", "zebras") == str(nothing), (text, who)
            assert refused(foreign[0]), (text, who)


@pytest.mark.parametrize("text", OF_NEXT_DOOR)
def test_a_word_of_next_door_is_answered_as_one_that_nobody_knows(house: House, text: str) -> None:
    for who in EVERYBODY:
        foreign, nothing = (house.typed(who, text.format(word=w)) for w in ("canary", "zebras"))
        assert same_but_for_the_word(foreign) == same_but_for_the_word(nothing), who


def test_a_team_of_next_door_cannot_be_chosen_in_a_form_either(house: House) -> None:
    for name, chosen in CHOSEN.items():
        about, meant = FORMS[name]
        for who in meant.split():
            foreign, nothing = (
                house.submitted(
                    who,
                    FormName(name),
                    subject(house.ours, about),
                    **{field: value.format(word=word) for field, value in chosen.items()},
                )
                for word in ("canary", "zebras")
            )
            assert same_but_for_the_word(foreign) == same_but_for_the_word(nothing), (name, who)


@pytest.mark.parametrize("field", ["by-name"])
def test_a_number_of_next_door_cannot_be_chosen_in_a_form_either(house: House, field: str) -> None:
    number = house.theirs.named.partition("-")[0]
    about, who = FORMS["glitter"]
    foreign, nothing = (
        house.submitted(who, FormName.GLITTER, subject(house.ours, about), **{field: one})
        for one in (number, NOBODY_KNOWS)
    )
    assert str(foreign).replace(number, NOBODY_KNOWS) == str(nothing)
    assert "canary" not in str(foreign)


def same_but_for_the_word(told: tuple[Message, str]) -> str:
    return same(told[0]).replace("canary", "zebras") + told[1].replace("canary", "zebras")


@pytest.mark.parametrize("who", EVERYBODY)
def test_twins_never_see_each_other_in_the_chat(house: House, who: str) -> None:
    """The same words in both houses tell of each house alone, also what is owed to others."""
    for at, word in HOUSES.items():
        other = next(one for one in HOUSES.values() if one != word)
        for text in (
            *("/glitter me", "/cactus open", "/glitter home", "/glitter moment", "/glitter team"),
            *("/cactus stats", f"/glitter {word} tills calm", "/glitter", "/cactus"),
        ):
            heard = house.world.said(who, text, workspace_id=at)
            said, news = house.tried(heard)
            assert other not in f"{said}{news}", (at, text)
