"""A post of glitter reads otherwise for whoever gave it: from there they can take it back."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bot.heard import ActionName
from tests.drivers.teams import TeamsChat
from tests.drivers.teams_cards import CARD
from tests.product import Running


@pytest.fixture
def chat() -> Iterator[TeamsChat]:
    with TeamsChat() as teams:
        for who in ("ana", "bo"):
            teams.join(who, who.title())
        yield teams


@pytest.fixture
def product(chat: TeamsChat, start: Callable[..., Running], database_file: str) -> Running:
    return start(chat, DATABASE_URL=database_file)


def post_of(chat: TeamsChat) -> dict[str, Any]:
    [message] = chat.channel("general").messages.values()
    content: dict[str, Any] = message["attachments"][0]["content"]
    return content


def looked_at(chat: TeamsChat, who: str) -> dict[str, Any]:
    """What a client is told that asks by itself how the post reads for somebody."""
    refresh = post_of(chat)["refresh"]
    assert refresh["userIds"] == ["29:ana"]
    value = {"action": refresh["action"], "trigger": "automatic"}
    told: dict[str, Any] = chat.invoke(who, "adaptiveCard/action", value, chat.channel("general"))
    return told


def buttons(card: dict[str, Any]) -> list[str]:
    return [one["verb"] for one in card.get("actions", [])]


def test_the_giver_alone_can_take_it_back_from_the_post(chat: TeamsChat, product: Running) -> None:
    chat.say("ana", "/glitter @bo the calm release")
    [post] = chat.posted()
    assert not post.buttons
    theirs = looked_at(chat, "ana")
    assert (theirs["statusCode"], theirs["type"]) == (200, CARD)
    card = theirs["value"]
    assert buttons(card) == [ActionName.UNDO]
    assert card["body"] == post_of(chat)["body"]
    assert card["refresh"]["userIds"] == ["29:ana"]
    value = {"action": card["actions"][0], "trigger": "manual"}
    chat.invoke("ana", "adaptiveCard/action", value, chat.channel("general"))
    product.settle()
    assert chat.posted() == []


def test_nobody_else_sees_more_and_after_ten_minutes_nor_does_the_giver(
    chat: TeamsChat, product: Running
) -> None:
    chat.say("ana", "/glitter @bo the calm release")
    others = looked_at(chat, "bo")
    assert (others["statusCode"], others["type"]) == (404, "application/vnd.microsoft.error")
    assert "calm release" not in str(others)
    product.later(minutes=11)
    assert buttons(looked_at(chat, "ana")["value"]) == []
