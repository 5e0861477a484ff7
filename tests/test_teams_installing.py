"""The app is brought to whoever cannot be written to, if an admin allows it; without storms."""

from collections.abc import Callable, Iterator

import pytest
import structlog

from adapters.teams import graph
from bot.model import Place
from bot.outcomes import Again, Blocked, Outcome
from tests.drivers.teams import TeamsChat
from tests.drivers.teams_graph import CATALOGUE_ID
from tests.drivers.teams_house import TeamsHouse
from tests.drivers.teams_someone import Someone
from tests.product import Running
from tests.test_teams_send import address, delivery

BLOCKED = Blocked("MessageWritesBlocked")


@pytest.fixture
def chat() -> Iterator[TeamsChat]:
    with TeamsChat() as teams:
        for who in ("ana", "bo", "kim"):
            teams.join(who, who.title())
        for who in ("bo", "kim"):
            leave(teams, teams.someone(who))
        yield teams


def leave(chat: TeamsChat, someone: Someone) -> None:
    """They are in the team, and have no app of ours."""
    chat.service.graph.without_app[someone.object_id] = someone.member
    del chat.service.people[someone.id]
    chat.service.personal(someone.id).forbidden = True


@pytest.fixture
def house(chat: TeamsChat) -> Iterator[TeamsHouse]:
    url = f"{chat.service.url}/graph/v1.0"
    with TeamsHouse(chat, graph_url=url, install_app=CATALOGUE_ID) as house:
        chat.say("ana", "/glitter help")  # so that a channel is known in which Bo is
        yield house


def send(house: TeamsHouse, who: str = "bo") -> Outcome:
    place = Place.direct(f"29:{who}")
    owed = delivery(house, place=place, workspace_address=address(house, ""))
    return house.run(house.edge.platform.send(owed))


def test_somebody_without_the_app_gets_it_and_the_message_follows(house: TeamsHouse) -> None:
    outcome = send(house)
    assert isinstance(outcome, Again)
    assert outcome.after
    assert house.service.graph.asked == [house.chat.someone("bo").object_id]
    send(house)
    assert len(house.chat.direct("bo")) == 1


def test_nobody_is_asked_for_twice_within_an_hour(house: TeamsHouse) -> None:
    house.service.graph.answers = [(404, {}), (404, {})]
    assert [send(house) for _ in range(5)] == [BLOCKED] * 5
    assert len(house.service.graph.asked) == 1


@pytest.mark.parametrize(
    ("status", "headers"), [(403, {}), (401, {}), (429, {"Retry-After": "60"})]
)
def test_a_refusal_is_logged_once_and_left_alone_for_everybody(
    house: TeamsHouse, status: int, headers: dict[str, str]
) -> None:
    house.service.graph.answers = [(status, headers)]
    with structlog.testing.capture_logs() as told:
        assert [send(house, who) for who in ("bo", "kim", "bo")] == [BLOCKED] * 3
    assert len(house.service.graph.asked) == 1
    [line] = [one for one in told if one["event"] == "teams.installing_refused"]
    assert graph.PERMISSION in line["hint"]
    assert "bo" not in str(line)


def test_without_a_token_for_graph_nobody_is_asked_for(house: TeamsHouse) -> None:
    house.service.token_faults = [(401, {"error": "invalid_client"})]
    assert [send(house), send(house, "kim")] == [BLOCKED, BLOCKED]
    assert house.service.graph.asked == []
    assert house.service.token_faults == []


def test_it_is_off_from_the_start(chat: TeamsChat) -> None:
    with TeamsHouse(chat) as house:
        chat.say("ana", "/glitter help")
        assert send(house) == BLOCKED
        assert chat.service.graph.asked == []


def test_glitter_comes_to_somebody_who_had_no_app_when_it_was_given(
    chat: TeamsChat, start: Callable[..., Running], database_file: str
) -> None:
    url = f"{chat.service.url}/graph/v1.0"
    settings = {"TEAMS_INSTALL_APP": CATALOGUE_ID, "TEAMS_GRAPH_URL": url}
    product = start(chat, DATABASE_URL=database_file, **settings)
    chat.say("ana", "/glitter @bo the calm release", place="direct")
    product.later(seconds=15)
    assert chat.service.graph.asked == [chat.someone("bo").object_id]
    assert sum("the calm release" in one.text for one in chat.direct("bo")) == 1
    assert "could not reach" not in "".join(one.text for one in chat.direct("ana"))
