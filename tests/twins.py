"""Two houses of the same people, in which everything has happened; only words, numbers and names
of teams are others."""

from dataclasses import dataclass, replace

import pytest

from bot.answer import answer
from bot.heard import Action, ActionName, FormName, Said
from bot.highlights import number_of
from bot.memory import ExportFilter, ExportStatus, Unit
from bot.messages import (
    Answer,
    CactusHeld,
    CaseCard,
    Form,
    GentleCheck,
    GlitterRecorded,
    Message,
    Notice,
    SameAgain,
)
from bot.model import DeliveryStatus, Duty, State
from bot.settings import change_settings
from bot.weeks import following
from storage.tables import DELIVERY
from tests.worlds import HOUSE, World

NEXT_DOOR = "stage:next"
HOUSES = {NEXT_DOOR: "canary", HOUSE: "balsamico"}
"""A word that stands in everything of a house."""
EVERYBODY = ("ana", "bo", "kim", "sara", "hanna", "boss")
"""Ana leads Bo and Kim, Hanna is HR, Boss is admin and brought the bot here."""
OTHERS = ("nils", "olle", "pia", "quinn")
"""Nils is of HR, too; the others are there to be written to."""
FIELDS = {
    "situation": "the door was locked at noon",
    "note": "because of the roof",
    "heir": "nils",
    "day": "2026-12-01",
    "receivers": "nils",
    "reason": "carried the crates upstairs",
}
"""What forms are filled in with."""


@dataclass(frozen=True, slots=True)
class Ids:
    """What buttons of one house carry."""

    case: str
    """Bo's to Kim, open."""
    held: str
    """Ana's to Bo, not sent yet."""
    done: str
    """Ana's to Olle, who says that it is mended."""
    offered: str
    """Pia's to Olle, who asks Sara to take it over."""
    review: str
    """The third to Quinn within a day: HR reads it first."""
    reported: str
    """Nils's to Pia, who has reported it."""
    bloomed: str
    """Bo's to Sara; it helped."""
    gift: str
    """Ana's glitter for Kim."""
    again: str
    """The same words once more, which Ana has not given."""
    draft: str
    """A cactus that Bo is writing."""
    blunt: str
    """A cactus of Sara's that may hurt its point."""
    glitter: str
    """Glitter that Sara is writing."""
    choice: str
    """Bo's glitter for one of two teams that go by the same name."""
    lost: str
    """A message of which nobody knows whether it arrived."""
    file: str
    """An export of Hanna's, ready."""
    asked: str
    """An export of Nils's that somebody else of HR must agree to."""
    named: str
    """A colleague by name in Ana's team, and Nils."""
    week: str
    """The coming one: the same in every house, and no number of anything in it."""


class Undone(Exception):
    """Nothing of what was tried stays."""


class House:
    """Both houses; what is tried here happens in the first, and leaves nothing."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.open()
        world.open(NEXT_DOOR)
        self.ids = {at: _Furnished(world, at, word).ids() for at, word in HOUSES.items()}
        self.last = max(row.id for row in world.rows(DELIVERY))

    @property
    def ours(self) -> Ids:
        return self.ids[HOUSE]

    @property
    def theirs(self) -> Ids:
        return self.ids[NEXT_DOOR]

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

        with pytest.raises(Undone):
            self.world.ask(work)
        return found[0]

    def typed(self, who: str, text: str) -> tuple[Message, str]:
        return self.tried(self.world.said(who, text))

    def pressed(self, who: str, name: ActionName, subject: str) -> tuple[Message, str]:
        return self.tried(self.world.pressed(who, name, subject))

    def submitted(
        self, who: str, form: FormName, subject: str, **fields: str
    ) -> tuple[Message, str]:
        filled = {"form": form, "fields": {**FIELDS, **fields}}
        return self.tried(self.world.pressed(who, ActionName.SUBMIT, subject, **filled))


class _Furnished:
    """Lets happen in one house whatever has a number."""

    def __init__(self, world: World, at: str, word: str) -> None:
        self.world = world
        self.at = at
        self.word = word
        world.join(*EVERYBODY, *OTHERS, at=at)
        open_to_all = {"cactus_working_hours": False, "cactus_hold_minutes": 10}
        self._ask(lambda unit: change_settings(unit, at, open_to_all, "test"))
        self.named = self._ask(self._roles)

    def ids(self) -> Ids:
        word = self.word
        gift = self._say("ana", f"/glitter @kim found the {word}")
        again = self._say("ana", f"/glitter @kim found the {word}")
        draft = self._say("bo", "/cactus")
        blunt = self._say("sara", f"/cactus @olle you are never at the {word} desk")
        glitter = self._say("sara", "/glitter")
        choice = self._say("bo", "/glitter tills kept calm all day")
        assert isinstance(gift, GlitterRecorded)
        assert isinstance(again, SameAgain)
        assert isinstance(draft, Form)
        assert isinstance(blunt, GentleCheck)
        assert isinstance(glitter, Form)
        assert isinstance(choice, Notice)
        lost = self._ask(lambda unit: self._lose(unit, gift.award_id))
        case = self._sent("bo", "kim")
        for giver in ("olle", "pia"):
            self._sent(giver, "quinn")
        ids = Ids(
            case=case,
            held=self._held("ana", "bo"),
            done=self._moved("ana", "olle", ActionName.DONE),
            offered=self._handed_over("pia", "olle", "sara"),
            review=self._sent("nils", "quinn"),
            reported=self._reported("nils", "pia"),
            bloomed=self._moved("bo", "sara", ActionName.DONE, ActionName.BLOOM),
            gift=str(gift.award_id),
            again=str(again.draft_id),
            draft=draft.subject,
            blunt=str(blunt.draft_id),
            glitter=glitter.subject,
            choice=choice.buttons[0].subject,
            lost=str(lost),
            file=self._export("hanna", ExportStatus.READY),
            asked=self._export("nils", ExportStatus.ASKED),
            named=self.named,
            week=self._ask(self._week),
        )
        self._say("boss", "/cactus away 2026-11-27..2026-12-31 @nils")
        states = {
            State.OPEN: ids.case,
            State.DONE: ids.done,
            State.OFFERED: ids.offered,
            State.REVIEW: ids.review,
            State.REPORTED: ids.reported,
            State.BLOOMED: ids.bloomed,
        }
        for state, number in states.items():
            found = self._ask(lambda unit, n=number: unit.followups.get(self.at, int(n)))  # type: ignore[misc]
            assert found.state is state
        return ids

    def _roles(self, unit: Unit) -> str:
        """Who may do what; the button that joins a name to Nils."""
        people = unit.members.find(self.at, [*EVERYBODY, *OTHERS])
        for who in ("hanna", "nils"):
            unit.members.give_duty(people[who].id, Duty.HR)
        unit.members.give_duty(people["boss"].id, Duty.ADMIN)
        for name in (f"{self.word} tills", f"{self.word} storage"):
            made = unit.teams.add(self.at, name)
            unit.teams.join(made.id, [people["bo"].id, people["kim"].id])
            unit.teams.save(replace(made, lead_id=people["ana"].id, aliases=("tills",)))
        known = unit.by_name.add(self.at, made.id, f"Uno {self.word}")
        return f"{known.member_id}-{people['nils'].id}"

    def _lose(self, unit: Unit, award_id: int) -> int:
        post = unit.deliveries._connection.execute(DELIVERY.select()).all()  # type: ignore[attr-defined]
        (id,) = [row.id for row in post if row.award_id == award_id and "channel" in row.place]
        unit.deliveries.finish(id, DeliveryStatus.UNKNOWN, code="timeout")
        return int(id)

    def _week(self, unit: Unit) -> str:
        return str(number_of(following(unit.workspaces.last_week(self.at))))

    def _export(self, who: str, status: ExportStatus) -> str:
        wanted = ExportFilter(self.at, for_hr=True)
        id = self._ask(lambda unit: unit.members.find(self.at, [who]))[who].id
        return str(self._ask(lambda unit: unit.exports.ask(id, wanted, "csv", status)))

    def _held(self, giver: str, receiver: str) -> str:
        told = self._say(giver, f"/cactus @{receiver} the {self.word} shelf was empty")
        assert isinstance(told, CactusHeld), told
        return str(told.award_id)

    def _sent(self, giver: str, receiver: str) -> str:
        case = self._held(giver, receiver)
        assert isinstance(self._press(giver, ActionName.SEND_NOW, case), CaseCard)
        return case

    def _moved(self, giver: str, receiver: str, *moves: ActionName) -> str:
        case = self._sent(giver, receiver)
        for who, move in zip((receiver, giver), moves, strict=False):
            assert isinstance(self._press(who, move, case), CaseCard)
        return case

    def _handed_over(self, giver: str, receiver: str, heir: str) -> str:
        case = self._sent(giver, receiver)
        fields = {"heir": heir, "note": f"the {self.word} is yours"}
        self._submit(receiver, FormName.HAND_OVER, case, fields)
        return case

    def _reported(self, giver: str, receiver: str) -> str:
        case = self._sent(giver, receiver)
        self._submit(receiver, FormName.REPORT, case, {"note": f"about the {self.word}"})
        return case

    def _ask(self, work):  # type: ignore[no-untyped-def]
        return self.world.ask(work)

    def _say(self, who: str, text: str) -> Message:
        return self.world.say(who, text, workspace_id=self.at)

    def _press(self, who: str, name: ActionName, subject: str, **more: object) -> Message:
        return self.world.press(who, name, subject, workspace_id=self.at, **more)

    def _submit(self, who: str, form: FormName, subject: str, fields: dict[str, str]) -> None:
        told = self._press(who, ActionName.SUBMIT, subject, form=form, fields=fields)
        assert isinstance(told, CaseCard), told
