"""The home page of a member: what concerns them, on one page, kept up to date once opened."""

from dataclasses import replace
from datetime import timedelta

from bot import cards, mine, people, picks
from bot.heard import ActionName
from bot.memory import Unit
from bot.messages import Button, Delivery, Home, Message, Person
from bot.model import Member, Place, PlaceKind, Workspace
from bot.scene import Scene
from bot.settings_forms import my_fields
from bot.weeks import week_start

WEEK = timedelta(days=7)
PAGE = 10
MOST_CASES, MOST_NAMES = 20, 100


def opened(scene: Scene, place: Place, page: int = 1) -> Message:
    """The speaker's home page; opened as a page, it is kept up to date from now on."""
    if place.kind is PlaceKind.HOME:
        scene.unit.members.open_home(scene.speaker.id)
    return build(scene.unit, scene.workspace, scene.speaker, page)


def to_send(unit: Unit, delivery: Delivery) -> Delivery | None:
    """The delivery with the page as of now; None where nobody has it any more."""
    account = delivery.place.id
    workspace = unit.workspaces.get(delivery.workspace_id)
    member = unit.members.find(delivery.workspace_id, [account]).get(account)
    if workspace is None or member is None:
        return None
    reader = people.reader(member, workspace)
    return replace(delivery, message=build(unit, workspace, member), reader=reader)


def build(unit: Unit, workspace: Workspace, member: Member, page: int = 1) -> Home:
    """The page as of now."""
    skip = (page - 1) * PAGE
    received = unit.awards.newest_received(member.id, PAGE + 1, skip)
    given = unit.awards.newest_given(member.id, PAGE + 1, skip)
    more = len(received) > PAGE or len(given) > PAGE
    return Home(
        mine.my_glitter(unit, workspace, member),
        mine.received(unit, workspace, received[:PAGE]),
        mine.given(unit, workspace, given[:PAGE]),
        cards.listed(unit, workspace, member).entries[:MOST_CASES] if page == 1 else (),
        _week(unit, workspace) if page == 1 else (),
        my_fields(member, workspace),
        _buttons(unit, workspace, member, page, more=more),
        page,
    )


def _week(unit: Unit, workspace: Workspace) -> tuple[Person, ...]:
    """Who got glitter this week, each once, in no order that ranks."""
    monday = week_start(unit.now, workspace.settings.zone)
    ids, team_ids = unit.awards.shining_between(workspace.id, monday, monday + WEEK)
    members = unit.members.get(workspace.id, ids).values()
    teams = unit.teams.get(workspace.id, team_ids).values()
    named = [one for one in map(people.in_highlights, members) if one]
    named += [Person(team.name) for team in teams]
    return tuple(sorted(named, key=lambda one: one.name.casefold()))[:MOST_NAMES]


def _buttons(
    unit: Unit, workspace: Workspace, member: Member, page: int, *, more: bool
) -> tuple[Button, ...]:
    names = [ActionName.GIVE]
    if workspace.settings.cactus_on:
        names.append(ActionName.GIVE_CACTUS)
    names.append(ActionName.MY_SETTINGS)
    if people.is_admin(unit, member):
        names.append(ActionName.SETTINGS)
    if picks.may(unit, member):
        names.append(ActionName.MOMENTS)
    found = [Button(name, "1") for name in names]
    if more:
        found.append(Button(ActionName.MORE, str(page + 1)))
    if page > 1:
        found.append(Button(ActionName.HOME, "1"))
    return tuple(found)
