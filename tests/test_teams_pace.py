"""Teams takes only so many messages in one conversation; ours wait by themselves."""

from datetime import timedelta

import pytest

from adapters.teams import pace
from adapters.teams.pace import LIMITS, OF_ASIDES, Pace
from adapters.teams.send import TeamsPlatform
from bot.model import Place
from bot.outcomes import Again, Blocked, Sent
from tests.drivers.teams import TeamsChat
from tests.drivers.teams_house import TeamsHouse
from tests.test_teams_send import GENERAL, address, delivery


class Watch:
    """Time that passes when a test says so."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.mark.parametrize(("most", "within"), LIMITS)
def test_each_limit_holds_in_every_stretch_of_its_length(most: int, within: float) -> None:
    watch = Watch()
    paced, sent = Pace(clock=watch), []
    while len(sent) < 2 * most:
        if wait := paced.wait("19:general"):
            watch.now += wait
        else:
            sent.append(watch.now)
    for at, first in enumerate(sent[:-most]):
        assert sent[at + most] - first >= within - 1e-6


def test_another_conversation_does_not_wait() -> None:
    paced = Pace(limits=((1, 1.0),), clock=Watch())
    assert [paced.wait("a"), paced.wait("b"), paced.wait("a")] == [0.0, 0.0, 1.0]


def test_what_has_been_silent_longest_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "MOST", 2)
    paced = Pace(limits=((1, 1.0),), clock=Watch())
    assert [paced.wait(one) for one in "abcbca"] == [0.0, 0.0, 0.0, 1.0, 1.0, 0.0]


def test_what_single_people_see_shares_the_pace_of_its_channel_and_gives_way() -> None:
    with TeamsChat() as chat, TeamsHouse(chat) as house:
        chat.join("ana", "Ana")
        assert isinstance(house.edge.platform, TeamsPlatform)
        house.edge.platform.paced = Pace(limits=((1, 60.0),), clock=Watch())
        here = {"workspace_address": address(house, "")}
        aside = Place.aside(f"{GENERAL};messageid=17", "29:ana")
        outcomes = [
            house.run(house.edge.platform.send(delivery(house, place=place, **here)))
            for place in (aside, Place.channel(GENERAL), aside)
        ]
    assert isinstance(outcomes[0], Sent)
    assert outcomes[1:] == [Again("paced", timedelta(seconds=60)), Blocked("paced")]


def test_asides_leave_room_for_what_everybody_reads() -> None:
    asides, posts = Pace(OF_ASIDES, Watch()), Pace(LIMITS, Watch())
    passed = [one for one in range(8) if not asides.wait("a") and not posts.wait("a")]
    assert len(passed) == 4
    assert posts.wait("a") == 0.0
