"""After a press: what takes the place of the message, and what stands beside it."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from bot.heard import ActionName
from bot.messages import (
    Answer,
    Button,
    CactusHeld,
    CaseNews,
    Delivery,
    GentleCheck,
    Message,
    Notice,
)
from bot.model import Place, State, Verb
from bot.outcomes import Sent
from tests.drivers.base import Shown
from tests.drivers.slack_door import ENGLISH, Product, slack_product
from tests.drivers.slack_samples import BO, CACTUS, about_cacti, card, cases

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
CARDS: list[Message] = [
    card(State.ACKNOWLEDGED),
    CactusHeld(1, CACTUS, NOON),
    GentleCheck(1, CACTUS, "never", "general"),
]
TO_BO = Place.direct("UBO")


@pytest.fixture
def product() -> Iterator[Product]:
    with slack_product() as running:
        running.chat.join("ana", "Ana Ek")
        running.chat.join("bo", "Bo Öst")
        yield running


def delivered(product: Product, message: Message, place: Place = TO_BO) -> Shown:
    """A lasting message, as the outbox posts it."""
    owed = Delivery(1, "slack:T1", place, Verb.POST, message, ENGLISH)
    assert isinstance(product.run(product.edge.platform.send(owed)), Sent)
    where = product.chat.direct("bo") if place == TO_BO else product.chat.posted()
    return where[-1]


def press(product: Product, shown: Shown, action: ActionName, answer: Message) -> Shown:
    product.door.reply = lambda _: Answer(answer, ENGLISH)
    return product.chat.press("bo", shown, action)


def texts(product: Product) -> list[str]:
    return [one.text for one in product.chat.direct("bo")]


@pytest.mark.parametrize("answer", CARDS, ids=lambda one: type(one).__name__)
def test_a_card_takes_the_place_of_the_lasting_card_that_was_pressed(
    product: Product, answer: Message
) -> None:
    old = delivered(product, card())
    below = delivered(product, Notice("resent"))
    now = press(product, old, ActionName.THANK, answer)
    assert texts(product) == [now.text, below.text]
    assert now.ref == old.ref


@pytest.mark.parametrize("answer", CARDS, ids=lambda one: type(one).__name__)
def test_a_card_takes_the_place_of_a_private_message(product: Product, answer: Message) -> None:
    product.door.reply = lambda _: Answer(CARDS[1], ENGLISH)
    old = product.chat.say("bo", "/cactus @ana the desk was empty", place="direct")
    now = press(product, old, ActionName.SEND_NOW, answer)
    assert texts(product) == [now.text]


def test_a_sentence_leaves_a_lasting_card_alone(product: Product) -> None:
    old = delivered(product, card())
    told = press(product, old, ActionName.THANK, Notice("refused-moved-on"))
    assert texts(product) == [old.text, told.text]
    assert ActionName.THANK in product.chat.direct("bo")[0].buttons


def test_news_with_somebodys_words_stay_when_their_case_is_shown(product: Product) -> None:
    news = CaseNews(12, "news-promise", BO, "a second till", buttons=cases(1).buttons)
    old = delivered(product, news)
    told = press(product, old, ActionName.SHOW, card())
    assert texts(product) == [old.text, told.text]


def test_a_list_stays_when_one_of_its_cases_is_shown(product: Product) -> None:
    product.door.reply = lambda _: Answer(cases(3), ENGLISH)
    old = product.chat.say("bo", "/cactus open", place="direct")
    told = press(product, old, ActionName.SHOW, card())
    assert texts(product) == [old.text, told.text]
    assert product.door.heard[-1].subject == "12"  # type: ignore[union-attr]


@pytest.mark.parametrize("answer", CARDS, ids=lambda one: type(one).__name__)
def test_no_press_in_a_channel_lets_others_read_a_card(product: Product, answer: Message) -> None:
    general = Place.channel("CGENERAL", "#general")
    buttons = (Button(ActionName.THANK, "12"),)
    old = delivered(product, Notice("resent", buttons=buttons), general)
    told = press(product, old, ActionName.THANK, answer)
    assert "nobody at the till" in told.text
    assert [one.text for one in product.chat.posted()] == [old.text]
    assert "nobody at the till" not in product.chat.everything_in_channels()


def test_an_edited_card_changes_where_it_stands(product: Product) -> None:
    old = delivered(product, card())
    below = delivered(product, Notice("resent"))
    changed = card(State.BLOOMED)
    owed = Delivery(2, "slack:T1", TO_BO, Verb.EDIT, changed, ENGLISH, target_ref=old.ref)
    assert isinstance(product.run(product.edge.platform.send(owed)), Sent)
    first, second = texts(product)
    assert first.startswith("🌸 A cactus that bloomed")
    assert second == below.text


def test_whatever_is_said_of_a_cactus_reaches_a_direct_chat(product: Product) -> None:
    for message in about_cacti():
        assert delivered(product, message).text
