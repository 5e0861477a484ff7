"""The pieces of an Adaptive Card 1.5. People's words go into text runs, where nothing is markup."""

import html
import re
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from bot import texts
from bot.heard import ActionName
from bot.messages import Button, Person, Quote
from bot.model import Reader, Source
from bot.values import dataclass

Element = dict[str, Any]

CARD = "application/vnd.microsoft.card.adaptive"
SCHEMA = "http://adaptivecards.io/schemas/adaptive-card.json"

_OPENS_A_DIALOG = frozenset(
    {ActionName.GIVE, ActionName.GIVE_CACTUS, ActionName.MY_SETTINGS, ActionName.SETTINGS}
)
"""The card stays as it is below the dialog."""
_UNSEEN = "\u200b"
# Clients look for these in every text, also where Markdown is off: mentions, date functions,
# template expressions, entities.
_ACTIVE = re.compile(r"<(?=/?at)|\{(?=\{)|\$(?=\{)|&(?=#?\w{1,31};)", re.IGNORECASE)
_MARKDOWN = re.compile(r"[\\`*_\[\]<>~|#]")
_LINK = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
_IN_ONE_PIECE = re.compile(
    r"https?://\S+|[!-~¡-\u02ff\u0370-\u052f]{20}(?=[!-~¡-\u02ff\u0370-\u052f])"
)
_LIST = re.compile(r"^(\d+|[+-])(?=[.)]?\s)")


def literal(text: str) -> str:
    """Text for a text run: reads the same, and no client takes any of it for more than words."""
    return _IN_ONE_PIECE.sub(_breakable, _ACTIVE.sub(lambda found: found[0] + _UNSEEN, text))


def _breakable(found: re.Match[str]) -> str:
    """Text runs break between words alone, so what is wider than a telephone would run out of the
    card. Addresses stay whole, for they are copied; other scripts than these break by themselves,
    or must not be broken."""
    return found[0] if "://" in found[0] else found[0] + _UNSEEN


def name(person: Person) -> str:
    """How a person reads where nobody is notified."""
    return texts.apart(literal(_one_line(person.name) or person.account or "?"))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def in_markdown(text: str) -> str:
    """Text for a text block or a message, where Markdown is on."""
    safe = _MARKDOWN.sub(r"\\\g<0>", _LINK.sub(_UNSEEN, literal(text)))
    return _LIST.sub(rf"\g<1>{_UNSEEN}", safe)


def name_in_markdown(person: Person) -> str:
    return texts.apart(in_markdown(_one_line(person.name) or person.account or "?"))


@dataclass(frozen=True, slots=True)
class Drawn:
    body: list[Element]
    summary: str
    """Shown on lock screens: never a word of a cactus."""
    entities: Sequence[Element] = ()


class Mentions:
    """Collects who is notified by one card."""

    def __init__(self) -> None:
        self._by_account: dict[str, Element] = {}
        self._taken: set[str] = set()

    @property
    def entities(self) -> list[Element]:
        return list(self._by_account.values())

    def show(self, person: Person) -> str:
        """For a text block: a mention, or the bare name of somebody without an account."""
        if person.account is None:
            return name_in_markdown(person)
        if person.account not in self._by_account:
            self._by_account[person.account] = self._entity(person, person.account)
        return str(self._by_account[person.account]["text"])

    def _entity(self, person: Person, account: str) -> Element:
        shown = _one_line(person.name) or account
        key = html.escape(_one_line(_MARKDOWN.sub(" ", _LINK.sub(_UNSEEN, shown)))) or "?"
        while key in self._taken:  # namesakes are told apart by their text alone
            key += _UNSEEN
        self._taken.add(key)
        mentioned = {"id": account, "name": shown}
        return {"type": "mention", "text": f"<at>{key}</at>", "mentioned": mentioned}


def heading(text: str) -> Element:
    """Our own words only."""
    return {
        "type": "TextBlock",
        "text": text,
        "style": "heading",
        "weight": "Bolder",
        "size": "Medium",
        "wrap": True,
    }


def mentioning(text: str) -> Element:
    """A sentence with people shown by `Mentions.show`; all else in it is ours."""
    return {"type": "TextBlock", "text": text, "wrap": True}


def prose(text: str, **look: Any) -> Element:
    """Any words; `look` are properties of a text run, such as `weight`."""
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": text, **look}]}


def small(text: str) -> Element:
    return prose(text, isSubtle=True, size="Small")


def image(png: str, described: str) -> Element:
    """`png` in base64; `described` for those who do not see it."""
    source = f"data:image/png;base64,{png}"
    return {"type": "Image", "url": source, "altText": described, "size": "Stretch"}


def command(text: str) -> Element:
    return prose(text, fontType="Monospace")


def set_off(words: str) -> Element:
    """Somebody's own words, on a ground of their own."""
    return {"type": "Container", "style": "emphasis", "items": [prose(literal(words))]}


def quoted(quote: Quote, reader: Reader) -> str:
    words = texts.say(reader, "quoted", words=literal(quote.reason))
    if quote.person.name or quote.person.account:  # whoever is left out stays unnamed
        words = f"{words} — {name(quote.person)}"
    if quote.source is Source.CUSTOMER:
        words = f"{words} · {texts.say(reader, 'award-from-customer')}"
    if quote.team:
        words = f"{words} · {texts.say(reader, 'award-for-team', team=literal(quote.team))}"
    return words


def small_heading(text: str) -> Element:
    """Our own words only."""
    return {**prose(text, weight="Bolder", size="Small"), "spacing": "Medium"}


def button(reader: Reader, card_id: str, pressed: Button, number: str = "", **look: str) -> Element:
    """Pressing the same button of the same card is always the same action.

    `number` tells buttons of one name apart; `look` are properties of an action, such as `mode`.
    """
    title = literal(pressed.label) or texts.say(reader, f"action-{pressed.name}")
    data = {
        "action": pressed.name.value,
        "subject": pressed.subject,
        "draft": draft(card_id, pressed),
    }
    if pressed.name in _OPENS_A_DIALOG:
        fetched = {**data, "msteams": {"type": "task/fetch"}}
        return {"type": "Action.Submit", "title": title, "data": fetched, **look}
    return execute(f"{title} {number}".rstrip(), data, **look)


def draft(card_id: str, pressed: Button) -> str:
    return str(uuid5(NAMESPACE_OID, f"{card_id}/{pressed.name}/{pressed.subject}"))


def opens(title: str, address: str) -> Element:
    """A button that leads to an address of ours or of the house's own admins."""
    return {"type": "Action.OpenUrl", "title": title, "url": address}


def execute(title: str, data: Element, **look: str) -> Element:
    """A button, also for clients that know no more than Action.Submit."""
    shared = {"title": title, "data": data, **look}
    fallback = {"type": "Action.Submit", **shared}
    return {"type": "Action.Execute", "verb": data["action"], **shared, "fallback": fallback}


def card(
    reader: Reader,
    body: Sequence[Element],
    summary: str,
    actions: Iterable[Element] = (),
    entities: Sequence[Element] = (),
    refresh: Element | None = None,
) -> Element:
    """`refresh` says for whom the card reads otherwise, and what to ask then."""
    made: Element = {
        "$schema": SCHEMA,
        "type": "AdaptiveCard",
        "version": "1.5",
        "lang": reader.language,
        "fallbackText": summary,
        "body": list(body),
    }
    if listed := list(actions):
        made["actions"] = listed
    if refresh:
        made["refresh"] = refresh
    if entities:
        made["msteams"] = {"entities": list(entities)}
    return made


def activity(content: Element, summary: str) -> Element:
    """A message activity. `summary` is what notifications show; a `text` would stand above the
    card and repeat it."""
    return {
        "type": "message",
        "summary": summary,
        "textFormat": "plain",
        "attachments": [{"contentType": CARD, "content": content}],
    }
