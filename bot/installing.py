"""Who brought the bot here: they are welcomed, are admin, and hear what goes wrong."""

from bot import people
from bot.digests import last_week_at_installation
from bot.errors import Refusal
from bot.heard import ActionName, Installed, Said, Served, Uninstalled
from bot.memory import Owed, Unit
from bot.messages import Message, Notice, Welcome
from bot.model import Duty, Place, Profile, Rank, Reader, Settings, Workspace
from bot.scene import Scene
from bot.settings import change_settings
from bot.settings_forms import everybodys

FIRST_STEPS = frozenset({ActionName.CHOOSE_CHANNEL, ActionName.INVITE, ActionName.CACTI_OFF})
"""The buttons of the welcome; they need carry nothing."""


def installed(unit: Unit, seen: Installed, defaults: Settings, privacy_at: str = "") -> None:
    """The bot may act in a workspace, for the first time or again."""
    settings = defaults
    if seen.highlights_channel:
        settings = defaults.model_copy(update={"highlights_channel": seen.highlights_channel})
    before = unit.workspaces.get(seen.workspace_id)
    last = last_week_at_installation(unit.now, settings)
    if unit.workspaces.install(seen, settings, last):
        _give_duties(unit, seen)
    if seen.installer and seen.welcome and (before is None or before.suspended_at):
        _welcome(unit, seen.workspace_id, seen.installer, privacy_at)


def removed(unit: Unit, seen: Uninstalled) -> None:
    """The bot may act no more: in a workspace, or in all of an organisation."""
    holder = seen.workspace_id
    for workspace_id in {holder, *unit.credentials.opened_by(holder)}:
        unit.workspaces.suspend(workspace_id)
    unit.credentials.forget(holder)


def served(unit: Unit, seen: Served) -> None:
    """What is no longer served has been left by the bot."""
    for one in unit.workspaces.all():
        here = one.id.partition(":")[0] == seen.platform and not one.suspended_at
        if here and one.id not in seen.workspaces:
            removed(unit, Uninstalled(one.id))


def spoke(scene: Scene, said: Said) -> None:
    """Where nobody is known to have installed the bot, the first admin who speaks has."""
    account, workspace = said.speaker.account, scene.workspace
    if scene.speaker.rank is Rank.MEMBER or scene.unit.workspaces.installer(workspace.id):
        return
    if scene.unit.workspaces.set_installer(workspace.id, account):
        _welcome(scene.unit, workspace.id, account, scene.privacy_at)


def pressed(scene: Scene, name: ActionName) -> Message:
    """A first step of the welcome. Raises Refusal."""
    match name:
        case ActionName.CHOOSE_CHANNEL:
            return everybodys(scene)
        case ActionName.CACTI_OFF:
            return _cacti_off(scene)
        case _:
            return Notice("invite-how")


def _cacti_off(scene: Scene) -> Message:
    if not people.is_admin(scene.unit, scene.speaker):
        raise Refusal("admin-only")
    actor = f"member {scene.speaker.id}"
    change_settings(scene.unit, scene.workspace.id, {"cactus_on": False}, actor)
    return Notice("cacti-off")


def _welcome(unit: Unit, workspace_id: str, account: str, privacy_at: str) -> None:
    workspace = unit.workspaces.get(workspace_id)
    assert workspace
    reader = _reader(unit, workspace, account)
    welcome = Welcome(privacy_at)
    unit.deliveries.owe([Owed(workspace_id, Place.direct(account), welcome, reader)])


def _reader(unit: Unit, workspace: Workspace, account: str) -> Reader:
    member = unit.members.find(workspace.id, [account]).get(account)
    return people.reader(member, workspace) if member else workspace.reader


def _give_duties(unit: Unit, seen: Installed) -> None:
    """Whoever installs is admin; an admin is not HR."""
    for account, duty in ((seen.installer, Duty.ADMIN), (seen.hr, Duty.HR)):
        if account:
            unit.members.put(seen.workspace_id, [Profile(account)])
            member = unit.members.find(seen.workspace_id, [account])[account]
            unit.members.give_duty(member.id, duty)
