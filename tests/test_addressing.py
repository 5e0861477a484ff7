"""Whom a cactus is for: somebody who can answer it, or a team, or whoever the form is told."""

import pytest

from bot.heard import ActionName, FormName
from bot.messages import CactusHeld, CaseCard, Form, GlitterRecorded, Message, Notice, Person
from bot.model import Standing, Team
from storage import tables
from tests.drivers.stage import Stage
from tests.test_showing import team
from tests.worlds import World

EMPTY = "the returns desk was empty at noon"


@pytest.fixture
def stage(world: World) -> Stage:
    return Stage(world)


@pytest.fixture
def kassan(world: World) -> Team:
    """Kim leads it."""
    return team(world, "Kassan", "kim")


def asked(answer: Message) -> Notice:
    assert isinstance(answer, Notice), answer
    assert answer.code == "cactus-by-name"
    return answer


def test_a_cactus_goes_to_nobody_without_an_account_but_may_go_to_their_team(
    world: World, stage: Stage, kassan: Team
) -> None:
    before = len(world.rows(tables.MEMBER))
    offer = asked(world.say("ana", f'/cactus "Uno Berg" (kassan) {EMPTY} wish: two at noon'))
    assert (offer.people, offer.detail) == ((Person("Uno Berg"),), "Kassan")
    assert EMPTY in offer.draft
    assert world.exported() == []
    assert len(world.rows(tables.MEMBER)) == before
    (button,) = offer.buttons
    for _ in range(2):
        held = world.press("ana", ActionName.TO_TEAM, button.subject)
        assert isinstance(held, CactusHeld)
        assert (held.text.receiver.name, held.text.wish) == ("Kassan", "two at noon")
        assert held.text.situation == EMPTY
    stage.later(minutes=10)
    (card,) = [one for one in stage.messages("kim") if isinstance(one, CaseCard)]
    assert card.text.receiver.name == "Kassan"
    assert len(world.exported()) == 1


def test_nobody_else_sends_the_offered_words(world: World, kassan: Team) -> None:
    offer = asked(world.say("ana", f'/cactus "Uno Berg" (kassan) {EMPTY}'))
    refused = world.press("bo", ActionName.TO_TEAM, offer.buttons[0].subject)
    assert refused == Notice("refused-gone")


def test_too_little_said_to_a_team_opens_the_form(world: World, kassan: Team) -> None:
    offer = asked(world.say("ana", '/cactus "Uno Berg" (kassan) too slow'))
    form = world.press("ana", ActionName.TO_TEAM, offer.buttons[0].subject)
    assert isinstance(form, Form)
    fields = {field.name: field.value for field in form.fields}
    assert (fields["team"], fields["situation"]) == ("Kassan", "too slow")


def test_whoever_has_joined_gets_it_as_everybody_does(world: World, kassan: Team) -> None:
    world.say("ana", '/glitter "Uno Berg" (kassan) so calm')
    world.join("uno", name="Uno Berg", standing=Standing.ACTIVE)
    world.say("kim", '/glitter link "Uno Berg" (kassan) @uno')
    held = world.say("ana", f'/cactus "Uno Berg" (kassan) {EMPTY}')
    assert isinstance(held, CactusHeld)
    assert held.text.receiver == Person("Uno Berg", "uno")


def test_somebody_by_name_is_one_of_several(world: World, kassan: Team) -> None:
    refused = world.say("ana", f'/cactus @bo and "Uno Berg" (kassan) {EMPTY}')
    assert isinstance(refused, Notice)
    assert refused.code == "refused-one-receiver"


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (EMPTY, ""),
        (f'"Nobody Known" {EMPTY}', "refused-by-name"),
        (f'"Uno Berg" (the roof) {EMPTY}', "refused-no-team"),
    ],
)
def test_where_nobody_is_named_the_form_asks_with_the_words_in_it(
    file_world: World, words: str, problem: str
) -> None:
    form = file_world.say("ana", f"/cactus {words} wish: two at noon")
    assert isinstance(form, Form)
    fields = {field.name: field.value for field in form.fields}
    assert fields["who"] == ""
    assert fields["situation"].endswith(EMPTY)
    assert fields["wish"] == "two at noon"
    assert (form.problem.code if form.problem else "") == problem
    sent = {**fields, "who": "bo", "situation": EMPTY}
    held = file_world.press(
        "ana", ActionName.SUBMIT, form.subject, form=FormName.CACTUS, fields=sent
    )
    assert isinstance(held, CactusHeld)


def bloomed(world: World, stage: Stage) -> int:
    held = world.say("ana", f"/cactus @bo {EMPTY}")
    assert isinstance(held, CactusHeld)
    stage.later(minutes=10)
    world.press("bo", ActionName.DONE, held.award_id)
    card = world.press("ana", ActionName.BLOOM, held.award_id)
    assert isinstance(card, CaseCard)
    assert [button.name for button in card.buttons] == [ActionName.PRAISE]
    return held.award_id


def test_what_bloomed_may_be_praised_once_and_only_by_its_giver(world: World, stage: Stage) -> None:
    award_id = bloomed(world, stage)
    for who in ("bo", "kim", "boss"):
        assert world.press(who, ActionName.PRAISE, award_id) == Notice("refused-gone")
    form = world.press("ana", ActionName.PRAISE, award_id)
    assert isinstance(form, Form)
    fields = {field.name: field.value for field in form.fields}
    assert "cactus" not in fields["reason"]
    for _ in range(2):
        told = world.press(
            "ana", ActionName.SUBMIT, form.subject, form=FormName.GLITTER, fields=fields
        )
        assert isinstance(told, GlitterRecorded)
        form = world.press("ana", ActionName.PRAISE, award_id)
        assert isinstance(form, Form)
    assert [row.kind for row in world.exported()] == ["cactus", "glitter"]


def test_what_has_not_bloomed_offers_no_praise(world: World, stage: Stage) -> None:
    held = world.say("ana", f"/cactus @bo {EMPTY}")
    assert isinstance(held, CactusHeld)
    stage.later(minutes=10)
    assert world.press("ana", ActionName.PRAISE, held.award_id) == Notice("refused-gone")
