"""The words of a cactus reach its people and the HR role, and nobody and nothing else."""

import logging
import re
from collections import defaultdict
from collections.abc import Iterator
from random import Random

import pytest
from prometheus_client import generate_latest
from pydantic import TypeAdapter

from adapters.metrics import Metrics, result_of
from bot.answer import answer
from bot.heard import Action, ActionName, FormName
from bot.memory import Unit
from bot.messages import Answer, CactusHeld, Message
from bot.model import Duty, Place, Profile
from storage.tables import AUDIT, DELIVERY
from tests.drivers.stage import Stage
from tests.test_team_glitter import make
from tests.worlds import GENERAL, HOUSE, World

CASES = 1_000
STEPS = 4
PEOPLE = [f"p{number}" for number in range(12)]
TEAMS = {"till": PEOPLE[:4], "storage": PEOPLE[3:7]}
"""The first one leads; a cactus to the till comes to all of them."""
CANARY = re.compile(r"canary(\d+)x")
ANSWER: TypeAdapter[Message] = TypeAdapter(Message)
PRESSES = [
    name
    for name in ActionName
    if name not in (ActionName.UNDO, ActionName.GIVE_AGAIN, ActionName.RESEND, ActionName.SUBMIT)
]


def canaries(text: str) -> set[int]:
    return {int(number) for number in CANARY.findall(text)}


class Walk:
    """Random people do random things to random cacti; who may know what is kept beside it."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.chance = Random(2026)
        self.may_read: dict[int, set[str]] = defaultdict(lambda: {"hanna"})
        self.refs = 0
        self.metrics = Metrics()

    def case(self, unit: Unit, number: int) -> None:
        """A cactus is written and its life begins."""
        giver, receiver = self.chance.sample(PEOPLE, 2)
        to = f"@{receiver}"
        if self.chance.random() < 0.4:
            to, people = self.chance.choice(list(TEAMS.items()))
            self.may_read[number] |= {giver, *(people if to == "till" else people[:1])}
            if giver == people[0]:
                self.may_read[number] |= set(people)
        else:
            self.may_read[number] |= {giver, receiver}
        text = f"/cactus {to} canary{number}x the desk was empty at noon"
        said = self.world.said(giver, text, source_ref=f"said-{number}")
        answered = answer(said, unit, ())
        self.check(answered, giver, number)
        found = unit.awards.by_ref(HOUSE, said.source_ref)
        for _ in range(STEPS if found else 0):
            self.step(unit, number, found[0].id)

    def step(self, unit: Unit, number: int, award_id: int) -> None:
        who = self.chance.choice([*PEOPLE, "hanna", *self.may_read[number]])
        if self.chance.random() < 0.5:
            action = self.action(who, self.chance.choice(PRESSES), award_id)
        else:
            action = self.submission(who, number, award_id)
        self.check(answer(action, unit, ()), who, number)
        if action.form is FormName.HAND_OVER and self.is_offered_to(unit, award_id):
            self.may_read[number].add(action.fields["heir"] or TEAMS[action.fields["heir-team"]][0])

    def is_offered_to(self, unit: Unit, award_id: int) -> bool:
        followup = unit.followups.get(HOUSE, award_id)
        return followup is not None and followup.heir_id is not None

    def action(self, who: str, name: ActionName, award_id: int, **more: object) -> Action:
        self.refs += 1
        subject = str(award_id)
        ref = f"walk-{self.refs}"
        return Action(HOUSE, GENERAL, Profile(who), name, subject, ref, **more)  # type: ignore[arg-type]

    def submission(self, who: str, number: int, award_id: int) -> Action:
        form = self.chance.choice([name for name in FormName if name is not FormName.CACTUS])
        fields = {
            "note": f"canary{number}x " + self.chance.choice(["", "a word", "y" * 1001]),
            "situation": f"canary{number}x again",
            "day": self.chance.choice(["2026-12-24", "yesterday", ""]),
            "heir": self.chance.choice([*PEOPLE, ""]),
            "heir-team": self.chance.choice(list(TEAMS)),
        }
        return self.action(who, ActionName.SUBMIT, award_id, form=form, fields=fields)

    def check(self, answered: object, who: str, number: int) -> None:
        """What comes back to somebody holds words of cacti that are theirs, or just typed."""
        assert isinstance(answered, Answer)
        self.metrics.answers.labels("stage", result_of(answered.message)).inc()
        for told in canaries(ANSWER.dump_json(answered.message).decode()) - {number}:
            assert who in self.may_read[told], (who, told)


@pytest.fixture
def walked(file_world: World, caplog: pytest.LogCaptureFixture) -> Iterator[tuple[World, Walk]]:
    """A thousand lives, with rounds in between in which time passes and messages go out."""
    caplog.set_level(logging.DEBUG)
    chosen = {"cactus_hold_minutes": 0, "cactus_working_hours": False, "daily_cactus_limit": 0}
    world, stage = file_world, Stage(file_world)
    world.join(*PEOPLE, "hanna")
    set_house(world, **chosen)
    for name, people in TEAMS.items():
        make(world, name, *people, cacti_to_all=name == "till")
    walk = Walk(world)
    for number in range(CASES):
        world.ask(lambda unit, number=number: walk.case(unit, number))
        if number % 100 == 99:
            stage.later(days=8)
    stage.settle()
    yield world, walk
    assert not canaries(caplog.text)


def set_house(world: World, **chosen: object) -> None:
    def change(unit: Unit) -> None:
        workspace = unit.workspaces.get(HOUSE)
        assert workspace
        settings = workspace.settings.model_copy(update=chosen)
        unit.workspaces.set_settings(HOUSE, settings, unit.now)
        hanna = unit.members.find(HOUSE, ["hanna"])["hanna"]
        unit.members.give_duty(hanna.id, Duty.HR)

    world.ask(change)


def test_a_thousand_lives_leak_nothing(walked: tuple[World, Walk]) -> None:
    world, walk = walked
    told = 0
    for row in world.rows(DELIVERY):
        place = Place.parse(row.place)
        for number in canaries(row.message or ""):
            told += 1
            assert row.place.startswith("direct:"), (number, row.place)
            assert place.id in walk.may_read[number], (number, row.place, row.message)
    assert told > CASES / 2, "the walk has hardly told anybody anything"
    assert not any(canaries(str(row.details)) for row in world.rows(AUDIT))
    counted = generate_latest(walk.metrics.registry).decode()
    assert 'result="refused"' in counted
    assert not canaries(counted)


def test_where_nobody_is_hr_admins_read_nothing_of_a_report(world: World) -> None:
    boss = world.ask(lambda unit: unit.members.find(HOUSE, ["boss"]))["boss"]
    world.ask(lambda unit: unit.members.give_duty(boss.id, Duty.ADMIN))
    stage = Stage(world)
    held = world.say("ana", "/cactus @bo the canary1x desk was empty at noon")
    assert isinstance(held, CactusHeld)
    world.press("ana", ActionName.SEND_NOW, held.award_id)
    report = {"form": FormName.REPORT, "fields": {"note": "canary1x is my accent"}}
    world.press("bo", ActionName.SUBMIT, held.award_id, **report)
    stage.settle()
    assert stage.notices("boss") == ["case-needs-hr"]
    assert canaries(str(stage.messages("boss"))) == set()
    assert canaries(str(stage.messages("bo"))) == {1}
