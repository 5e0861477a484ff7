"""The small forms in the life of a cactus: a reply, a day, a colleague, a reason."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from bot import cards, followups, opt_in
from bot.awards import LONGEST
from bot.cards import Input
from bot.cleaning import clean, visible_length
from bot.errors import Refusal
from bot.followups import PROMISE_WITHIN
from bot.heard import ActionName, FormName
from bot.messages import Field, FieldKind, Form, Message
from bot.model import Member, Move, Standing
from bot.moves import next_state
from bot.people import persons, zone
from bot.scene import Scene
from bot.teams import to_choose
from bot.weeks import local_date

_NOTE = Field("note", FieldKind.LINES)
_NOTE_IF_WANTED = Field("note", FieldKind.LINES, required=False)
_TEAM = "heir-team"
"""Where there are teams, in place of a colleague."""

FORMS: dict[FormName, tuple[Move, tuple[Field, ...]]] = {
    FormName.REPLY: (Move.REPLY, (_NOTE,)),
    FormName.PROMISE: (Move.PROMISE, (Field("day", FieldKind.DATE), _NOTE_IF_WANTED)),
    FormName.HAND_OVER: (Move.HAND_OVER, (Field("heir", FieldKind.PERSON), _NOTE)),
    FormName.DISPUTE: (Move.DISPUTE, (_NOTE,)),
    FormName.REPORT: (Move.REPORT, (_NOTE_IF_WANTED,)),
    FormName.REOPEN: (Move.REOPEN, (_NOTE,)),
    FormName.STOP: (Move.STOP, (_NOTE,)),
    FormName.CLOSE: (Move.CLOSE, (_NOTE,)),
}
OPENED_BY = {ActionName(name.value): name for name in FORMS}


def opened(scene: Scene, name: FormName, award_id: int) -> Message:
    """The form behind a button. Raises Refusal where the move may not be made any more."""
    move, fields = FORMS[name]
    case = cards.load(scene.unit, scene.workspace, award_id)
    role = cards.role_for(scene.unit, case, scene.speaker, move)
    next_state(case.followup, move, role)
    return Form(name, str(award_id), _asked(scene, fields))


def _asked(scene: Scene, fields: tuple[Field, ...]) -> tuple[Field, ...]:
    """The fields of a form; where a colleague is asked for and there are teams, a team too."""
    teams = scene.unit.teams.all(scene.workspace.id)
    if fields[0].kind is not FieldKind.PERSON or not teams:
        return fields
    return (replace(fields[0], required=False), to_choose(teams, _TEAM), *fields[1:])


def submitted(
    scene: Scene, name: FormName, award_id: int, filled: Mapping[str, str], source_ref: str
) -> Message:
    """The move of a filled-in form; or the form again, saying what to mend. Raises Refusal."""
    move, fields = FORMS[name]
    fields = _asked(scene, fields)
    try:
        given = _read(scene, fields, filled, source_ref)
    except Refusal as refusal:
        kept = tuple(_with(field, filled) for field in fields)
        return Form(name, str(award_id), kept, refusal.notice, refusal.at)
    return followups.make(scene, award_id, move, given)


def _with(field: Field, filled: Mapping[str, str]) -> Field:
    return replace(field, value=filled.get(field.name, ""))


def _read(
    scene: Scene, fields: tuple[Field, ...], filled: Mapping[str, str], source_ref: str
) -> Input:
    note, day, heir = "", None, None
    for field in fields:
        value = filled.get(field.name, "")
        match field.kind:
            case FieldKind.DATE:
                day = _day(scene, value)
            case FieldKind.PERSON if value or field.required:
                heir = _heir(scene, value)
            case FieldKind.PERSON:
                heir = _lead(scene, filled.get(_TEAM, ""))
            case FieldKind.CHOICE | FieldKind.LINE:
                pass  # read together with the colleague
            case _:
                note = _note(value, required=field.required)
    return Input(note, day, heir, source_ref)


def _note(value: str, *, required: bool) -> str:
    note = clean(value).strip()
    if required and visible_length(note) < 1:
        raise Refusal("no-words", at="note")
    if len(note) > LONGEST:
        raise Refusal("too-long", count=LONGEST, other=len(note), at="note")
    return note


def _day(scene: Scene, value: str) -> date:
    today = local_date(scene.unit.now, zone(scene.speaker, scene.workspace))
    try:
        day = date.fromisoformat(value.strip())
    except ValueError:
        raise Refusal("no-day", at="day") from None
    if not today <= day <= today + PROMISE_WITHIN:
        raise Refusal("no-day", at="day")
    return day


def _lead(scene: Scene, name: str) -> Member:
    """Whoever leads the team of that name."""
    team = scene.team_called(name, _TEAM)
    if team is None:
        raise Refusal("heir", at="heir")
    ids = [team.lead_id] if team.lead_id is not None else []
    lead = next(iter(scene.unit.members.get(scene.workspace.id, ids).values()), None)
    if lead is None or lead.standing is not Standing.ACTIVE or lead.id == scene.speaker.id:
        raise Refusal("team-no-lead", detail=team.name, at=_TEAM)
    opt_in.require(scene, lead, _TEAM)
    return lead


def _heir(scene: Scene, account: str) -> Member:
    heir = scene.members.get(account)
    open_to_all = heir is not None and heir.standing is Standing.ACTIVE
    if heir is None or not open_to_all or heir.id == scene.speaker.id:
        raise Refusal("heir", at="heir")
    if scene.unit.members.stand_in(heir.id, scene.unit.now):
        raise Refusal("heir-away", people=persons([heir]), at="heir")
    opt_in.require(scene, heir, "heir")
    return heir
