"""The picture of the week on Slack: shown where Slack can, and never the cause of a second post."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import structlog

from adapters.slack import pictures, send
from bot.messages import Delivery, HighlightEntry, Message, Person, Quote
from bot.model import Place, Verb
from bot.outcomes import Again, Outcome, Rejected, Sent, Uncertain
from tests.drivers.slack_api import Fault
from tests.drivers.slack_door import ENGLISH, Product, slack_product
from tests.drivers.teams_samples import highlights

GENERAL = Place.channel("CGENERAL", "#general")
ENTRY = HighlightEntry(Person("Bo Öst"), (Quote(Person("Ana Ek"), "so calm"),))
COUNTS = (3, 5, 8, 2, 9, 14, 6, 7, 9, 12, 4, 20)
WEEK = highlights(ENTRY, chart=COUNTS)
TOLD = "oldest first: 3, 5, 8, 2, 9, 14, 6, 7, 9, 12, 4 and 20"


@pytest.fixture
def product(monkeypatch: pytest.MonkeyPatch) -> Iterator[Product]:
    monkeypatch.setattr(send, "UNTIL_SHOWN", (0, 0, 0))
    with slack_product() as running:
        yield running


def post(product: Product, message: Message = WEEK, **more: Any) -> Outcome:
    owed = Delivery(1, "slack:T1", GENERAL, Verb.POST, message, ENGLISH, **more)
    return product.run(product.edge.platform.send(owed))


def posts(product: Product) -> int:
    return len(product.chat.fake.calls("chat.postMessage"))


def test_it_stands_in_the_message_with_words_for_those_who_do_not_see_it(product: Product) -> None:
    outcome = post(product)
    (shown,) = product.chat.posted()
    assert outcome == Sent(shown.ref)
    assert "so calm" in shown.text
    assert TOLD in shown.text
    (file,) = product.chat.fake.files.all.values()
    assert file.completed


def test_it_stands_above_the_number_of_the_page(product: Product) -> None:
    post(product, replace(WEEK, pages=3))
    (posted,) = product.chat.fake.channels["CGENERAL"].messages
    kinds = [block["type"] for block in posted["blocks"]]
    at = kinds.index("image")
    assert kinds[at + 1] == "context"
    assert "1 of 3" in str(posted["blocks"][at + 1])


def test_a_message_without_one_uploads_nothing(product: Product) -> None:
    post(product, highlights(ENTRY))
    assert product.chat.fake.files.all == {}


def test_an_edited_message_keeps_its_picture(product: Product) -> None:
    sent = post(product)
    assert isinstance(sent, Sent)
    edit = Delivery(2, "slack:T1", GENERAL, Verb.EDIT, WEEK, ENGLISH, target_ref=sent.ref)
    assert product.run(product.edge.platform.send(edit)) == sent
    (shown,) = product.chat.posted()
    assert TOLD in shown.text


def test_while_slack_still_looks_at_it_the_message_waits(product: Product) -> None:
    product.chat.fake.files.looks = 2
    post(product)
    (shown,) = product.chat.posted()
    assert TOLD in shown.text
    assert posts(product) == 3


@pytest.mark.parametrize(
    ("method", "fault"),
    [
        ("files.getUploadURLExternal", Fault(error="missing_scope")),
        ("files.getUploadURLExternal", Fault(status=429, retry_after="30")),
        ("files.completeUploadExternal", Fault(error="file_uploads_disabled")),
        ("files.completeUploadExternal", Fault(cut="after")),
    ],
    ids=lambda given: getattr(given, "error", ""),
)
def test_where_it_cannot_be_uploaded_the_highlights_go_without(
    product: Product, method: str, fault: Fault
) -> None:
    product.chat.fake.fail(method, fault)
    with structlog.testing.capture_logs() as logs:
        assert isinstance(post(product), Sent)
    assert [line["event"] for line in logs] == ["slack_picture"]
    (shown,) = product.chat.posted()
    assert "so calm" in shown.text
    assert TOLD not in shown.text


def test_where_the_bytes_do_not_arrive_the_highlights_go_without(product: Product) -> None:
    product.chat.fake.files.upload_status = 500
    assert isinstance(post(product), Sent)
    assert [TOLD in shown.text for shown in product.chat.posted()] == [False]


def test_a_slow_upload_is_not_waited_for(product: Product, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "SECONDS", 0.05)
    product.chat.fake.fail("files.completeUploadExternal", Fault(delay=0.3))
    assert isinstance(post(product), Sent)
    assert [TOLD in shown.text for shown in product.chat.posted()] == [False]


def test_what_slack_never_shows_is_left_out(product: Product) -> None:
    product.chat.fake.files.looks = 99
    assert isinstance(post(product), Sent)
    assert [TOLD in shown.text for shown in product.chat.posted()] == [False]
    assert posts(product) == 4


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (Fault(cut="after"), Uncertain),
        (Fault(status=503), Uncertain),
        (Fault(status=429, retry_after="30"), Again),
        (Fault(error="msg_too_long"), Rejected),
    ],
    ids=["cut", "503", "429", "refused"],
)
def test_whatever_else_happens_to_the_post_is_the_outboxes_to_judge(
    product: Product, fault: Fault, kind: type[Outcome]
) -> None:
    product.chat.fake.fail("chat.postMessage", fault)
    assert isinstance(post(product), kind)
    assert posts(product) == 1


def test_a_full_page_with_a_picture_keeps_slacks_limits(product: Product) -> None:
    reason = "så lugn och vänlig " * 10
    full = tuple(
        HighlightEntry(Person("Å" * 80), (Quote(Person("Ö" * 80), reason),) * 5) for _ in range(20)
    )
    assert isinstance(post(product, highlights(*full, chart=COUNTS)), Sent)
    (shown,) = product.chat.posted()
    assert TOLD in shown.text
