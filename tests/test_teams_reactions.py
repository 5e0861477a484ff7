"""An emoji on a post of glitter says "me too"; Teams tells of those on the bot's posts alone."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest

from bot.heard import Reacted
from bot.memory import Unit
from tests.drivers.teams import TeamsChat
from tests.drivers.teams_house import TeamsHouse
from tests.product import Running


@pytest.fixture
def chat() -> Iterator[TeamsChat]:
    with TeamsChat() as teams:
        for who in ("ana", "bo", "kim"):
            teams.join(who, who.title())
        yield teams


def me_too(product: Running, chat: TeamsChat) -> int:
    """How many joined the glitter."""

    def count(unit: Unit) -> int:
        [award] = unit.awards.by_ref(chat.workspace_id, REF)
        day = timedelta(days=1)
        around = (award.given_at - day, award.given_at + day)
        return len(unit.awards.reactions(chat.workspace_id, *around).get(award.id, ()))

    return product.ask(count)


REF = "teams:19:general@thread.tacv2;messageid=17:17"


def test_each_person_joins_once_and_leaves_with_the_emoji(
    chat: TeamsChat, start: Callable[..., Running], database_file: str
) -> None:
    product = start(chat, DATABASE_URL=database_file)
    chat.say("ana", "/glitter @bo the calm release", ref="17")
    [post] = chat.posted()
    for who, emoji in (("kim", "heart"), ("kim", "like"), ("ana", "like")):
        chat.react(who, post, added=emoji)
    assert me_too(product, chat) == 2
    chat.react("kim", post, added="laugh", removed="like")
    assert me_too(product, chat) == 2
    chat.react("kim", post, removed="laugh")
    assert me_too(product, chat) == 1


def test_a_reaction_names_the_message_as_it_was_sent(chat: TeamsChat) -> None:
    with TeamsHouse(chat) as house:
        chat.say("ana", "glitter help", place="direct")
        [shown] = chat.direct("ana")
        chat.react("ana", shown, added="heart")
        [told] = [one for one in house.door.noted if isinstance(one, Reacted)]
        assert (told.message_ref, told.emoji, told.added) == (shown.ref, "heart", True)
        assert (told.author, told.place.key) == (None, "direct:29:ana")


ODD: list[dict[str, Any]] = [
    {"reactionsAdded": [{"type": "like"}]},
    {"replyToId": "1", "reactionsAdded": "like", "reactionsRemoved": [7, {}, {"type": 7}]},
    {"replyToId": 7, "reactionsAdded": [{"type": "like"}]},
]


@pytest.mark.parametrize("odd", ODD, ids=str)
def test_an_odd_reaction_is_let_go_by(chat: TeamsChat, odd: dict[str, Any]) -> None:
    with TeamsHouse(chat) as house:
        chat.deliver({**chat.message("ana", "x"), "type": "messageReaction", **odd})
        assert [one for one in house.door.noted if isinstance(one, Reacted)] == []
