"""The playground as the outbox sees it."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import timedelta

import structlog

from adapters.edge import SentBefore
from adapters.playground.chat import Chat, Post
from adapters.playground.people import BOT
from adapters.playground.render import render
from adapters.playground.words import Words
from bot.messages import Delivery
from bot.model import Place, Profile, Verb
from bot.outcomes import Blocked, Outcome, Rejected, Sent
from bot.ports import Clock

log = structlog.get_logger()


class Playground:
    """Implements `bot.ports.Platform` over the chat in memory."""

    name = "playground"
    pace = timedelta(0)

    def __init__(self, chat: Chat, clock: Clock) -> None:
        self._chat = chat
        self._clock = clock

    async def send(self, delivery: Delivery) -> Outcome:
        """Show one delivery. Deleting what is not there any more counts as done."""
        if not self._chat.takes(delivery.place):
            return Blocked("no-such-place")
        if delivery.verb is Verb.DELETE:
            self._chat.delete(delivery.target_ref)
            return Sent(delivery.target_ref)
        try:
            words = _words(delivery)
        except (KeyError, ValueError):
            log.error("playground.unsayable", delivery=delivery.id)
            return Rejected("unsayable")
        if delivery.verb is Verb.POST:
            return self._post(delivery, words)
        if self._chat.edit(delivery.target_ref, words):
            return Sent(delivery.target_ref)
        return Rejected("no-such-message")

    def restore(self, before: Iterable[SentBefore]) -> None:
        """Show again what earlier runs have posted, edited and deleted; oldest first."""
        for sent in sorted(before, key=lambda sent: sent.sent_at):
            self._restore(sent)

    async def profiles(
        self,
        workspace_id: str,  # noqa: ARG002
        place: Place,  # noqa: ARG002
        accounts: Sequence[str],
    ) -> list[Profile]:
        """Everybody is seen from everywhere."""
        known = {profile.account: profile for profile in self._chat.profiles.values()}
        return [known[account] for account in accounts if account in known]

    async def roster(
        self,
        workspace_id: str,  # noqa: ARG002
        places: Iterable[Place],  # noqa: ARG002
    ) -> list[Profile]:
        """Everybody, the bot too."""
        return list(self._chat.profiles.values())

    def _post(self, delivery: Delivery, words: Words) -> Sent:
        ref = uuid.uuid4().hex
        self._chat.post(Post(ref, delivery.place, BOT.account, self._clock.now(), words))
        return Sent(ref)

    def _restore(self, sent: SentBefore) -> None:
        delivery = sent.delivery
        if not self._chat.takes(delivery.place):
            return
        if delivery.verb is Verb.DELETE:
            self._chat.delete(delivery.target_ref)
        elif delivery.verb is Verb.EDIT:
            self._chat.edit(delivery.target_ref, _words(delivery))
        else:
            words = _words(delivery)
            self._chat.post(Post(sent.ref, delivery.place, BOT.account, sent.sent_at, words))


def _words(delivery: Delivery) -> Words:
    if delivery.message is None:
        raise ValueError("a delivery without a message can only delete")
    return render(delivery.message, delivery.reader, delivery.place)
