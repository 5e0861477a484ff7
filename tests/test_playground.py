"""The playground over HTTP: what it hears, what it refuses, who sees what."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.edge import SentBefore
from bot.heard import Action, ActionName, Installed, Mention, PeopleSeen, PlaceSeen, Said
from bot.messages import (
    AwardPosted,
    CactusHeld,
    CactusText,
    CaseCard,
    GlitterRecorded,
    Notice,
    Person,
)
from bot.model import Kind, Place, Standing, State, Verb
from bot.outcomes import Blocked, Rejected, Sent
from bot.ports import Platform
from tests.playground_alone import GENERAL, Alone

ANA, KIM = Person("Ana Lindqvist", "ana"), Person("Kim Berg", "kim")
THANKS = AwardPosted(1, ANA, (KIM,), "stayed late for the balsamico customer")
CACTUS = "the returns desk was empty all morning"
TEXT = CactusText(ANA, KIM, CACTUS)


@pytest.fixture
def alone() -> Iterator[Alone]:
    with Alone() as alone:
        yield alone


def texts_of(posts: list[dict[str, Any]]) -> list[str]:
    return [str(post["pieces"]) for post in posts]


# ---------------------------------------------------------------- what is heard


def test_a_typed_command_reaches_the_door_with_its_mentions(alone: Alone) -> None:
    alone.say("ana", "/glitter @Kim and @bo stayed late", ref="one")
    (said,) = alone.door.heard
    assert isinstance(said, Said)
    assert (said.workspace_id, said.command, said.source_ref, said.openly, said.reply_to) == (
        "playground:demo",
        Kind.GLITTER,
        "playground:one",
        False,
        None,
    )
    assert (said.place, said.speaker.account) == (GENERAL, "ana")
    names = [part.profile.account if isinstance(part, Mention) else part for part in said.parts]
    assert names == ["kim", " and ", "bo", " stayed late"]


@pytest.mark.parametrize(
    ("typed", "kind", "parts"),
    [
        ("help", Kind.GLITTER, ("help",)),
        ("glitter me", Kind.GLITTER, ("me",)),
        ("/glitter me", Kind.GLITTER, ("me",)),
        ("Kaktus help", Kind.CACTUS, ("help",)),
        ("hello there", Kind.GLITTER, ("help",)),
    ],
)
def test_in_the_bots_own_chat_bare_words_are_commands(
    alone: Alone, typed: str, kind: Kind, parts: tuple[str, ...]
) -> None:
    alone.say("ana", typed, place="direct:ana")
    (said,) = alone.door.heard
    assert isinstance(said, Said)
    assert (said.command, said.parts, said.place) == (kind, parts, Place.direct("ana"))


def test_ordinary_words_are_for_the_colleagues_and_not_for_the_bot(alone: Alone) -> None:
    assert alone.say("ana", "coffee, @kim?") is None
    assert alone.door.heard == []
    (post,) = alone.snapshot("bo")["posts"]
    assert post["author"] == "ana"
    assert post["pieces"][0]["spans"] == ["coffee, ", {"mention": "kim", "name": "Kim Berg"}, "?"]


def test_a_mistyped_cactus_is_shown_to_nobody(alone: Alone) -> None:
    told = alone.post("say", **{"as": "ana"}, place=GENERAL.key, text="/cactsu @bo bad", ref="r")
    assert told.status_code == 400
    assert "Nobody has seen" in told.json()["error"]
    assert alone.door.heard == []
    assert all(alone.snapshot(who)["posts"] == [] for who in ("ana", "bo"))


def test_a_pressed_button_reaches_the_door(alone: Alone) -> None:
    alone.post(
        "press", **{"as": "kim"}, place="direct:kim", name="withdraw", subject="7", ref="press"
    )
    (action,) = alone.door.heard
    assert isinstance(action, Action)
    assert (action.name, action.subject, action.source_ref, action.speaker.account) == (
        ActionName.WITHDRAW,
        "7",
        "playground:press",
        "kim",
    )


def test_the_door_learns_who_works_there_when_it_starts(alone: Alone) -> None:
    installed, people, *places = alone.door.noted
    assert isinstance(installed, Installed)
    assert (installed.highlights_channel, installed.installer) == ("channel:general", "ana")
    assert isinstance(people, PeopleSeen)
    standing = {profile.account: profile.standing for profile in people.profiles}
    assert standing.pop("glitterkaktus") is Standing.BOT
    assert set(standing) == {"ana", "kim", "aino", "bo", "maja", "priya"}
    assert set(standing.values()) == {Standing.ACTIVE}
    assert [seen.place.name for seen in places if isinstance(seen, PlaceSeen)] == [
        "general",
        "kassan",
    ]


# ---------------------------------------------------------------- who sees what


def test_an_answer_is_seen_by_the_speaker_alone(alone: Alone) -> None:
    alone.door.reply = lambda _: CactusHeld(4, TEXT, alone.clock.now())
    answer = alone.say("ana", f"/cactus @kim {CACTUS}")
    assert answer["private"] is True
    assert texts_of(alone.snapshot("ana")["posts"]) == texts_of([answer])
    assert alone.snapshot("kim")["posts"] == alone.snapshot("bo")["posts"] == []


def test_a_direct_message_is_seen_by_its_receiver_alone(alone: Alone) -> None:
    alone.send(CaseCard(4, TEXT, KIM, State.OPEN), Place.direct("kim"))
    assert CACTUS in texts_of(alone.snapshot("kim")["posts"])[0]
    assert CACTUS not in str(alone.snapshot("ana")) + str(alone.snapshot("bo"))


def test_others_learn_that_something_came_but_not_what(alone: Alone) -> None:
    alone.send(CaseCard(4, TEXT, KIM, State.OPEN), Place.direct("kim"))
    (stirred,) = alone.snapshot("bo")["stirred"]
    assert set(stirred) == {"account", "at"}
    assert stirred["account"] == "kim"


def test_the_same_action_sent_twice_is_shown_once(alone: Alone) -> None:
    for _ in range(2):
        alone.say("ana", "help", place="direct:ana", ref="once")
    assert [post["author"] for post in alone.snapshot("ana")["posts"]] == ["ana", "glitterkaktus"]


def test_a_pressed_button_goes_away(alone: Alone) -> None:
    alone.door.reply = lambda _: GlitterRecorded(1, (KIM,), "so calm", GENERAL, 10)
    answer = alone.say("ana", "/glitter @kim so calm")
    alone.door.reply = lambda _: Notice("undone", (KIM,))
    press = {"name": "undo", "subject": "1", "ref": "p", "message": answer["id"]}
    alone.post("press", **{"as": "ana"}, place=GENERAL.key, **press)
    before, after = alone.snapshot("ana")["posts"]
    assert "buttons" in str(answer["pieces"])
    assert "buttons" not in str(before["pieces"])
    assert "Taken back" in str(after["pieces"])


def test_a_button_stays_while_nothing_could_be_recorded(alone: Alone) -> None:
    alone.door.reply = lambda _: GlitterRecorded(1, (KIM,), "so calm", GENERAL, 10)
    answer = alone.say("ana", "/glitter @kim so calm")
    alone.door.reply = lambda _: Notice("not-recorded")
    press = {"name": "undo", "subject": "1", "ref": "p", "message": answer["id"]}
    alone.post("press", **{"as": "ana"}, place=GENERAL.key, **press)
    assert "buttons" in str(alone.snapshot("ana")["posts"][0]["pieces"])


def test_nobody_takes_a_button_off_another_persons_message(alone: Alone) -> None:
    alone.door.reply = lambda _: GlitterRecorded(1, (KIM,), "so calm", GENERAL, 10)
    answer = alone.say("ana", "/glitter @kim so calm")
    press = {"name": "undo", "subject": "1", "ref": "p", "message": answer["id"]}
    alone.post("press", **{"as": "bo"}, place=GENERAL.key, **press)
    assert "buttons" in str(alone.snapshot("ana")["posts"][0]["pieces"])


# ---------------------------------------------------------------- as the outbox sees it


def test_a_delivery_is_posted_edited_and_deleted(alone: Alone) -> None:
    sent = alone.send(THANKS)
    assert isinstance(sent, Sent)
    other = AwardPosted(1, ANA, (KIM,), "and early, too")
    assert alone.send(other, verb=Verb.EDIT, target=sent.ref) == Sent(sent.ref)
    (post,) = alone.snapshot("bo")["posts"]
    assert "and early, too" in str(post)
    assert alone.send(None, verb=Verb.DELETE, target=sent.ref) == Sent(sent.ref)
    assert alone.snapshot("bo")["posts"] == []


def test_what_cannot_be_sent_is_told_and_never_raised(alone: Alone) -> None:
    nowhere = Place.channel("nowhere", "nowhere")
    assert alone.send(THANKS, nowhere) == Blocked("no-such-place")
    assert alone.send(THANKS, Place.direct("stranger")) == Blocked("no-such-place")
    assert alone.send(THANKS, verb=Verb.EDIT, target="gone") == Rejected("no-such-message")
    assert alone.send(Notice("there-is-no-such-sentence")) == Rejected("unsayable")
    assert alone.send(None) == Rejected("unsayable")


def test_a_channel_without_the_bot_takes_nothing(alone: Alone) -> None:
    alone.edge.chat.close(GENERAL)
    assert alone.send(THANKS) == Blocked("no-such-place")
    assert alone.snapshot("ana")["posts"] == []


def test_what_was_posted_before_a_restart_stands_again() -> None:
    before = datetime(2026, 11, 20, 12, tzinfo=UTC)
    first, second = Alone().delivery(THANKS), Alone().delivery(THANKS, Place.direct("kim"))
    gone = Alone().delivery(None, verb=Verb.DELETE, target="a")
    sent = [
        SentBefore(gone, "a", before + timedelta(minutes=2)),
        SentBefore(second, "b", before + timedelta(minutes=1)),
        SentBefore(first, "a", before),
        SentBefore(Alone().delivery(THANKS, Place.direct("leaver")), "c", before),
    ]
    with Alone(sent) as alone:
        (post,) = alone.snapshot("kim")["posts"]
        assert (post["id"], post["at"]) == ("b", (before + timedelta(minutes=1)).isoformat())
        assert alone.send(None, Place.direct("kim"), verb=Verb.DELETE, target="b") == Sent("b")
        assert alone.snapshot("kim")["posts"] == []


def test_the_platform_describes_everybody(alone: Alone) -> None:
    platform: Platform = alone.edge.platform
    found = alone.run(platform.profiles("playground:demo", GENERAL, ["kim", "nobody"]))
    assert [(profile.name, profile.locale) for profile in found] == [("Kim Berg", "en-GB")]
    everybody = alone.run(platform.roster("playground:demo", []))
    assert len(everybody) == 7


# ---------------------------------------------------------------- the clock


def test_a_moved_clock_ticks_at_once_and_everybody_sees_it(alone: Alone) -> None:
    alone.start_at(datetime(2031, 1, 2, 12, tzinfo=UTC))
    told = alone.post("clock", **{"as": "priya"}, to="friday")
    assert told.json()["now"].startswith("2031-01-03T14:00:0")
    assert alone.snapshot("ana")["now"].startswith("2031-01-03T14:00:0")
    assert alone.ticks == 9, "every three hours of the way"
