"""Glitter from a form: who, why, for which value, heard from whom, shown where."""

from collections.abc import Mapping
from dataclasses import replace

from bot import awards, people, texts
from bot.awards import LONGEST, Gift
from bot.cleaning import clean
from bot.commands import MAX_RECEIVERS, tags_in
from bot.errors import Refusal
from bot.heard import Action, FormName, Said
from bot.messages import MOST_OPTIONS, YES, Field, FieldKind, Form, GlitterDraft, Message, Option
from bot.model import Kind, Member, Place, PlaceKind, Source
from bot.scene import Scene
from bot.teams import Crew, crew

WHERE_TO_MEND = {
    **dict.fromkeys(
        ("no-receiver", "too-many", "oneself", "bot", "deactivated", "stranger"), "receivers"
    ),
    **dict.fromkeys(("no-reason", "too-long"), "reason"),
}
LONGEST_VALUES = 200
LONGEST_ID = 10
"""Digits; every id fits, and every database takes them."""


def typed(scene: Scene, said: Said) -> Message:
    """`/glitter` with nothing behind it."""
    return new_form(scene, GlitterDraft(said.place, said.source_ref))


def asked(scene: Scene, action: Action) -> Message:
    """A button or a shortcut, which may know already whom it is about.

    Raises Refusal for the message of somebody who cannot receive.
    """
    who, link = action.fields.get("who", ""), action.fields.get("link", "")
    if "who" in action.fields and not who:
        raise Refusal("no-author")
    if who:
        awards.check_receivers(scene.speaker, (scene.members[who],), Kind.GLITTER)
    reason = texts.say(scene.workspace.reader, "reason-message") if link else ""
    receivers = (who,) if who else ()
    draft = GlitterDraft(action.place, action.source_ref, receivers, reason, link=link)
    return new_form(scene, draft)


def new_form(scene: Scene, draft: GlitterDraft, problem: Refusal | None = None) -> Form:
    """The form, with what is known of it."""
    kept = scene.unit.drafts.keep(scene.workspace.id, scene.speaker.id, draft)
    others = (*_team(scene, draft), *_by_name(scene, draft))
    fields = (
        replace(_receivers(scene, draft), required=not others),
        *others,
        Field("reason", FieldKind.LINES, draft.reason, longest=LONGEST),
        _value(scene, draft),
        Field(
            "customer",
            FieldKind.CHECK,
            YES if draft.source is Source.CUSTOMER else "",
            required=False,
        ),
        *_where(scene, draft),
    )
    notice = problem.notice if problem else None
    at = WHERE_TO_MEND.get(problem.code, "") if problem else ""
    return Form(FormName.GLITTER, str(kept), fields, notice, at)


def submitted(scene: Scene, draft_id: int, filled: Mapping[str, str]) -> Message:
    """A filled-in form. Raises Refusal only where the draft is gone."""
    draft = _filled(scene, draft_of(scene, draft_id), filled)
    try:
        return give(scene, draft_id, draft)
    except Refusal as refusal:
        return new_form(scene, draft, refusal)


def draft_of(scene: Scene, draft_id: int) -> GlitterDraft:
    """A draft of the speaker's. Raises Refusal where it is gone."""
    draft = scene.unit.drafts.get(scene.workspace.id, draft_id, scene.speaker.id)
    if not isinstance(draft, GlitterDraft):
        raise Refusal("gone")
    return draft


def give(scene: Scene, draft_id: int, draft: GlitterDraft, *, again: bool = False) -> Message:
    """Record what a draft holds, once however often it is submitted. Raises Refusal."""
    bare = _bare(scene, draft)
    crews = _crews(scene, draft)
    if not (draft.receivers or bare or crews):
        raise Refusal("no-receiver")
    if len(draft.receivers) + len(bare) + len(crews) > MAX_RECEIVERS:
        raise Refusal("too-many", count=MAX_RECEIVERS)
    found = scene.unit.members.find(scene.workspace.id, draft.receivers)
    gift = Gift(
        (*(_known(found, account) for account in draft.receivers), *bare),
        draft.reason,
        draft.place,
        f"draft:{draft_id}",
        draft.tags,
        draft.source,
        draft.link,
        crews,
    )
    return awards.record(scene, gift, draft, again=again)


def _known(found: Mapping[str, Member], account: str) -> Member:
    if account not in found:
        raise Refusal("no-receiver")
    return found[account]


def _bare(scene: Scene, draft: GlitterDraft) -> list[Member]:
    """Somebody without an account, as long as they have none. Raises Refusal."""
    if draft.by_name is None:
        return []
    known = scene.unit.by_name.of_members(scene.workspace.id, [draft.by_name])
    if draft.by_name not in known or known[draft.by_name].joined_id:
        raise Refusal("no-receiver")
    return [scene.unit.members.get(scene.workspace.id, [draft.by_name])[draft.by_name]]


def _crews(scene: Scene, draft: GlitterDraft) -> tuple[Crew, ...]:
    """The team that was chosen, as long as it stands. Raises Refusal."""
    if draft.team is None:
        return ()
    standing = {team.id: team for team in scene.unit.teams.all(scene.workspace.id)}
    if draft.team not in standing:
        raise Refusal("no-receiver")
    return (crew(scene.unit, standing[draft.team], scene.speaker),)


def _team(scene: Scene, draft: GlitterDraft) -> tuple[Field, ...]:
    """Asked only where there are teams."""
    teams = scene.unit.teams.all(scene.workspace.id)[:MOST_OPTIONS]
    options = tuple(Option(str(team.id), team.name) for team in teams)
    chosen = str(draft.team or "")
    field = Field("to-team", FieldKind.CHOICE, chosen, required=False, options=options)
    return (field,) if options else ()


def _by_name(scene: Scene, draft: GlitterDraft) -> tuple[Field, ...]:
    """Asked only where there are colleagues without an account."""
    known = scene.unit.by_name.all(scene.workspace.id)[:MOST_OPTIONS]
    teams = scene.unit.teams.get(scene.workspace.id, {one.team_id for one in known})
    options = tuple(
        Option(str(one.member_id), f"{one.name} ({teams[one.team_id].name})") for one in known
    )
    chosen = str(draft.by_name or "")
    field = Field("by-name", FieldKind.CHOICE, chosen, required=False, options=options)
    return (field,) if options else ()


def _receivers(scene: Scene, draft: GlitterDraft) -> Field:
    found = scene.unit.members.find(scene.workspace.id, draft.receivers)
    named = people.persons(found[one] for one in draft.receivers if one in found)
    return Field("receivers", FieldKind.PEOPLE, ",".join(draft.receivers), people=named)


def _value(scene: Scene, draft: GlitterDraft) -> Field:
    values = scene.workspace.settings.values
    if not values:
        said = " ".join(draft.tags)
        return Field("value", FieldKind.LINE, said, required=False, longest=LONGEST_VALUES)
    options = tuple(Option(value, value) for value in values)
    chosen = next((tag for tag in draft.tags if tag in values), "")
    return Field("value", FieldKind.CHOICE, chosen, required=False, options=options)


def _where(scene: Scene, draft: GlitterDraft) -> tuple[Field, ...]:
    """Asked only where the workspace has not decided it for everybody."""
    if scene.workspace.settings.glitter_channel:
        return ()
    here = draft.place.id if draft.place.kind is PlaceKind.CHANNEL else ""
    options = people.channels(scene.unit, scene.workspace, draft.place)
    return (Field("channel", FieldKind.CHANNEL, here, required=False, options=options),)


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < LONGEST_ID else None


def _filled(scene: Scene, draft: GlitterDraft, filled: Mapping[str, str]) -> GlitterDraft:
    receivers = [one for one in filled.get("receivers", "").split(",") if one]
    channel = filled.get("channel", "")
    place = draft.place
    if channel:
        names = {one.id: one for one in scene.unit.workspaces.places(scene.workspace.id)}
        if channel != place.id:
            place = names.get(channel, Place.channel(channel))
    elif "channel" in filled:
        place = Place.direct(scene.speaker.account or "")
    return replace(
        draft,
        place=place,
        receivers=tuple(dict.fromkeys(receivers)),
        team=_number(filled.get("to-team", "")),
        by_name=_number(filled.get("by-name", "")),
        reason=clean(filled.get("reason", "")).strip(),
        tags=tags_in(clean(filled.get("value", ""))[:LONGEST_VALUES]),
        source=Source.CUSTOMER if filled.get("customer") == YES else Source.COLLEAGUE,
    )
