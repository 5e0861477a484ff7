"""Writing a cactus: the form, the gentle look, the limits, and the hold."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot import cards, homes, kindness, opt_in, people
from bot.awards import LONGEST, SHORTEST, check_daily, check_receivers, look_back
from bot.cards import Case, Input
from bot.cleaning import clean, visible_length
from bot.commands import Give, spell, split_wish
from bot.errors import Refusal
from bot.followups import present
from bot.heard import FormName, Said
from bot.memory import NewAward
from bot.messages import (
    CactusDraft,
    CactusText,
    Field,
    FieldKind,
    Form,
    GentleCheck,
    Message,
    Person,
)
from bot.model import Followup, Kind, Member, Move, Place, Role, Source, State
from bot.moves import next_state
from bot.scene import Scene
from bot.teams import Crew, readers, to_choose

PAIR_WAITS = timedelta(days=7)
ENOUGH = 15
"""Visible characters below which a situation typed in one line is asked about in the form."""


def typed(scene: Scene, said: Said, give: Give) -> Message:
    """A cactus from one line of text. Raises Refusal."""
    if len(give.receivers) + len(give.teams) != 1 or give.by_name or give.groups:
        raise Refusal("one-receiver")
    names = {account: member.name for account, member in scene.members.items()}
    draft = drafted(said, give, names)
    if recorded := scene.unit.awards.by_ref(said.workspace_id, said.source_ref):
        return as_it_stands(scene, recorded[0].id)
    return begun(scene, draft)


def asked(scene: Scene, draft: CactusDraft) -> Message:
    """The form, before anything is written. Raises Refusal where writing would be in vain."""
    _check_giver(scene)
    return new_form(scene, draft)


def drafted(said: Said, give: Give, names: dict[str, str]) -> CactusDraft:
    """What was typed, before anything is decided; `names` gives the name to an account."""
    situation, wish = split_wish(spell(give.reason, names))
    account = give.receivers[0].account if give.receivers else ""
    team_id = give.teams[0].id if give.teams else None
    return CactusDraft(said.place, said.source_ref, account, situation, "", wish, team_id)


def begun(scene: Scene, draft: CactusDraft) -> Message:
    """Written as it is; or the form, where too little is said. Raises Refusal."""
    if visible_length(draft.situation) < ENOUGH:
        return new_form(scene, draft)
    return write(scene, draft)


def write(scene: Scene, draft: CactusDraft, *, sure: bool = False) -> Message:
    """Record a cactus and hold it; nothing appears in any channel. Raises Refusal.

    `sure`: the giver has seen the gentle check and sends the words as they are.
    """
    _check_words(draft)
    _check_giver(scene)
    receiver = _receiver(scene, draft)
    new = _new(scene, draft, receiver)
    before = look_back(scene, [new])
    if before.recorded:
        award = scene.unit.awards.by_ref(scene.workspace.id, draft.source_ref)[0]
        return as_it_stands(scene, award.id)
    _check_pair(scene, new, _named(receiver))
    limit = scene.workspace.settings.daily_cactus_limit
    check_daily(scene, "daily-cactus", limit, before.today, 1)
    phrase = _look(draft)
    if phrase and not sure:
        kept = scene.unit.drafts.keep(scene.workspace.id, scene.speaker.id, draft)
        text = _text(scene.speaker, _named(receiver), draft)
        return GentleCheck(kept, text, phrase.words, phrase.why.value)
    return _hold(scene, draft, receiver, scene.unit.awards.add([new])[0])


def _look(words: CactusDraft) -> kindness.Phrase | None:
    return kindness.look(f"{words.situation}\n{words.effect}") or kindness.look(
        words.wish,
        (kindness.Why.PERSON,),  # a wish may say "always"
    )


def _receiver(scene: Scene, draft: CactusDraft) -> Member | Crew:
    """Whom it is for: somebody, or those of a team whom it reaches. Raises Refusal."""
    if draft.team_id is not None:
        team = scene.unit.teams.get(scene.workspace.id, [draft.team_id]).get(draft.team_id)
        if team is None or team.removed_at:
            raise Refusal("gone")
        check_receivers(scene.speaker, (), Kind.CACTUS)
        crew = readers(scene.unit, team, scene.speaker)
        if not crew.people:
            raise Refusal("team-empty", detail=team.name, at="team")
        willing = opt_in.willing(scene, crew.people)
        if not willing:
            raise Refusal("opt-in-team", detail=team.name, at="team")
        return replace(crew, people=tuple(willing))
    receiver = scene.members.get(draft.receiver)
    if receiver is None:
        raise Refusal("no-receiver", at="who")
    check_receivers(scene.speaker, [receiver], Kind.CACTUS)
    opt_in.require(scene, receiver, "who")
    return receiver


def _named(receiver: Member | Crew) -> Person:
    return receiver.person if isinstance(receiver, Crew) else people.person(receiver)


def _first_owner(scene: Scene, receiver: Member | Crew) -> tuple[Member, bool]:
    """Who has it at first; and whether that is only until somebody of a team takes it."""
    if not isinstance(receiver, Crew):
        return present(scene.unit, receiver, scene.speaker.id), False
    if len(receiver.people) == 1:
        return present(scene.unit, receiver.people[0], scene.speaker.id), False
    leads = [one for one in receiver.people if one.id == receiver.team.lead_id]
    return (leads or receiver.people)[0], True


def _hold(scene: Scene, draft: CactusDraft, receiver: Member | Crew, award_id: int) -> Message:
    unit, workspace = scene.unit, scene.workspace
    owner, untaken = _first_owner(scene, receiver)
    hold = timedelta(minutes=workspace.settings.cactus_hold_minutes)
    goes_out_at = people.working_moment(workspace, owner, unit.now + hold)
    unit.followups.add(
        Followup(
            award_id,
            workspace.id,
            State.HELD,
            owner.id,
            goes_out_at,
            draft.effect,
            draft.wish,
            untaken=untaken,
        )
    )
    homes.renew(unit, workspace, [scene.speaker])
    return cards.held(unit, cards.load(unit, workspace, award_id))


def edit(scene: Scene, award_id: int, words: CactusDraft) -> Message:
    """Change a held cactus; the hold goes on from its first start. Raises Refusal."""
    _check_words(words)
    unit = scene.unit
    case = cards.load(unit, scene.workspace, award_id)
    role = cards.role_for(unit, case, scene.speaker, Move.EDIT)
    state = next_state(case.followup, Move.EDIT, role)
    changed = replace(
        case.followup,
        state=state,
        effect=words.effect,
        wish=words.wish,
        moves=case.followup.moves + 1,
    )
    given = Input(source_ref=words.source_ref)
    if not unit.followups.change(
        case.followup, changed, Move.EDIT, scene.speaker.id, given.note, given.source_ref
    ):
        raise Refusal("moved-on")
    unit.awards.reword(award_id, words.situation)
    held = cards.held(unit, cards.load(unit, scene.workspace, award_id))
    phrase = _look(words)
    return replace(held, phrase=phrase.words, why=phrase.why.value) if phrase else held


def as_it_stands(scene: Scene, award_id: int) -> Message:
    """The answer to a request that was heard before."""
    case = cards.load(scene.unit, scene.workspace, award_id)
    if case.followup.state is State.HELD:
        return cards.held(scene.unit, case)
    return cards.card(scene.unit, case, Role.GIVER)


# ---------------------------------------------------------------- the form


def new_form(scene: Scene, draft: CactusDraft, problem: Refusal | None = None) -> Form:
    """The form for a new cactus, with what is known of it."""
    kept = scene.unit.drafts.keep(scene.workspace.id, scene.speaker.id, draft)
    fields = (*_who(scene, draft), *_fields(draft))
    notice = problem.notice if problem else None
    return Form(FormName.CACTUS, str(kept), fields, notice, problem.at if problem else "")


def _who(scene: Scene, draft: CactusDraft) -> list[Field]:
    """Somebody; or a team, where there are any."""
    teams = scene.unit.teams.all(scene.workspace.id)
    name = next((team.name for team in teams if team.id == draft.team_id), "")
    who = Field("who", FieldKind.PERSON, draft.receiver, required=not teams)
    return [who, to_choose(teams, "team", name)] if teams else [who]


def submitted(scene: Scene, draft_id: int, fields: Mapping[str, str]) -> Message:
    """A filled-in form for a new cactus. Raises Refusal only where the draft is gone."""
    draft = draft_of(scene, draft_id)
    draft = replace(_filled(draft, fields), team_id=None)
    try:
        team = scene.team_called(fields.get("team", ""))
        draft = replace(draft, team_id=team.id if team else None)
        if team and draft.receiver:
            raise Refusal("one-receiver", at="team")
        return write(scene, draft)
    except Refusal as refusal:
        return new_form(scene, draft, refusal)


def draft_of(scene: Scene, draft_id: int) -> CactusDraft:
    """A draft of the speaker's. Raises Refusal where it is gone."""
    draft = scene.unit.drafts.get(scene.workspace.id, draft_id, scene.speaker.id)
    if not isinstance(draft, CactusDraft):
        raise Refusal("gone")
    return draft


def _filled(draft: CactusDraft, fields: Mapping[str, str]) -> CactusDraft:
    def said(name: str) -> str:
        return clean(fields.get(name, "")).strip()

    return replace(
        draft,
        receiver=fields.get("who", draft.receiver),
        situation=said("situation"),
        effect=said("effect"),
        wish=said("wish"),
    )


def edit_form(scene: Scene, award_id: int) -> Form:
    """The form for a held cactus. Raises Refusal."""
    case = cards.load(scene.unit, scene.workspace, award_id)
    role = cards.role_for(scene.unit, case, scene.speaker, Move.EDIT)
    next_state(case.followup, Move.EDIT, role)
    return Form(FormName.EDIT, str(award_id), _fields(_draft(case)))


def edited(scene: Scene, award_id: int, fields: Mapping[str, str], source_ref: str) -> Message:
    """A filled-in form for a held cactus. Raises Refusal."""
    case = cards.load(scene.unit, scene.workspace, award_id)
    words = replace(_filled(_draft(case), fields), source_ref=source_ref)
    try:
        return edit(scene, award_id, words)
    except Refusal as refusal:
        if refusal.about_words:
            return Form(FormName.EDIT, str(award_id), _fields(words), refusal.notice, refusal.at)
        raise


def _draft(case: Case) -> CactusDraft:
    return CactusDraft(
        Place.parse(case.award.place),
        case.award.source_ref,
        case.receiver.account or "",
        case.award.reason,
        case.followup.effect,
        case.followup.wish,
        case.award.team_id,
    )


def _fields(words: CactusDraft) -> tuple[Field, ...]:
    return (
        Field("situation", FieldKind.LINES, words.situation),
        Field("effect", FieldKind.LINES, words.effect, required=False),
        Field("wish", FieldKind.LINES, words.wish, required=False),
    )


# ---------------------------------------------------------------- limits


def _check_words(words: CactusDraft) -> None:
    if visible_length(words.situation) < SHORTEST:
        raise Refusal("no-reason", count=SHORTEST, at="situation")
    for name in ("situation", "effect", "wish"):
        if (length := len(getattr(words, name))) > LONGEST:
            raise Refusal("too-long", count=LONGEST, other=length, at=name)


def _check_giver(scene: Scene) -> None:
    if not scene.workspace.settings.cactus_on:
        raise Refusal("cactus-off")
    muted = scene.speaker.muted_until
    if muted and muted > scene.unit.now:
        raise Refusal("muted", moment=muted)


def _check_pair(scene: Scene, new: NewAward, receiver: Person) -> None:
    awards, giver = scene.unit.awards, scene.speaker.id
    last = awards.last_to(giver, Kind.CACTUS, new.receiver_id, new.team_id)
    if last and last + PAIR_WAITS > scene.unit.now:
        raise Refusal("pair-cactus", people=(receiver,), moment=last + PAIR_WAITS, at="who")


def _new(scene: Scene, draft: CactusDraft, receiver: Member | Crew) -> NewAward:
    crew = receiver if isinstance(receiver, Crew) else None
    return NewAward(
        scene.workspace.id,
        Kind.CACTUS,
        scene.speaker.id,
        receiver.id if isinstance(receiver, Member) else None,
        draft.situation,
        (),
        Source.COLLEAGUE,
        draft.place,
        draft.source_ref,
        team_id=crew.team.id if crew else None,
        shared_with=tuple(one.id for one in crew.people) if crew else (),
    )


def _text(giver: Member, receiver: Person, draft: CactusDraft) -> CactusText:
    named = people.person(giver), receiver
    return CactusText(*named, draft.situation, draft.effect, draft.wish)
