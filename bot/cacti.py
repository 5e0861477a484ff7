"""Writing a cactus: the form, the gentle look, the limits, and the hold."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from bot import cards, kindness, people
from bot.awards import LONGEST, SHORTEST, Scene, check_daily, check_receivers, look_back
from bot.cards import Case, Input
from bot.cleaning import clean, visible_length
from bot.commands import Give, spell, split_wish
from bot.errors import Refusal
from bot.followups import present, working_moment
from bot.heard import FormName, Said
from bot.memory import NewAward
from bot.messages import CactusDraft, CactusText, Field, FieldKind, Form, GentleCheck, Message
from bot.model import Followup, Kind, Member, Move, Place, Role, Source, State
from bot.moves import next_state

PAIR_WAITS = timedelta(days=7)
ENOUGH = 15
"""Visible characters below which a situation typed in one line is asked about in the form."""


def typed(scene: Scene, said: Said, give: Give) -> Message:
    """A cactus from one line of text. Raises Refusal."""
    names = {account: member.name for account, member in scene.members.items()}
    situation, wish = split_wish(spell(give.reason, names))
    if len(give.receivers) != 1:
        raise Refusal("one-receiver")
    account = give.receivers[0].account
    draft = CactusDraft(said.place, said.source_ref, account, situation, "", wish)
    if recorded := scene.unit.awards.by_ref(said.workspace_id, said.source_ref):
        return as_it_stands(scene, recorded[0].id)
    if visible_length(situation) < ENOUGH:
        return new_form(scene, draft)
    return write(scene, draft)


def write(scene: Scene, draft: CactusDraft, *, sure: bool = False) -> Message:
    """Record a cactus and hold it; nothing appears in any channel. Raises Refusal.

    `sure`: the giver has seen the gentle check and sends the words as they are.
    """
    _check_words(draft)
    _check_giver(scene)
    receiver = scene.members.get(draft.receiver)
    if receiver is None:
        raise Refusal("no-receiver", at="who")
    check_receivers(scene.speaker, [receiver], Kind.CACTUS)
    new = _new(scene, draft, receiver)
    before = look_back(scene, [new])
    if before.recorded:
        award = scene.unit.awards.by_ref(scene.workspace.id, draft.source_ref)[0]
        return as_it_stands(scene, award.id)
    _check_pair(scene, receiver)
    limit = scene.workspace.settings.daily_cactus_limit
    check_daily(scene, "daily-cactus", limit, before.today, 1)
    phrase = _look(draft)
    if phrase and not sure:
        kept = scene.unit.drafts.keep(scene.workspace.id, scene.speaker.id, draft)
        text = _text(scene.speaker, receiver, draft)
        return GentleCheck(kept, text, phrase.words, phrase.why.value)
    return _hold(scene, draft, receiver, scene.unit.awards.add([new])[0])


def _look(words: CactusDraft) -> kindness.Phrase | None:
    return kindness.look(f"{words.situation}\n{words.effect}") or kindness.look(
        words.wish,
        (kindness.Why.PERSON,),  # a wish may say "always"
    )


def _hold(scene: Scene, draft: CactusDraft, receiver: Member, award_id: int) -> Message:
    unit, workspace = scene.unit, scene.workspace
    owner = present(unit, receiver, scene.speaker.id)
    hold = timedelta(minutes=workspace.settings.cactus_hold_minutes)
    goes_out_at = working_moment(workspace, owner, unit.now + hold)
    unit.followups.add(
        Followup(
            award_id,
            workspace.id,
            State.HELD,
            owner.id,
            goes_out_at,
            draft.effect,
            draft.wish,
        )
    )
    return cards.held(cards.load(unit, workspace, award_id))


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
    held = cards.held(cards.load(unit, scene.workspace, award_id))
    phrase = _look(words)
    return replace(held, phrase=phrase.words, why=phrase.why.value) if phrase else held


def as_it_stands(scene: Scene, award_id: int) -> Message:
    """The answer to a request that was heard before."""
    case = cards.load(scene.unit, scene.workspace, award_id)
    if case.followup.state is State.HELD:
        return cards.held(case)
    return cards.card(scene.unit, case, Role.GIVER)


# ---------------------------------------------------------------- the form


def new_form(scene: Scene, draft: CactusDraft, problem: Refusal | None = None) -> Form:
    """The form for a new cactus, with what is known of it."""
    kept = scene.unit.drafts.keep(scene.workspace.id, scene.speaker.id, draft)
    fields = (Field("who", FieldKind.PERSON, draft.receiver), *_fields(draft))
    notice = problem.notice if problem else None
    return Form(FormName.CACTUS, str(kept), fields, notice, problem.at if problem else "")


def submitted(scene: Scene, draft_id: int, fields: Mapping[str, str]) -> Message:
    """A filled-in form for a new cactus. Raises Refusal only where the draft is gone."""
    draft = draft_of(scene, draft_id)
    draft = _filled(draft, fields)
    try:
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


def _check_pair(scene: Scene, receiver: Member) -> None:
    last = scene.unit.awards.last_to(scene.speaker.id, Kind.CACTUS, receiver.id)
    if last and last + PAIR_WAITS > scene.unit.now:
        named = people.persons([receiver])
        raise Refusal("pair-cactus", people=named, moment=last + PAIR_WAITS, at="who")


def _new(scene: Scene, draft: CactusDraft, receiver: Member) -> NewAward:
    return NewAward(
        scene.workspace.id,
        Kind.CACTUS,
        scene.speaker.id,
        receiver.id,
        draft.situation,
        (),
        Source.COLLEAGUE,
        draft.place,
        draft.source_ref,
    )


def _text(giver: Member, receiver: Member, draft: CactusDraft) -> CactusText:
    named = people.person(giver), people.person(receiver)
    return CactusText(*named, draft.situation, draft.effect, draft.wish)
