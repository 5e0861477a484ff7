"""Teams are made and changed in the chat, by those who may."""

import pytest

from bot.heard import GroupMention, Said
from bot.memory import Unit
from bot.messages import GlitterRecorded, Notice, Person, TeamEntry, TeamList
from bot.model import Duty, Kind, Profile, Standing
from storage import tables
from tests.test_team_glitter import make
from tests.worlds import GENERAL, HOUSE, World

KIM, BO = Person("Kim Kim", "kim"), Person("Bo Bo", "bo")


@pytest.fixture
def house(world: World) -> World:
    """Boss is admin."""

    def give(unit: Unit) -> None:
        boss = unit.members.find(HOUSE, ["boss"])["boss"]
        unit.members.give_duty(boss.id, Duty.ADMIN)

    world.ask(give)
    return world


def team(world: World, text: str, who: str = "boss") -> TeamEntry:
    """The one team that is shown after a command."""
    answer = world.say(who, f"/glitter team {text}")
    assert isinstance(answer, TeamList), answer
    (entry,) = answer.entries
    return entry


def refused(world: World, text: str, who: str = "boss") -> str:
    answer = world.say(who, f"/glitter {text}")
    assert isinstance(answer, Notice), answer
    return answer.code


def test_a_team_is_made_filled_and_shown(house: World) -> None:
    assert team(house, "new Kassan  i Umeå").name == "Kassan i Umeå"
    team(house, "alias kassan i umea tills, kassan")
    team(house, "lead kassan @kim")
    made = team(house, "add tills @bo @ana")
    assert made.aliases == ("tills", "kassan")
    assert (made.lead, made.count) == (KIM, 3)
    assert made.people == (Person("Ana Ana", "ana"), BO, KIM)
    assert team(house, "remove kassan @ana").count == 2
    assert team(house, "unalias kassan TILLS").aliases == ("kassan",)
    assert team(house, "cacti kassan all").cacti_to_all
    assert not team(house, "cacti kassan lead").cacti_to_all
    assert team(house, "rename kassan = Kassan Nord").name == "Kassan Nord"
    assert team(house, "kassan nord", "ana").people == (BO, KIM)
    assert isinstance(house.say("ana", "/glitter kassan nord so calm all day"), GlitterRecorded)


def test_a_colleague_without_an_account_is_added_by_name_and_can_be_praised(house: World) -> None:
    team(house, "new Kassan")
    team(house, "lead kassan @bo")
    made = team(house, 'add kassan @ana "Siv  Sund" “Siv Sund”')
    assert made.people == (Person("Ana Ana", "ana"), BO, Person("Siv Sund"))
    assert isinstance(house.say("ana", '/glitter "siv sund" so calm all day'), GlitterRecorded)
    assert refused(house, 'team add kassan "' + "x" * 90 + '"') == "refused-team-how"


@pytest.mark.parametrize(
    ("new", "add", "lead"),
    [
        ("lag ny", "lag lägg", "lag leder"),
        ("lag nytt", "lag legg", "lag leder"),
        ("tiimi uusi", "tiimi lisää", "tiimi vetäjä"),
    ],
)
def test_each_language_has_its_words(house: World, new: str, add: str, lead: str) -> None:
    house.say("boss", f"/glitter {new} Kassan")
    house.say("boss", f"/glitter {add} kassan @bo")
    house.say("boss", f"/glitter {lead} kassan @kim")
    assert (team(house, "kassan").lead, team(house, "kassan").people) == (KIM, (BO, KIM))


def test_the_list_tells_all_teams_to_everybody(house: World) -> None:
    empty = house.say("ana", "/glitter team")
    assert isinstance(empty, TeamList)
    assert empty.entries == ()
    for number in range(42):
        make(house, f"Shop {number:02}", "kim")
    listed = house.say("ana", "/cactus team")
    assert isinstance(listed, TeamList)
    assert (len(listed.entries), listed.more) == (40, 2)
    assert listed.entries[0] == TeamEntry("Shop 00", (), KIM, 1, (), False)


def test_only_admins_make_and_remove_teams(house: World) -> None:
    make(house, "Kassan", "kim")
    for text in (
        "team new Lagret",
        "team rename kassan Lagret",
        "team lead kassan @bo",
        "team cacti kassan all",
        "team delete kassan",
    ):
        for who in ("ana", "kim"):
            assert refused(house, text, who) == "refused-admin-only"
    assert [one.name for one in house.ask(lambda unit: unit.teams.all(HOUSE))] == ["Kassan"]


def test_whoever_leads_changes_the_people_and_aliases_of_the_own_team(house: World) -> None:
    make(house, "Kassan", "kim")
    make(house, "Lagret", "bo")
    assert team(house, "add kassan @ana", "kim").count == 2
    assert team(house, "alias kassan tills", "kim").aliases == ("tills",)
    assert team(house, "remove kassan @ana", "kim").count == 1
    for text in ("team add lagret @ana", "team alias lagret x2", "team remove lagret @bo"):
        assert refused(house, text, "kim") == "refused-team-others"


def test_a_removed_team_keeps_what_it_received_and_its_name_is_free(house: World) -> None:
    make(house, "Kassan", "kim")
    house.say("ana", "/glitter kassan so calm all day")
    assert refused(house, "team delete kassan") == "team-removed"
    assert refused(house, "kassan so calm again", "ana") == "refused-nobody"
    assert house.exported()[0].receiver_name == "Kassan"
    assert team(house, "new KASSAN").count == 0


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("new", "refused-team-name"),
        ("new K", "refused-team-name"),
        ("new help", "refused-team-name"),
        ("new Hjälp", "refused-team-name"),
        ("new ´`", "refused-team-name"),
        (f"new {'x' * 61}", "refused-team-name"),
        ("new KÅSSAN", "refused-team-taken"),
        ("rename lagret Kassan", "refused-team-taken"),
        ("rename lagret", "refused-team-name"),
        ("alias kassan", "refused-team-name"),
        ("alias kassan " + ",".join(f"name {n}" for n in range(11)), "refused-team-aliases"),
        ("lead kassan", "refused-team-how"),
        ("lead kassan @kim @bo", "refused-team-how"),
        ("lead kassan @robo", "refused-bot"),
        ("add kassan", "refused-team-how"),
        ("add kassan @robo", "refused-bot"),
        ("add", "refused-team-how"),
        ("add nowhere @kim", "refused-no-team"),
        ("cacti kassan nobody", "refused-team-how"),
        ("group kassan", "refused-team-how"),
    ],
)
def test_what_cannot_be_is_a_sentence_and_changes_nothing(
    house: World, text: str, refusal: str
) -> None:
    house.join("robo", standing=Standing.BOT)
    make(house, "Kassan", "kim")
    make(house, "Lagret", "bo")
    before = house.rows(tables.TEAM), house.rows(tables.TEAM_MEMBER)
    assert refused(house, f"team {text}") == refusal
    assert (house.rows(tables.TEAM), house.rows(tables.TEAM_MEMBER)) == before
    assert house.rows(tables.AUDIT) == []


def test_a_team_may_be_called_team(house: World) -> None:
    make(house, "Team Umeå", "kim")
    answer = house.say("ana", "/glitter team umeå was so calm")
    assert isinstance(answer, GlitterRecorded)
    assert (answer.receivers, answer.reason) == ((Person("Team Umeå"),), "was so calm")


def test_of_two_teams_of_one_name_the_one_to_change_is_asked_for(house: World) -> None:
    make(house, "Nord", "kim", aliases=("tills",))
    make(house, "Syd", "bo", aliases=("tills",))
    asked = house.say("boss", "/glitter team add tills @ana")
    assert isinstance(asked, Notice)
    changed = house.press("boss", asked.buttons[1].name, asked.buttons[1].subject)
    assert isinstance(changed, TeamList)
    assert (changed.entries[0].name, changed.entries[0].count) == ("Syd", 2)


def test_a_group_of_the_platform_becomes_the_team(house: World) -> None:
    make(house, "Kassan", "kim")
    make(house, "Lagret", "bo")
    till = GroupMention("S1", "till-people")

    def typed(who: str, *parts: str | GroupMention) -> object:
        ref = f"group-{who}-{parts[0]}"
        said = Said(HOUSE, GENERAL, Profile(who), Kind.GLITTER, parts, ref)
        return house.hear(said).message

    assert isinstance(typed("boss", "team group kassan ", till), TeamList)
    given = typed("ana", till, " so calm all day")
    assert isinstance(given, GlitterRecorded)
    assert given.receivers == (Person("Kassan"),)
    again = typed("boss", "team group lagret ", till)
    assert isinstance(again, Notice)
    assert again.code == "refused-team-taken"


def test_every_change_is_audited_with_ids_alone(house: World) -> None:
    team(house, "new Kassan")
    team(house, "add kassan @kim")
    told = [(row.action, row.details) for row in house.rows(tables.AUDIT)]
    kim = house.join("kim")[0].id
    made = house.ask(lambda unit: unit.teams.all(HOUSE))[0].id
    assert told == [
        ("team-new", {"team": made}),
        ("team-add", {"team": made, "members": [kim]}),
    ]
