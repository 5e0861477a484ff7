"""What stands in the playground's chat, in memory. Used on the server's event loop only."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from adapters.playground.frame import frame, named
from adapters.playground.listeners import Listeners
from adapters.playground.people import BOT, CHANNELS, SIX, Colleague
from adapters.playground.words import Words
from bot import texts
from bot.model import Place, PlaceKind, Profile
from bot.values import dataclass

KEPT = 2000
"""Posts; older ones leave the screen, not the database."""


@dataclass(frozen=True, slots=True)
class Post:
    """One message as it stands."""

    id: str
    place: Place
    author: str
    at: datetime
    words: Words
    only_for: str | None = None
    """The one account that sees it, in a channel."""
    edited: bool = False

    def for_page(self) -> dict[str, Any]:
        return {
            "id": self.id,
            "place": self.place.key,
            "author": self.author,
            "at": self.at.isoformat(),
            "private": self.only_for is not None,
            "edited": self.edited,
            **self.words,
        }


class Chat:
    """People, places, and what was posted there; whoever listens is told of each change."""

    def __init__(self, people: Iterable[Colleague] = SIX) -> None:
        self.people = {person.account: person for person in people}
        self.channels = dict(CHANNELS)
        """Topics by name."""
        self.languages: dict[str, str] = {}
        """What people have chosen for themselves, by account."""
        self.listeners = Listeners()
        self._posts: dict[str, Post] = {}
        self._closed: set[str] = set()

    @property
    def profiles(self) -> dict[str, Profile]:
        """Everybody who can be mentioned, by handle; the bot too."""
        known = {account.lower(): person.profile for account, person in self.people.items()}
        return known | {BOT.account: BOT}

    @property
    def places(self) -> list[Place]:
        """The channels, then everybody's direct chat with the bot."""
        channels = [Place.channel(name, name) for name in self.channels]
        return channels + [Place.direct(account) for account in self.people]

    def place(self, key: str) -> Place | None:
        """The place with this key, if there is one."""
        return next((place for place in self.places if place.key == key), None)

    def takes(self, place: Place) -> bool:
        """Whether the bot can post there."""
        return place.key not in self._closed and self.place(place.key) is not None

    def close(self, place: Place) -> None:
        """From now on the bot is not let in."""
        self._closed.add(place.key)

    def language(self, account: str) -> str:
        """What the page speaks with this person."""
        person = self.people.get(account)
        known = person and texts.speaks(person.profile.locale)
        return self.languages.get(account) or known or texts.DEFAULT

    def speak(self, account: str, language: str, now: datetime) -> None:
        """The bot speaks `language` with this person, so from now on the page does, too."""
        if language != self.language(account):
            self.languages[account] = language
            self.listeners.tell([account], "snapshot", self.snapshot(account, now))

    def join(self, person: Colleague) -> None:
        self.people[person.account] = person
        for account in self.people:
            self.listeners.tell([account], "people", self._people(self.language(account)))

    def post(self, post: Post) -> None:
        """Add a post, or put it in the place of the one with its id."""
        event = "edited" if post.id in self._posts else "posted"
        self._posts[post.id] = post
        while len(self._posts) > KEPT:
            del self._posts[next(iter(self._posts))]
        self.listeners.tell(self._readers(post), event, post.for_page())
        if event == "posted" and post.place.kind is PlaceKind.DIRECT:
            self.listeners.tell(self.people, "stirred", self._stirred(post))

    def edit(self, id: str, words: Words) -> bool:
        """Replace the words of a post. False: it is not here."""
        if (post := self._posts.get(id)) is None:
            return False
        self.post(replace(post, words=words, edited=True))
        return True

    def delete(self, id: str) -> None:
        if post := self._posts.pop(id, None):
            gone = {"id": post.id, "place": post.place.key}
            self.listeners.tell(self._readers(post), "deleted", gone)

    def reworded(self, id: str, account: str, place: Place, words: Words) -> Post | None:
        """A post of the bot's with other words; None where others see it too, or it is a list."""
        post = self._posts.get(id)
        if post is None or post.author != BOT.account or post.place.key != place.key:
            return None
        if self._readers(post) != {account} or _is_list(post.words):
            return None
        return replace(post, words=words, edited=True)

    def retire_buttons(self, id: str, account: str) -> None:
        """Take the buttons off a post that this person sees, unless it is to last as it is."""
        post = self._posts.get(id)
        if post is None or post.words["lasting"] or account not in self._readers(post):
            return
        pieces = [piece for piece in post.words["pieces"] if piece["piece"] != "buttons"]
        words: Words = {**post.words, "pieces": pieces}
        self.post(replace(post, words=words))

    def snapshot(self, account: str, now: datetime) -> dict[str, Any]:
        """All that this person sees."""
        posts = [post for post in self._posts.values() if account in self._readers(post)]
        language = self.language(account)
        return {
            "now": now.isoformat(),
            "frame": frame(language),
            "people": self._people(language),
            "channels": [
                {
                    "key": Place.channel(name).key,
                    "name": name,
                    "topic": named(language, "topic", topic),
                }
                for name, topic in self.channels.items()
            ],
            "posts": [post.for_page() for post in posts],
            "stirred": [self._stirred(post) for post in self._newest_direct()],
        }

    def _readers(self, post: Post) -> set[str]:
        if post.only_for is not None:
            return {post.only_for}
        return {post.place.id} if post.place.kind is PlaceKind.DIRECT else set(self.people)

    def _people(self, language: str) -> list[dict[str, str]]:
        return [
            {
                "account": person.account,
                "name": person.profile.name,
                "role": named(language, "role", person.role),
                "city": named(language, "city", person.city),
                "locale": person.profile.locale,
                "zone": person.profile.zone,
            }
            for person in self.people.values()
        ]

    def _newest_direct(self) -> Iterator[Post]:
        newest = {
            post.place.id: post
            for post in self._posts.values()
            if post.place.kind is PlaceKind.DIRECT and post.author == BOT.account
        }
        yield from newest.values()

    @staticmethod
    def _stirred(post: Post) -> dict[str, str]:
        """That something came for a person, not what: the page marks whom to look in on."""
        return {"account": post.place.id, "at": post.at.isoformat()}


def _is_list(words: Words) -> bool:
    """Whatever is opened from a list leaves the list where it is."""
    return any(piece["piece"] == "entries" for piece in words["pieces"])
