"""Giving glitter."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from bot import crowds, homes, people, showing
from bot.cleaning import visible_length
from bot.commands import MAX_RECEIVERS, Give, spell
from bot.errors import Refusal
from bot.heard import Said
from bot.memory import Before, Draft, NewAward, Owed, Unit
from bot.messages import (
    AwardPosted,
    GlitterReceived,
    GlitterRecorded,
    Message,
    Notice,
    Person,
    SameAgain,
)
from bot.model import Award, Kind, Member, Place, PlaceKind, Source, Standing, Workspace
from bot.scene import Scene
from bot.showing import Shown
from bot.teams import Crew, crew, named
from bot.values import dataclass
from bot.weeks import day_start, next_day_start

SHORTEST, LONGEST = 3, 1000
UNDO_WITHIN = timedelta(minutes=10)
SAME_WITHIN = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Gift:
    """Glitter about to be given, however it was asked for."""

    receivers: tuple[Member, ...]
    reason: str
    place: Place
    source_ref: str
    tags: tuple[str, ...] = ()
    source: Source = Source.COLLEAGUE
    link: str = ""
    crews: tuple[Crew, ...] = ()
    """Teams that receive it as one."""
    uncounted: int = 0
    """Receivers beyond the first of each group: for the day's limit a group is one."""

    @property
    def named(self) -> tuple[Person, ...]:
        """Everybody who receives it, as a message names them."""
        return (*people.persons(self.receivers), *(one.person for one in self.crews))


def give_glitter(scene: Scene, said: Said, give: Give, *, again: bool = False) -> Message:
    """Record typed glitter; `again`: the giver insists on words given a moment ago.

    Raises Refusal.
    """
    if len(give.receivers) + len(give.teams) + len(give.by_name) > MAX_RECEIVERS:
        raise Refusal("too-many", count=MAX_RECEIVERS)
    bare, new = showing.remember(scene.unit, scene.workspace, scene.speaker, give.by_name)
    try:
        message = record(scene, _gift(scene, said, give, bare), said, again=again)
    except Refusal:
        showing.forget(scene.unit, new)
        raise
    if isinstance(message, SameAgain):
        showing.forget(scene.unit, new)
    return message


def _gift(scene: Scene, said: Said, give: Give, bare: Sequence[Member]) -> Gift:
    names = {account: member.name for account, member in scene.members.items()}
    receivers = {one.id: one for one in (*scene.receivers(give), *bare)}
    alone = len(receivers) + len(give.groups)
    receivers |= {one.id: one for one in crowds.reached(give.groups, scene.members, scene.speaker)}
    crews = tuple(crew(scene.unit, team, scene.speaker) for team in give.teams)
    return Gift(
        (*receivers.values(),),
        spell(give.reason, names),
        said.place,
        said.source_ref,
        give.tags,
        give.source,
        crews=crews,
        uncounted=max(0, len(receivers) - alone),
    )


def record(scene: Scene, gift: Gift, draft: Draft, *, again: bool = False) -> Message:
    """Record one gift and owe its post; or repeat the answer where it is recorded already.

    `draft` is kept for the button that gives the same words again. Raises Refusal.
    """
    check_words(gift.reason)
    new = new_awards(scene, gift)
    before = look_back(scene, new)
    if before.recorded:
        return _recorded_before(scene, gift.source_ref)
    check_receivers(scene.speaker, gift.receivers, Kind.GLITTER)
    _check_crews(gift)
    if before.same_words_at and not again:
        kept = scene.unit.drafts.keep(scene.workspace.id, scene.speaker.id, draft)
        return SameAgain(kept, gift.named, gift.reason, before.same_words_at)
    limit = scene.workspace.settings.daily_glitter_limit
    check_daily(scene, "daily-glitter", limit, before.today, len(new) - gift.uncounted)
    award_id = scene.unit.awards.add(new)[0]
    shown = showing.shown(scene.unit, scene.workspace, gift.receivers)
    post = posted(scene, gift, award_id)
    scene.unit.deliveries.owe([*_posts(scene, gift, post), *_cards(scene, post, shown)])
    reached = [one for crew in gift.crews for one in crew.people]
    homes.renew(scene.unit, scene.workspace, [scene.speaker, *gift.receivers, *reached])
    return _recorded(scene, gift, award_id, post.receivers, shown)


def _check_crews(gift: Gift) -> None:
    for one in gift.crews:
        if not one.people:
            raise Refusal("team-empty", detail=one.team.name)


def check_words(reason: str) -> None:
    """Raises Refusal for too few or too many words."""
    if visible_length(reason) < SHORTEST:
        raise Refusal("no-reason", count=SHORTEST)
    if len(reason) > LONGEST:
        raise Refusal("too-long", count=LONGEST, other=len(reason))


def new_awards(scene: Scene, gift: Gift) -> list[NewAward]:
    """One award to each receiver, a team being one."""

    def award(
        receiver_id: int | None, team_id: int | None = None, shared_with: tuple[int, ...] = ()
    ) -> NewAward:
        return NewAward(
            scene.workspace.id,
            Kind.GLITTER,
            scene.speaker.id,
            receiver_id,
            gift.reason,
            gift.tags,
            gift.source,
            gift.place,
            gift.source_ref,
            gift.link,
            team_id,
            shared_with,
        )

    to_people = [award(receiver.id) for receiver in gift.receivers]
    to_teams = [award(None, one.team.id, tuple(m.id for m in one.people)) for one in gift.crews]
    return [*to_people, *to_teams]


def look_back(scene: Scene, new: Sequence[NewAward]) -> Before:
    """What bears on these awards; the day is that of the giver's own clock."""
    now = scene.unit.now
    midnight = day_start(now, people.zone(scene.speaker, scene.workspace))
    return scene.unit.awards.before(new, day_start=midnight, same_since=now - SAME_WITHIN)


def check_receivers(speaker: Member, receivers: Sequence[Member], kind: Kind) -> None:
    """Raises Refusal unless each of these may receive from the speaker."""
    if speaker.standing not in (Standing.ACTIVE, Standing.UNVERIFIED):
        raise Refusal("you-stranger")
    if any(receiver.id == speaker.id for receiver in receivers):
        raise Refusal("oneself" if kind is Kind.GLITTER else "oneself-cactus", at="who")
    for standing in (Standing.BOT, Standing.DEACTIVATED, Standing.STRANGER):
        if found := [receiver for receiver in receivers if receiver.standing is standing]:
            raise Refusal(standing.value, people=people.persons(found), at="who")


def check_daily(scene: Scene, code: str, limit: int, today: int, wanted: int) -> None:
    """Raises Refusal where `wanted` more would pass the day's limit; 0 is no limit."""
    if limit and today + wanted > limit:
        tomorrow = next_day_start(scene.unit.now, people.zone(scene.speaker, scene.workspace))
        raise Refusal(code, count=limit, moment=tomorrow, other=max(0, limit - today))


def receivers_of(scene: Scene, gift: Sequence[Award]) -> tuple[Person, ...]:
    """Everybody who received a gift, as a message names them."""
    ids = [award.receiver_id for award in gift if award.receiver_id is not None]
    members = scene.unit.members.get(scene.workspace.id, ids)
    team_ids = [award.team_id for award in gift if award.team_id is not None]
    teams = scene.unit.teams.get(scene.workspace.id, team_ids)
    named = (Person(teams[id].name) for id in team_ids)
    return (*people.persons(members[id] for id in ids), *named)


def crews_of(unit: Unit, workspace: Workspace, gift: Sequence[Award]) -> list[Crew]:
    """The teams that received a gift, with those whom it reached there."""
    to_teams = {award.id: award.team_id for award in gift if award.team_id is not None}
    shared = unit.awards.shared_with(to_teams)
    teams = unit.teams.get(workspace.id, to_teams.values())
    members = unit.members.get(workspace.id, {id for ids in shared.values() for id in ids})
    return [
        Crew(teams[team_id], tuple(members[id] for id in shared.get(award_id, ())))
        for award_id, team_id in to_teams.items()
    ]


def post_place(workspace: Workspace, given_in: Place) -> Place | None:
    """Where glitter is shown; None where only its receivers can be told."""
    if chosen := workspace.settings.glitter_channel:
        return Place.parse(chosen)
    return given_in if given_in.kind is PlaceKind.CHANNEL else None


def direct_posts(
    workspace: Workspace,
    post: AwardPosted,
    giver: Member,
    receivers: Sequence[Member],
    crews: Sequence[Crew] = (),
) -> list[Owed]:
    """The same glitter, told to each receiver alone, and once to each person of a team."""
    told = GlitterReceived(
        post.award_id, post.giver, post.reason, post.tags, post.source, post.link
    )
    reached = {one.id: (one, told) for one in receivers}
    for one in crews:
        through = replace(told, team=one.team.name)
        reached = {**{member.id: (member, through) for member in one.people}, **reached}
    return [
        Owed(
            workspace.id,
            Place.direct(receiver.account),
            message,
            people.reader(receiver, workspace),
            award_id=post.award_id,
            check_first=unverified([giver, receiver]),
        )
        for receiver, message in reached.values()
        if receiver.account and receiver.direct_messages
    ]


def _posts(scene: Scene, gift: Gift, post: AwardPosted) -> list[Owed]:
    place = post_place(scene.workspace, gift.place)
    if place is None:
        return direct_posts(scene.workspace, post, scene.speaker, gift.receivers, gift.crews)
    unsure = unverified([scene.speaker, *gift.receivers])
    reader = scene.workspace.reader
    about = post.award_id
    return [Owed(scene.workspace.id, place, post, reader, award_id=about, check_first=unsure)]


def _cards(scene: Scene, post: AwardPosted, shown: Sequence[Shown]) -> list[Owed]:
    """For those without an account: to be shown to them."""
    unsure = unverified([scene.speaker])
    return showing.owed(scene.unit, scene.workspace, post, shown, unsure=unsure)


def posted(scene: Scene, gift: Gift, award_id: int) -> AwardPosted:
    """A gift as everybody reads it; `award_id` is the first of its awards."""
    giver = people.person(scene.speaker)
    return AwardPosted(
        award_id,
        giver,
        gift.named,
        gift.reason,
        gift.tags,
        gift.source,
        gift.link,
        tuple(map(named, gift.crews)),
    )


def unverified(members: Sequence[Member]) -> bool:
    """Whether the platform has to be asked about one of them before anything is posted."""
    return any(member.standing is Standing.UNVERIFIED for member in members)


def _recorded(
    scene: Scene,
    award: Gift | Award,
    award_id: int,
    receivers: tuple[Person, ...],
    shown: Sequence[Shown],
) -> GlitterRecorded:
    given_in = (
        Place.parse(award.place, award.place_name) if isinstance(award, Award) else award.place
    )
    return GlitterRecorded(
        award_id,
        receivers,
        award.reason,
        post_place(scene.workspace, given_in),
        int(UNDO_WITHIN.total_seconds() // 60),
        award.tags,
        award.source,
        award.link,
        tuple(people.person(one.receiver) for one in shown if one.lead),
        tuple(people.person(one.receiver) for one in shown if not one.lead),
    )


def _recorded_before(scene: Scene, source_ref: str) -> Message:
    gift = scene.unit.awards.by_ref(scene.workspace.id, source_ref)
    if gift[0].retracted_at:
        return Notice("undone-already", people=receivers_of(scene, gift))
    ids = [award.receiver_id for award in gift if award.receiver_id is not None]
    members = scene.unit.members.get(scene.workspace.id, ids)
    shown = showing.shown(scene.unit, scene.workspace, [members[id] for id in ids])
    return _recorded(scene, gift[0], gift[0].id, receivers_of(scene, gift), shown)
