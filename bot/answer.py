"""The one way in: what was said or pressed becomes what is answered, inside one transaction."""

from collections.abc import Sequence
from dataclasses import replace

from bot import (
    addressing,
    awards,
    blooms,
    cacti,
    cards,
    case_forms,
    exporting,
    figures,
    followups,
    glitter_forms,
    home,
    house_rules,
    installing,
    joining,
    mine,
    naming_rules,
    opt_in,
    people,
    picks,
    previews,
    replies,
    settings_forms,
    team_rules,
    team_words,
    undoing,
    visits,
    waiting,
)
from bot.by_name import WhichColleague
from bot.cards import Input
from bot.commands import Ask, Command, Give, parse, plain
from bot.errors import Refusal
from bot.heard import Action, ActionName, FormName, GroupMention, Mention, Part, Said
from bot.memory import Owed, Unit
from bot.messages import (
    Answer,
    Button,
    CactusDraft,
    GlitterDraft,
    Help,
    Message,
    Notice,
    SignInLink,
)
from bot.model import Kind, Move, PlaceKind, Profile, Reader
from bot.outcome_rules import is_taken_back
from bot.people import AskPlatform
from bot.scene import Scene
from bot.teams import WhichTeam

CHOSEN = "chosen:"
"""Before the reference of an action that goes on once a team is picked: it is recorded once."""
MOST_CHOICES = 10
PERSON_FIELDS = ("who", "heir", "receivers", "hr", "admins")
"""Fields of forms that hold accounts, with commas between."""
OPENING = frozenset(
    {
        ActionName.GIVE,
        ActionName.GIVE_CACTUS,
        ActionName.HOME,
        ActionName.MORE,
        ActionName.MY_SETTINGS,
        ActionName.SETTINGS,
        *installing.FIRST_STEPS,
    }
)
"""Buttons that open something; they need carry nothing."""
MOST_NAMED = 100
ABOUT_WEEKS = {
    ActionName.MOMENT,
    ActionName.SKIP_WEEK,
    ActionName.KEEP_WEEK,
    ActionName.POST_WEEK,
    ActionName.WEEKLY_OFF,
    ActionName.WEEKLY_ON,
}
HIGHEST_ID = 2**31 - 1
"""What an id can be on every database."""


def answer(
    heard: Said | Action,
    unit: Unit,
    told: Sequence[Profile] | None,
    pages_at: str | None = None,
    privacy_at: str = "",
) -> Answer | AskPlatform:
    """Decide, write, and say what the speaker reads; refusals write nothing.

    `told` is what the platform said of people nobody knew; None where it was not asked yet.
    Where the answer cannot travel back with the request, it is owed, as `replies` says.
    `pages_at` is the address of the pages, up to where a token follows, and `privacy_at` that of
    the page on data protection.
    """
    profiles = _profiles(heard)
    accounts = [profile.account for profile in profiles]
    meeting = unit.workspaces.with_people(heard.workspace_id, accounts)
    if meeting is None:
        return Answer(Notice("workspace-unknown"), Reader("en", "UTC"))
    workspace = meeting.workspace
    if workspace.suspended_at:
        return Answer(Notice("refused-suspended"), workspace.reader)
    members = people.gather(unit, heard, profiles, meeting.known, told)
    if isinstance(members, AskPlatform):
        return members
    speaker = members[heard.speaker.account]
    scene = Scene(unit, workspace, speaker, members, pages_at, privacy_at, meeting.has_teams)
    reader = people.reader(scene.speaker, workspace)
    if isinstance(heard, Said):
        installing.spoke(scene, heard)
    waiting.reached(scene, heard)
    message = _refusing(scene, heard)
    if replies.owe(scene, heard, message, reader):
        return Answer(message, reader, owed=True)
    if isinstance(message, SignInLink):
        message = visits.with_token(unit, workspace.id, message)
    return Answer(message, reader)


def _profiles(heard: Said | Action) -> list[Profile]:
    """Everybody whom the request names, once, the speaker first."""
    found = {heard.speaker.account: heard.speaker}
    if isinstance(heard, Said):
        for part in heard.parts:
            for one in _named(part):
                found.setdefault(one.account, one)
    else:
        for name in PERSON_FIELDS:
            for account in heard.fields.get(name, "").split(",")[:MOST_NAMED]:
                if account:
                    found.setdefault(account, Profile(account))
    return list(found.values())


def _named(part: Part) -> tuple[Profile, ...]:
    match part:
        case Mention(profile):
            return (profile,)
        case GroupMention():
            return part.people
        case _:
            return ()


def _refusing(scene: Scene, heard: Said | Action) -> Message:
    try:
        return _said(scene, heard) if isinstance(heard, Said) else _pressed(scene, heard)
    except Refusal as refusal:
        draft = plain(heard) if isinstance(heard, Said) else ""
        fits = len(draft) <= 2 * awards.LONGEST
        return replace(refusal.notice, draft=draft if fits else "")


def _said(scene: Scene, said: Said) -> Message:
    if said.openly and said.command is Kind.CACTUS:
        return _cactus_in_the_open(scene, said)
    try:
        return _understood(scene, said)
    except WhichTeam as asked:
        return _ask_which_team(scene, said, asked)


def _ask_which_team(scene: Scene, said: Said, asked: WhichTeam) -> Message:
    """Keep what was typed for the button that picks one of several teams."""
    ref = said.source_ref.removeprefix(CHOSEN)
    kept = replace(said, source_ref=f"{CHOSEN}{ref}")
    draft = scene.unit.drafts.keep(scene.workspace.id, scene.speaker.id, kept)
    picked = "".join(f"{id}." for id in said.chosen)
    buttons = tuple(
        Button(ActionName.CHOOSE_TEAM, f"{draft}:{picked}{team.id}", team.name)
        for team in asked.teams[:MOST_CHOICES]
    )
    code = "which-colleague" if isinstance(asked, WhichColleague) else "which-team"
    return Notice(code, detail=asked.typed, buttons=buttons)


def _choose_team(scene: Scene, subject: str) -> Message:
    number, _, picked = subject.partition(":")
    said = scene.unit.drafts.get(scene.workspace.id, _number(number), scene.speaker.id)
    if not isinstance(said, Said):
        raise Refusal("gone")
    chosen = tuple(map(_number, picked.split(".")))
    members = scene.unit.members.find(scene.workspace.id, [one.account for one in _profiles(said)])
    return _said(replace(scene, members=members), replace(said, chosen=chosen))


def _understood(scene: Scene, said: Said) -> Message:
    names = scene.names(said.chosen)
    if about_a_team := team_words.read(said, names):
        return team_rules.told(scene, about_a_team)
    try:
        command = parse(said, names)
    except Refusal as refusal:
        if said.command is Kind.CACTUS:
            return addressing.unaddressed(scene, said, refusal)
        raise
    return _commanded(scene, said, command)


def _commanded(scene: Scene, said: Said, command: Command) -> Message:
    match command:
        case Give(kind=Kind.GLITTER) as give:
            return awards.give_glitter(scene, said, give)
        case Give() as give:
            return addressing.typed(scene, said, give)
        case Ask(word="help", empty=True, kind=Kind.CACTUS):
            return cacti.asked(scene, CactusDraft(said.place, said.source_ref))
        case Ask(word="open", kind=Kind.CACTUS):
            return cards.listed(scene.unit, scene.workspace, scene.speaker)
        case Ask(word="show", rest=number):
            return followups.show(scene, _number(number))
        case Ask(word="away", rest=days, people=named):
            return house_rules.away(scene, days, [scene.members[one.account] for one in named])
        case Ask(word="back"):
            return house_rules.back(scene)
        case Ask(word="hours", rest=hours):
            return house_rules.hours(scene, hours)
        case Ask(word="mute", rest=rest, people=named):
            return house_rules.mute(scene, rest, [scene.members[one.account] for one in named])
        case Ask(word="link", rest=rest, people=named):
            return joining.linked(scene, rest, [scene.members[one.account] for one in named])
        case Ask(word="moment"):
            return picks.listed(scene)
        case Ask(word="stats"):
            return figures.told(scene)
        case Ask(word="name", rest=naming):
            return naming_rules.choose(scene, naming)
        case Ask(word="me"):
            return mine.my_glitter(scene.unit, scene.workspace, scene.speaker)
        case Ask(word="export", rest=words, people=named):
            return exporting.asked(scene, words, [scene.members[one.account] for one in named])
        case Ask(word="mydata", rest=words):
            return exporting.asked_own(scene, words)
        case Ask(word="history"):
            return visits.offer(scene)
        case Ask(word="undo"):
            return undoing.undo(scene, said.source_ref, None)
        case Ask(word="help", empty=True):
            return glitter_forms.typed(scene, said)
        case Ask(word="help", kind=kind):
            return Help(kind)
        case Ask(word="home"):
            return home.opened(scene, said.place)
        case Ask(word="settings"):
            admin = people.is_admin(scene.unit, scene.speaker)
            return settings_forms.everybodys(scene) if admin else settings_forms.mine(scene)
        case Ask():
            raise Refusal("not-ready")


def _cactus_in_the_open(scene: Scene, said: Said) -> Message:
    """It already stands where others read it: store nothing, and repeat nothing."""
    if said.place.kind is PlaceKind.CHANNEL:
        aloud = Notice("cactus-openly-aloud")
        scene.unit.deliveries.owe(
            [Owed(said.workspace_id, said.place, aloud, scene.workspace.reader)]
        )
    return Notice("cactus-openly-private")


def _pressed(scene: Scene, action: Action) -> Message:
    if action.name is ActionName.CHOOSE_TEAM:
        return _choose_team(scene, action.subject)
    if action.name is ActionName.LINK:
        return joining.pressed(scene, action.subject)
    if action.name in opt_in.ANSWERS:
        return opt_in.chosen(scene, action.name)
    if action.name in installing.FIRST_STEPS:
        return installing.pressed(scene, action.name)
    if action.name in OPENING:
        return _opened(scene, action)
    subject = _number(action.subject)
    match action.name:
        case ActionName.UNDO:
            return undoing.undo(scene, action.source_ref, subject)
        case ActionName.REFRESH:
            return undoing.looked_at(scene, subject)
        case ActionName.GIVE_AGAIN:
            return _give_again(scene, subject)
        case ActionName.RESEND:
            return _resend(scene, subject)
        case ActionName.AGREE_EXPORT:
            return exporting.decided(scene, subject, agreed=True)
        case ActionName.REFUSE_EXPORT:
            return exporting.decided(scene, subject, agreed=False)
        case ActionName.FETCH_EXPORT | ActionName.LEAVE_EXPORT:
            return exporting.fetched(scene, subject, wanted=action.name is ActionName.FETCH_EXPORT)
        case ActionName.SUBMIT:
            return _submitted(scene, action, subject)
        case ActionName.EDIT_DRAFT:
            return cacti.new_form(scene, cacti.draft_of(scene, subject))
        case ActionName.SEND_ANYWAY:
            draft = cacti.draft_of(scene, subject)
            return cacti.write(_with(scene, draft.receiver), draft, sure=True)
        case ActionName.TO_TEAM:
            return cacti.begun(scene, cacti.draft_of(scene, subject))
        case ActionName.EDIT:
            return cacti.edit_form(scene, subject)
        case ActionName.PICK:
            return picks.pressed(scene, action, subject)
        case ActionName.MOMENTS | ActionName.MORE_MOMENTS:
            return picks.listed(scene, subject)
        case name if name in ABOUT_WEEKS:
            return previews.decide(scene, name, subject)
        case ActionName.PRAISE:
            return blooms.praise(scene, subject)
        case ActionName.SHOW:
            return followups.show(scene, subject)
        case name if name in case_forms.OPENED_BY:
            return case_forms.opened(scene, case_forms.OPENED_BY[name], subject)
        case name:
            given = Input(source_ref=action.source_ref)
            return followups.make(scene, subject, Move(name.value), given)


def _opened(scene: Scene, action: Action) -> Message:
    match action.name:
        case ActionName.GIVE:
            return glitter_forms.asked(scene, action)
        case ActionName.GIVE_CACTUS:
            who = action.fields.get("who", "")
            return cacti.asked(scene, CactusDraft(action.place, action.source_ref, who))
        case ActionName.MY_SETTINGS:
            return settings_forms.mine(scene)
        case ActionName.SETTINGS:
            return settings_forms.everybodys(scene)
        case _:
            return home.opened(scene, action.place, _number(action.subject or "1"))


def _submitted(scene: Scene, action: Action, subject: int) -> Message:
    match action.form:
        case None:
            raise Refusal("gone")
        case FormName.CACTUS:
            return cacti.submitted(scene, subject, action.fields)
        case FormName.GLITTER:
            return glitter_forms.submitted(scene, subject, action.fields)
        case FormName.MY_SETTINGS:
            return settings_forms.save_mine(scene, action.fields)
        case FormName.SETTINGS:
            return settings_forms.save(scene, action.fields)
        case FormName.EDIT:
            return cacti.edited(scene, subject, action.fields, action.source_ref)
        case name:
            return case_forms.submitted(scene, name, subject, action.fields, action.source_ref)


def _with(scene: Scene, account: str) -> Scene:
    """The scene with one more member in it."""
    members = scene.unit.members.find(scene.workspace.id, [account])
    return replace(scene, members={**scene.members, **members})


def _number(text: str) -> int:
    number = int(text) if text.isdecimal() and len(text) < 18 else 0
    if not 0 < number <= HIGHEST_ID:
        raise Refusal("gone")
    return number


def _give_again(scene: Scene, draft_id: int) -> Message:
    kept = scene.unit.drafts.get(scene.workspace.id, draft_id, scene.speaker.id)
    if isinstance(kept, GlitterDraft):
        return glitter_forms.give(scene, draft_id, kept, again=True)
    if not isinstance(kept, Said):
        raise Refusal("gone")
    # However often the button is pressed, the draft is given once.
    said = replace(kept, source_ref=f"draft:{draft_id}")
    accounts = [profile.account for profile in _profiles(said)]
    members = scene.unit.members.find(scene.workspace.id, accounts)
    give = parse(said, scene.names(said.chosen))
    if not isinstance(give, Give):
        raise Refusal("gone")
    return awards.give_glitter(replace(scene, members=members), said, give, again=True)


def _resend(scene: Scene, delivery_id: int) -> Message:
    if scene.unit.workspaces.installer(scene.workspace.id) != scene.speaker.account:
        raise Refusal("not-yours")
    found = scene.unit.deliveries.get(scene.workspace.id, delivery_id)
    award_id = getattr(found[0].message, "award_id", None) if found else None
    if is_taken_back(scene.unit, scene.workspace.id, award_id):
        raise Refusal("gone")
    if not scene.unit.deliveries.revive(scene.workspace.id, delivery_id):
        raise Refusal("gone")
    return Notice("resent")
