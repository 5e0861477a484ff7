"""Each way in which Slack can take or not take a message has one outcome, and none sends twice."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import structlog

from adapters.slack.access import Access
from adapters.slack.faults import (
    NO_LONGER_OURS,
    NOT_AS_IT_IS,
    NOT_NOW,
    NOT_THERE,
    SLACK_BROKE,
    TOO_FAST,
)
from adapters.slack.install import Installation
from adapters.slack.send import SlackPlatform
from adapters.slack.wire import Wire
from bot.messages import AwardPosted, Delivery, Notice, Person
from bot.model import Place, Verb
from bot.outcomes import Again, Blocked, Outcome, Rejected, Revoked, Sent, Uncertain
from tests.drivers.slack_api import TOKEN, Fault
from tests.drivers.slack_door import ENGLISH, Product, RecordingDoor, slack_product

GENERAL = Place.channel("CGENERAL", "#general")
PRAISE = AwardPosted(1, Person("Ana", "UANA"), (Person("Bo", "UBO"),), "the calm release")
WRITES = {Verb.POST: "chat.postMessage", Verb.EDIT: "chat.update", Verb.DELETE: "chat.delete"}


@pytest.fixture
def product() -> Iterator[Product]:
    with slack_product() as running:
        running.chat.join("ana", "Ana Ek")
        running.chat.join("bo", "Bo Öst")
        yield running


def delivery(
    place: Place = GENERAL, verb: Verb = Verb.POST, ref: str = "", **more: Any
) -> Delivery:
    message = None if verb is Verb.DELETE else more.pop("message", PRAISE)
    workspace = more.pop("workspace", "slack:T1")
    return Delivery(1, workspace, place, verb, message, ENGLISH, target_ref=ref, **more)


def send(product: Product, owed: Delivery) -> Outcome:
    return product.run(product.edge.platform.send(owed))


# ---------------------------------------------------------------- what arrives


def test_a_post_stands_in_its_channel_and_pings_its_receiver(product: Product) -> None:
    outcome = send(product, delivery())
    (shown,) = product.chat.posted("general")
    assert outcome == Sent(shown.ref)
    assert "Ana gave glitter to @bo" in shown.text
    assert shown.mentions == {"bo"}


def test_a_direct_message_reaches_one_person_and_can_be_edited_and_deleted(
    product: Product,
) -> None:
    to_bo = Place.direct("UBO")
    sent = send(product, delivery(to_bo))
    assert sent == Sent(product.chat.direct("bo")[0].ref)
    edit = delivery(to_bo, Verb.EDIT, sent.ref, message=Notice("resent"))
    assert send(product, edit) == sent
    assert [shown.text for shown in product.chat.direct("bo")] == ["On its way again."]
    assert send(product, delivery(to_bo, Verb.DELETE, sent.ref)) == sent
    assert product.chat.direct("bo") == []


def test_a_reply_stands_in_the_thread_of_what_it_answers(product: Product) -> None:
    first = send(product, delivery())
    assert isinstance(first, Sent)
    assert isinstance(send(product, delivery(ref=first.ref, is_reply=True)), Sent)
    told = [call.args.get("thread_ts") for call in product.chat.fake.calls("chat.postMessage")]
    assert told == [None, first.ref.partition(":")[2]]


BELOW = replace(PRAISE, below=True)


@pytest.mark.parametrize("inside", [False, True])
def test_a_word_below_somebody_s_message_stands_in_its_thread(
    product: Product, inside: bool
) -> None:
    channel = product.chat.fake.open_channel("general")
    thread = {"thread_ts": "1700000000.5"} if inside else {}
    channel.messages += [{"ts": "1700000000.5"}, {"ts": "1700000000.6", **thread}]
    word = delivery(ref="CGENERAL:1700000000.6", is_reply=True, message=BELOW)
    assert isinstance(send(product, word), Sent)
    first = "1700000000.5" if inside else "1700000000.6"
    assert channel.messages[-1]["thread_ts"] == first


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (None, Blocked("message_not_found")),
        (Fault(status=429, retry_after="7"), Again("ratelimited", timedelta(seconds=7))),
        (Fault(status=503), Again("fatal_error")),
        (Fault(error="token_revoked"), Revoked("token_revoked")),
    ],
)
def test_where_slack_does_not_say_whose_thread_it_is_nothing_was_sent(
    product: Product, fault: Fault | None, outcome: Outcome
) -> None:
    if fault:
        product.chat.fake.fail("chat.getPermalink", fault)
    assert send(product, delivery(ref="CGENERAL:17.5", is_reply=True, message=BELOW)) == outcome
    assert product.chat.fake.calls("chat.postMessage") == []


def test_slack_is_told_to_make_nothing_of_the_text(product: Product) -> None:
    send(product, delivery())
    (call,) = product.chat.fake.calls("chat.postMessage")
    told = {name: call.args[name] for name in ("link_names", "parse")}
    assert told == {"link_names": False, "parse": "none"}
    assert (call.args["unfurl_links"], call.args["unfurl_media"]) == (False, False)


@pytest.mark.parametrize("verb", [Verb.EDIT, Verb.DELETE])
def test_what_is_gone_already_counts_as_done(product: Product, verb: Verb) -> None:
    assert send(product, delivery(verb=verb, ref="CGENERAL:1.5")) == Sent("CGENERAL:1.5")


# ---------------------------------------------------------------- what does not


def test_a_429_silences_the_method_for_as_long_as_slack_asks(product: Product) -> None:
    sent = send(product, delivery())
    assert isinstance(sent, Sent)
    product.chat.fake.fail("chat.postMessage", Fault(status=429, retry_after="30"))
    assert send(product, delivery()) == Again("ratelimited", timedelta(seconds=30))
    waits = send(product, delivery(Place.direct("UBO")))
    assert isinstance(waits, Again)
    assert waits.after
    assert timedelta(seconds=20) < waits.after <= timedelta(seconds=30)
    assert len(product.chat.fake.calls("chat.postMessage")) == 2, "the third was not even tried"
    assert send(product, delivery(verb=Verb.EDIT, ref=sent.ref)) == sent
    assert send(product, delivery(verb=Verb.DELETE, ref=sent.ref)) == sent


def test_a_429_ends(product: Product) -> None:
    product.chat.fake.fail("chat.postMessage", Fault(status=429, retry_after="0"))
    assert send(product, delivery()) == Again("ratelimited", timedelta(0))
    assert isinstance(send(product, delivery()), Sent)


def test_a_429_is_understood_without_its_body(product: Product) -> None:
    busy = Fault(status=429, retry_after="7", body="<html>slow down</html>")
    product.chat.fake.fail("chat.postMessage", busy)
    assert send(product, delivery()) == Again("http_429", timedelta(seconds=7))


@pytest.mark.parametrize("header", [None, "soon", "-1", "9" * 99])
def test_a_429_without_a_readable_time_leaves_it_to_the_outbox(
    product: Product, header: str | None
) -> None:
    product.chat.fake.fail("chat.postMessage", Fault(status=429, retry_after=header))
    assert send(product, delivery()) == Again("ratelimited", None)


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=500),
        Fault(status=502, body="<html>bad gateway</html>"),
        Fault(status=503),
        Fault(body="<html>all is well</html>"),
        Fault(body=""),
        Fault(error="internal_error"),
        Fault(cut="before"),
        Fault(cut="after"),
    ],
    ids=str,
)
def test_a_post_that_may_have_arrived_is_uncertain_and_sent_once(
    product: Product, fault: Fault
) -> None:
    product.chat.fake.fail("chat.postMessage", fault)
    assert isinstance(send(product, delivery()), Uncertain)
    assert len(product.chat.fake.calls("chat.postMessage")) == 1


def test_a_cut_after_delivery_leaves_exactly_one_message(product: Product) -> None:
    product.chat.fake.fail("chat.postMessage", Fault(cut="after"))
    assert isinstance(send(product, delivery()), Uncertain)
    assert len(product.chat.posted("general")) == 1


def test_an_answer_that_never_comes_is_uncertain(product: Product) -> None:
    async def hastily() -> Outcome:
        wire = Wire(product.chat.fake.api_url, answer_seconds=0.2)
        access = Access(wire, Installation(wire, TOKEN), None)
        wire.open()
        await access.start(RecordingDoor())
        outcome = await SlackPlatform(wire, access).send(delivery())
        await wire.close()
        return outcome

    product.chat.fake.fail("chat.postMessage", Fault(delay=1))
    assert isinstance(product.run(hastily()), Uncertain)


@pytest.mark.parametrize("verb", [Verb.EDIT, Verb.DELETE])
@pytest.mark.parametrize("fault", [Fault(status=503), Fault(cut="after")], ids=str)
def test_an_edit_that_may_have_arrived_is_simply_done_again(
    product: Product, verb: Verb, fault: Fault
) -> None:
    sent = send(product, delivery())
    assert isinstance(sent, Sent)
    product.chat.fake.fail(WRITES[verb], fault)
    assert isinstance(send(product, delivery(verb=verb, ref=sent.ref)), Again)
    assert send(product, delivery(verb=verb, ref=sent.ref)) == sent


CODES = [
    *((code, Again) for code in sorted(NOT_NOW | TOO_FAST)),
    *((code, Uncertain) for code in sorted(SLACK_BROKE)),
    *((code, Revoked) for code in sorted(NO_LONGER_OURS)),
    *((code, Blocked) for code in sorted(NOT_THERE)),
    *((code, Rejected) for code in sorted(NOT_AS_IT_IS)),
    ("brand_new", Blocked),
]


@pytest.mark.parametrize(("code", "kind"), CODES)
def test_each_code_of_slack_has_an_outcome(
    product: Product, code: str, kind: type[Outcome]
) -> None:
    product.chat.fake.fail("chat.postMessage", Fault(error=code))
    outcome = send(product, delivery())
    assert isinstance(outcome, kind)
    assert not isinstance(outcome, Sent)
    assert outcome.code == code


# The codes that grafana/oncall met in practice; none of them may look like a lost message.
MET = {
    "account_inactive": Revoked,
    "token_revoked": Revoked,
    "invalid_auth": Revoked,
    "is_archived": Blocked,
    "channel_not_found": Blocked,
    "user_not_found": Blocked,
    "is_inactive": Blocked,
    "restricted_action": Blocked,
    "permission_denied": Blocked,
    "cannot_dm_bot": Blocked,
    "method_not_supported_for_channel_type": Blocked,
    "plan_upgrade_required": Blocked,
    "ratelimited": Again,
    "rate_limited": Again,
    "message_limit_exceeded": Again,
    "internal_error": Uncertain,
    "fatal_error": Uncertain,
}


@pytest.mark.parametrize(("code", "kind"), MET.items())
def test_the_codes_met_in_practice_are_known(code: str, kind: type[Outcome]) -> None:
    assert (code, kind) in CODES


def test_a_closed_channel_blocks_only_itself(product: Product) -> None:
    product.chat.forbid("general")
    assert send(product, delivery()) == Blocked("not_in_channel")
    assert isinstance(send(product, delivery(Place.direct("UBO"))), Sent)


def test_a_place_that_nobody_knows_is_blocked(product: Product) -> None:
    assert send(product, delivery(Place.channel("C404"))) == Blocked("channel_not_found")


def test_another_workspace_is_never_written_to(product: Product) -> None:
    assert isinstance(send(product, delivery(workspace="slack:T2")), Revoked)
    assert product.chat.fake.calls("chat.postMessage") == []


def test_a_message_that_cannot_be_said_is_rejected_and_holds_up_nothing(product: Product) -> None:
    owed = delivery(message=Notice("no-such-sentence"))
    assert send(product, owed) == Rejected("render")


def test_a_failed_send_leaves_neither_words_nor_tokens_in_the_log(product: Product) -> None:
    product.chat.fake.fail("chat.postMessage", Fault(error="is_archived"), Fault(cut="before"))
    with structlog.testing.capture_logs() as logs:
        send(product, delivery())
        send(product, delivery())
    assert [entry["delivery"] for entry in logs] == [1, 1]
    assert "calm release" not in str(logs)
    assert "xoxb" not in str(logs)
