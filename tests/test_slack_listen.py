"""What people type and press in Slack arrives as the product's words, and is answered at once."""

import json
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import structlog

from adapters.slack.heard import people, pressed
from bot.heard import Action, ActionName, Installed, Mention, PeopleSeen, Said, Uninstalled
from bot.messages import Answer, Button, CactusHeld, CactusText, Notice, Person
from bot.model import Kind, Place, Profile, Standing
from tests.drivers.slack_door import ENGLISH, Product, slack_product

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)
BO = Mention(Profile("UBO"))
BUTTON = Notice("unknown-outcome", detail="#general", buttons=(Button(ActionName.RESEND, "7"),))


@pytest.fixture
def product() -> Iterator[Product]:
    with slack_product() as running:
        running.chat.join("ana", "Ana Ek")
        running.chat.join("bo", "Bo Öst")
        running.door.seen.clear()
        yield running


def last_said(product: Product) -> Said:
    said = product.door.heard[-1]
    assert isinstance(said, Said)
    return said


# ---------------------------------------------------------------- commands


def test_a_command_is_heard_with_its_mentions_in_place(product: Product) -> None:
    product.chat.say("ana", "/glitter @bo the calm release", ref="13345224609.738474920")
    assert product.door.heard == [
        Said(
            workspace_id="slack:T1",
            place=Place.channel("CGENERAL", "#general"),
            speaker=Profile("UANA"),
            command=Kind.GLITTER,
            parts=(BO, " the calm release"),
            source_ref="slack:T1:13345224609.738474920",
        )
    ]


@pytest.mark.parametrize("command", ["/cactus", "/kaktus"])
def test_a_cactus_has_two_names(product: Product, command: str) -> None:
    product.chat.say("ana", f"{command} @bo the desk was empty")
    assert last_said(product).command is Kind.CACTUS


def test_a_command_without_words_is_heard(product: Product) -> None:
    product.chat.say("ana", "/glitter")
    assert last_said(product).parts == ()


def test_in_the_chat_with_the_bot_the_place_is_the_speakers_own(product: Product) -> None:
    product.chat.say("ana", "/glitter @bo thanks", place="direct")
    assert last_said(product).place == Place.direct("UANA")


def test_the_answer_travels_in_the_acknowledgement_for_the_speaker_alone(product: Product) -> None:
    product.door.reply = lambda _: Answer(Notice("refused-too-many", count=9), ENGLISH)
    product.chat.say("ana", "/glitter @bo thanks")
    called = len(product.chat.fake.journal)
    shown = product.chat.say("ana", "/glitter @bo thanks")
    assert shown.text == "At most 9 colleagues at a time. Split it into two."
    assert len(product.chat.fake.journal) == called, "no call to Slack for an answer"


def test_a_late_answer_follows_the_acknowledgement(product: Product) -> None:
    product.door.wait = 2.7
    started = time.monotonic()
    shown = product.chat.say("ana", "/glitter @bo thanks")
    assert shown.text == "On its way again."
    assert time.monotonic() - started > 2.6


def test_an_error_inside_is_told_with_a_reference_and_logged_without_words(
    product: Product,
) -> None:
    def broken(_: object) -> Answer:
        raise ValueError("stayed late for the balsamico customer")

    product.door.reply = broken
    with structlog.testing.capture_logs() as logs:
        shown = product.chat.say("ana", "/glitter @bo stayed late for the balsamico customer")
    (entry,) = [entry for entry in logs if entry["event"] == "slack_answer"]
    assert f"reference {entry['reference']}" in shown.text
    assert "balsamico" not in str(logs)


# ---------------------------------------------------------------- buttons


def test_a_press_is_heard_with_what_the_button_carries(product: Product) -> None:
    product.door.reply = lambda _: Answer(BUTTON, ENGLISH)
    shown = product.chat.say("ana", "/glitter @bo thanks")
    product.chat.press("bo", shown, ActionName.RESEND)
    press = product.door.heard[-1]
    assert isinstance(press, Action)
    assert (press.name, press.subject) == (ActionName.RESEND, "7")
    assert press.workspace_id == "slack:T1"
    assert press.speaker == Profile("UBO")
    assert press.place == Place.channel("CGENERAL", "#general")
    assert press.source_ref.startswith("slack:T1:action:trigger-")


def test_the_answer_replaces_the_private_message_with_the_button(product: Product) -> None:
    product.door.reply = lambda _: Answer(BUTTON, ENGLISH)
    shown = product.chat.say("ana", "/glitter @bo thanks", place="direct")
    product.door.reply = lambda _: Answer(Notice("resent"), ENGLISH)
    product.chat.press("ana", shown, ActionName.RESEND)
    assert [message.text for message in product.chat.direct("ana")] == ["On its way again."]


def test_a_button_stays_while_it_is_still_needed(product: Product) -> None:
    product.door.reply = lambda _: Answer(BUTTON, ENGLISH)
    shown = product.chat.say("ana", "/glitter @bo thanks", place="direct")
    product.door.reply = lambda _: Answer(Notice("not-recorded"), ENGLISH)
    product.chat.press("ana", shown, ActionName.RESEND)
    first, second = product.chat.direct("ana")
    assert ActionName.RESEND in first.buttons
    assert second.text.startswith("Not recorded")


def test_a_press_is_acknowledged_before_its_answer_is_sent(product: Product) -> None:
    product.door.reply = lambda _: Answer(BUTTON, ENGLISH)
    response = press_raw(product, response_url="http://127.0.0.1:9/nobody")
    assert (response.status_code, response.content) == (200, b"")


def test_a_button_of_an_older_version_is_answered_like_a_case_that_is_gone(
    product: Product,
) -> None:
    assert press_raw(product, action_id="open-manual").status_code == 200
    (press,) = product.door.heard
    assert isinstance(press, Action)
    assert (press.name, press.subject) == (ActionName.SHOW, "")


def test_what_is_no_button_is_acknowledged_and_not_heard(product: Product) -> None:
    chosen = {"type": "overflow", "action_id": "resend", "action_ts": "1.5"}
    assert press_raw(product, actions=[chosen]).status_code == 200
    assert product.door.heard == []


def test_without_a_trigger_a_press_is_told_by_its_moment() -> None:
    body = press_body(trigger_id="")
    action = pressed(body, "T1")
    assert action
    assert action.source_ref == "slack:T1:action:1700000001.5:1700000000.1:UANA"


def press_body(**changes: Any) -> dict[str, Any]:
    action_id = changes.pop("action_id", "resend")
    return {
        "type": "block_actions",
        "team": {"id": "T1"},
        "user": {"id": "UANA"},
        "trigger_id": "1.2",
        "channel": {"id": "CGENERAL", "name": "general"},
        "container": {"message_ts": "1700000000.1", "is_ephemeral": True},
        "actions": [
            {"type": "button", "action_id": action_id, "value": "7", "action_ts": "1700000001.5"}
        ],
        **changes,
    }


def press_raw(product: Product, **changes: Any) -> Any:
    return product.chat.post_form({"payload": json.dumps(press_body(**changes))})


# ---------------------------------------------------------------- events


def test_whoever_joins_or_changes_is_noted(product: Product) -> None:
    product.chat.join("kim", "Kim Å", locale="sv-SE", zone="Europe/Helsinki")
    kim = Profile("UKIM", "Kim Å", "sv-SE", "Europe/Helsinki", Standing.ACTIVE)
    assert product.door.seen == [PeopleSeen("slack:T1", (kim,))]


@pytest.mark.parametrize(
    ("changes", "standing"),
    [
        ({}, Standing.ACTIVE),
        ({"deleted": True, "is_bot": True}, Standing.DEACTIVATED),
        ({"is_bot": True}, Standing.BOT),
        ({"id": "USLACKBOT"}, Standing.BOT),
        ({"is_stranger": True}, Standing.STRANGER),
        ({"team_id": "T2"}, Standing.STRANGER),
        ({"team_id": "T2", "enterprise_user": {"teams": ["T1", "T2"]}}, Standing.ACTIVE),
        ({"is_restricted": True}, Standing.STRANGER),
        ({"is_ultra_restricted": True}, Standing.STRANGER),
    ],
)
def test_the_standing_of_a_person(changes: dict[str, Any], standing: Standing) -> None:
    user = {"id": "UKIM", "team_id": "T1", "profile": {"real_name": "Kim"}, **changes}
    (profile,) = people({"user": user}, "T1").profiles
    assert profile.standing is standing
    assert profile.name == "Kim"


def test_slack_is_asked_to_repeat_what_could_not_be_stored(product: Product) -> None:
    product.door.store_is_down = True
    change = {"type": "user_change", "user": product.chat.fake.users["UBO"]}
    assert product.chat.event(change).status_code == 503
    product.door.store_is_down = False
    assert product.chat.event(change).status_code == 200
    assert len(product.door.seen) == 1


def test_a_removed_app_is_noted_and_stays_removed(product: Product) -> None:
    product.chat.uninstall()
    product.settle_background()
    assert product.door.seen == [Uninstalled("slack:T1"), Uninstalled("slack:T1")]


def test_old_news_of_a_removal_does_not_last(product: Product) -> None:
    product.chat.event({"type": "app_uninstalled"})
    product.settle_background()
    assert product.door.seen == [Uninstalled("slack:T1"), Installed("slack:T1", name="Kaktus AB")]


def test_a_revoked_token_of_a_person_changes_nothing(product: Product) -> None:
    revoked = {"type": "tokens_revoked", "tokens": {"oauth": ["UANA"], "bot": []}}
    assert product.chat.event(revoked).status_code == 200
    assert product.door.seen == []


def test_an_event_that_nobody_needs_is_acknowledged(product: Product) -> None:
    assert product.chat.event({"type": "channel_rename", "channel": {}}).status_code == 200
    assert product.chat.event({"type": "message", "text": "hi"}).status_code == 200
    assert product.door.heard == []


def test_a_cactus_leaves_no_word_in_the_log(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    held = CactusHeld(1, CactusText(Person("Ana"), Person("Bo"), "canary-word"), NOON)
    with slack_product() as product:
        product.chat.join("ana", "Ana Ek")
        product.door.reply = lambda _: Answer(held, ENGLISH)
        shown = product.chat.say("ana", "/cactus @bo canary-word")
        product.chat.press("ana", shown, ActionName.WITHDRAW)
        product.chat.post_form({"team_id": "T1", "command": "/unknown", "text": "canary-word"})
    assert "canary-word" in shown.text
    out, err = capfd.readouterr()
    written = out + err + caplog.text
    assert "canary-word" not in written
    assert "xoxb" not in written
