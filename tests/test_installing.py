"""Whoever brought the bot is welcomed and hears what goes wrong, once."""

from functools import partial

from bot.desk import _note
from bot.heard import ActionName, Installed, PlaceSeen
from bot.messages import Form, Notice, Welcome
from bot.model import Place, Profile, Rank, Settings, Standing
from bot.outcomes import Blocked, Rejected
from tests.drivers.stage import Stage
from tests.worlds import HOUSE, World

ANNEX = "stage:annex"
PRIVACY = "https://kaktus.example/history/privacy"


def hear(world: World, seen: Installed | PlaceSeen) -> None:
    told = partial(_note, seen=seen, defaults=Settings(), privacy_at=PRIVACY)
    world.ask(told)


def rank(world: World, account: str, rank: Rank, at: str = HOUSE) -> None:
    profile = Profile(account, standing=Standing.ACTIVE, rank=rank)
    world.ask(lambda unit: unit.members.put(at, [profile]))


def test_whoever_installs_is_welcomed_once(file_world: World) -> None:
    stage = Stage(file_world)
    for _ in range(2):
        hear(file_world, Installed(ANNEX, installer="zoe"))
    stage.settle()
    assert stage.messages("zoe") == [Welcome(PRIVACY)]


def test_where_nobody_is_known_the_first_admin_who_speaks_is_welcomed(file_world: World) -> None:
    stage = Stage(file_world)
    hear(file_world, Installed(ANNEX))
    file_world.join("ana", "kim", "zoe", at=ANNEX)
    rank(file_world, "kim", Rank.ADMIN, ANNEX)
    rank(file_world, "zoe", Rank.OWNER, ANNEX)
    for who in ("ana", "kim", "zoe"):
        file_world.say(who, "/glitter me", workspace_id=ANNEX)
    stage.settle()
    assert stage.messages("kim") == [Welcome()]
    assert stage.messages("zoe") == stage.messages("ana") == []


def test_the_first_steps_lead_somewhere(file_world: World) -> None:
    rank(file_world, "boss", Rank.ADMIN)
    first, second, third = Welcome().buttons
    assert isinstance(file_world.press("boss", first.name, first.subject), Form)
    assert file_world.press("boss", second.name, second.subject) == Notice("invite-how")
    assert file_world.press("boss", third.name, third.subject) == Notice("cacti-off")
    found = file_world.ask(lambda unit: unit.workspaces.get(HOUSE))
    assert found
    assert not found.settings.cactus_on


def test_only_admins_turn_cacti_off(file_world: World) -> None:
    answer = file_world.press("bo", ActionName.CACTI_OFF, "1")
    assert answer == Notice("refused-admin-only")


def test_a_place_that_takes_nothing_is_told_of_once_until_it_works(file_world: World) -> None:
    stage = Stage(file_world)
    stage.foretell("general", Blocked("is_archived"), Rejected("new_code"))
    for words in ("the first words", "the second words"):
        file_world.say("ana", f"/glitter @bo {words}")
        stage.later(minutes=1)
    assert stage.notices("boss") == ["blocked-place"]
    file_world.say("ana", "/glitter @bo the third words")
    stage.later(minutes=1)
    stage.foretell("general", Blocked("is_archived"))
    file_world.say("ana", "/glitter @bo the fourth words")
    stage.later(minutes=1)
    assert stage.notices("boss") == ["blocked-place", "blocked-place"]


def test_whoever_installed_it_is_not_told_twice_of_their_own_glitter(file_world: World) -> None:
    stage = Stage(file_world)
    stage.foretell("general", Blocked("is_archived"))
    file_world.say("boss", "/glitter @bo the calm release")
    stage.settle()
    assert stage.notices("boss") == ["moved-to-direct"]


def test_highlights_that_waited_follow_when_the_bot_is_invited(file_world: World) -> None:
    stage = Stage(file_world)
    file_world.say("ana", "/glitter @bo the calm release")
    stage.settle()
    stage.foretell("general", Blocked("not_in_channel"))
    stage.later(days=7)
    assert "blocked-highlights" in stage.notices("boss")
    tried = len(stage.messages("general"))
    hear(file_world, PlaceSeen(HOUSE, Place.channel("elsewhere")))
    stage.settle()
    assert len(stage.messages("general")) == tried
    hear(file_world, PlaceSeen(HOUSE, Place.channel("general")))
    stage.settle()
    assert len(stage.messages("general")) > tried
