"""Teams as people use it: typing, mentioning, pressing; the product is reached by signed HTTP."""

import html
import json
import re
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any, Self

import httpx

from bot.heard import ActionName
from bot.model import Standing
from tests.drivers.base import Shown
from tests.drivers.http import NO_TLS
from tests.drivers.teams_cards import CARD, FILE_ASKED, problem_of
from tests.drivers.teams_screen import OpenForm, Pressable, show, spoken
from tests.drivers.teams_service import (
    APP_ID,
    APP_PASSWORD,
    BOT_ID,
    ROOT,
    TENANT,
    Conversation,
    FakeTeams,
)
from tests.drivers.teams_someone import Someone, mention

TEAM = "general"
BOT_AT = "<at>Glitterkaktus</at>"
# Teams swallows the blank behind a mention.
_ACCOUNT = re.compile(r"@([\w-]+) ?")


class TeamsChat:
    """Implements `tests.drivers.base.Chat` for one tenant with one team."""

    workspace_id = f"teams:{TENANT}"

    def __init__(self) -> None:
        self.service = FakeTeams()
        self._people: dict[str, Someone] = {}
        self._numbers = count(1)
        self._base_url = ""
        self._settle: Callable[[], None] = lambda: None
        self._http = httpx.Client(verify=NO_TLS, trust_env=False, timeout=30)

    @property
    def environment(self) -> dict[str, str]:
        return {
            "TEAMS_APP_ID": APP_ID,
            "TEAMS_APP_PASSWORD": APP_PASSWORD,
            "TEAMS_TENANT_ID": TENANT,
            "TEAMS_OPENID_URL": f"{self.service.url}/openid",
            "TEAMS_TOKEN_URL": f"{self.service.url}/{{tenant}}/token",
            "TEAMS_SERVICE_URLS": self.service.url,
        }

    def __enter__(self) -> Self:
        self.service.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._http.close()
        self.service.stop()

    def connect(self, base_url: str, settle: Callable[[], None]) -> None:
        self._base_url, self._settle = base_url, settle
        if self._people:
            self._install(next(iter(self._people.values())))

    def join(
        self,
        account: str,
        name: str,
        *,
        locale: str = "en-GB",
        zone: str = "Europe/Stockholm",
        standing: Standing = Standing.ACTIVE,
    ) -> None:
        someone = Someone(account, name, locale, zone, standing)
        first = not self._people
        self._people[account] = someone
        if standing is not Standing.DEACTIVATED:
            self.channel(TEAM).members[someone.id] = someone.member
            for conversation in self.service.conversations.values():
                if conversation.id.startswith("19:"):
                    conversation.members[someone.id] = someone.member
        if standing is Standing.ACTIVE:
            self.service.people[someone.id] = someone.member
        if self._base_url:
            self._install(someone) if first else self._greet(someone)

    def say(self, who: str, text: str, place: str = TEAM, *, ref: str | None = None) -> Shown:
        """In a channel this is a slash command: a message for the bot's eyes only."""
        return self._say(who, text, place, ref, targeted=place != "direct")

    def say_openly(
        self, who: str, text: str, place: str = TEAM, *, ref: str | None = None
    ) -> Shown:
        """Mention the bot where everybody reads it."""
        return self._say(who, f"{BOT_AT} {text}", place, ref, targeted=False)

    def press(self, who: str, shown: Shown, action: ActionName) -> Shown:
        return self._invoke(who, shown.buttons[action], {})

    def fill(self, who: str, shown: Shown, /, **fields: str) -> Shown:
        return self._invoke(who, shown.handle.button, self._typed(shown.handle, fields))

    def submit(
        self, who: str, shown: Shown, action: ActionName = ActionName.SUBMIT, /, **fields: str
    ) -> Shown:
        """Press a button, or submit a form, in a client that knows only Action.Submit."""
        button = shown.buttons[action] if shown.form is None else shown.handle.button
        typed = {} if shown.form is None else self._typed(shown.handle, fields)
        value = {**button.action["fallback"]["data"], **typed}
        self.deliver(self._activity(who, button.conversation, value=value))
        self._settle()
        return self._answers(who)[-1]

    def posted(self, place: str = TEAM) -> list[Shown]:
        channel = self.channel(place)
        return self._shown(channel, channel.messages)

    def direct(self, who: str) -> list[Shown]:
        personal = self.service.personal(self._people[who].id)
        return self._shown(personal, personal.messages)

    def asides(self, who: str, place: str = TEAM) -> list[Shown]:
        """What stands in a channel for somebody's eyes alone, oldest first."""
        channel, id = self.channel(place), self._people[who].id
        mine = {at: one for at, one in channel.asides.items() if one["recipient"]["id"] == id}
        return self._shown(channel, mine)

    def _answers(self, who: str) -> list[Shown]:
        """All that only this person sees, oldest first."""
        names = {id.removeprefix("19:").partition("@")[0] for id in self.service.conversations}
        channels = [name for name in names if not name.startswith("a:")]
        found = [*self.direct(who), *(one for name in channels for one in self.asides(who, name))]
        return sorted(found, key=lambda one: int(one.ref.rpartition("|")[2]))

    def react(self, who: str, shown: Shown, added: str = "", removed: str = "") -> None:
        """Put an emoji on a message of the bot, take one away, or change one for another."""
        id, _, activity = shown.ref.partition("|")
        told = {"reactionsAdded": added, "reactionsRemoved": removed}
        emoji = {key: [{"type": one}] for key, one in told.items() if one}
        conversation = self.service.conversations[id]
        self.deliver(
            self._activity(who, conversation, "messageReaction", replyToId=activity, **emoji)
        )

    def files(self, who: str) -> dict[str, bytes]:
        for activity in self._offers(who):
            self.consent(who, activity)
        drives = (file.partition(":") for file in self.service.drive)
        mine = [name for owner, _, name in drives if owner == who]
        return {name: bytes(self.service.drive[f"{who}:{name}"]) for name in mine}

    def consent(self, who: str, activity: str, action: str = "accept", **more: Any) -> None:
        """Answer whether a file may come."""
        offer = self._offers(who)[activity]
        content = offer["content"]
        url = f"{self.service.url}/drive/{who}:{offer['name']}"
        told = {"contentUrl": url, "uploadUrl": url, "uniqueId": "F1", "fileType": "csv"}
        value = {
            "type": "fileUpload",
            "action": action,
            "context": content[f"{action}Context"],
            "uploadInfo": {"name": offer["name"], **told, **more},
        }
        personal = self.service.personal(self._people[who].id)
        before = len(personal.messages)
        name = "fileConsent/invoke"
        self.deliver(self._activity(who, personal, "invoke", name=name, value=value))
        self.service.wait_for(lambda: len(personal.messages) > before)

    def _offers(self, who: str) -> dict[str, dict[str, Any]]:
        """The files that somebody is asked about, by the activity that asks."""
        messages = self.service.personal(self._people[who].id).messages
        first = {id: one["attachments"][0] for id, one in messages.items()}
        return {id: one for id, one in first.items() if one["contentType"] == FILE_ASKED}

    def forbid(self, place: str) -> None:
        self.channel(place).forbidden = True

    def everything_in_channels(self) -> str:
        return "\n".join(
            call.body
            for call in self.service.connector_calls
            if "/19:" in call.path and call.method in ("POST", "PUT")
        )

    def someone(self, account: str) -> Someone:
        return self._people[account]

    def channel(self, place: str) -> Conversation:
        made = Conversation(f"19:{place}@thread.tacv2")
        made.members = {
            one.id: one.member
            for one in self._people.values()
            if one.standing is not Standing.DEACTIVATED
        }
        return self.service.conversations.setdefault(made.id, made)

    def deliver(self, activity: Mapping[str, Any], token: str | None = None) -> httpx.Response:
        """Send one activity as Teams does; raises unless it is taken."""
        answer = self._http.post(
            f"{self._base_url}/api/messages",
            json=activity,
            headers={"Authorization": f"Bearer {token or self.service.sign()}"},
        )
        answer.raise_for_status()
        return answer

    def message(
        self, who: str, text: str, place: str = TEAM, *, ref: str | None = None, **more: Any
    ) -> dict[str, Any]:
        """A message activity as Teams sends it, names of people turned into mentions."""
        conversation = (
            self.service.personal(self._people[who].id)
            if place == "direct"
            else self.channel(place)
        )
        entities = [self._client_info(who)]

        def at(found: re.Match[str]) -> str:
            someone = self._people.get(found[1])
            if someone is None:
                return found[0]
            entities.append(mention(someone.id, someone.name))
            return f"<at>{html.escape(someone.name, quote=False)}</at>"

        openly = text.startswith(BOT_AT)
        typed = _ACCOUNT.sub(at, html.escape(text.removeprefix(BOT_AT), quote=False))
        if openly:
            typed = BOT_AT + typed
            entities.append(mention(BOT_ID, "Glitterkaktus"))
        made = self._activity(who, conversation, text=typed, entities=entities, **more)
        return {**made, "id": ref or made["id"]}

    def _invoke(self, who: str, button: Pressable, typed: Mapping[str, str]) -> Shown:
        """Inputs arrive beside the data of the button; the answer is a card or a sentence."""
        if button.action["type"] == "Action.Submit":
            return self._in_dialog(who, button, {**button.action["data"], **typed})
        action = {"type": button.action["type"], "verb": button.action["verb"]}
        value = {
            "action": {**action, "data": {**button.action["data"], **typed}},
            "trigger": "manual",
        }
        name = "adaptiveCard/action"
        body = self._activity(who, button.conversation, "invoke", name=name, value=value)
        here = button.conversation
        standing = (here.messages | here.asides).get(button.activity)
        answer = self.deliver(body).json()
        if answer["type"] != CARD:
            self._settle()
            assert isinstance(answer["value"], str)
            return spoken(answer["value"])
        # An edit that the outbox has sent meanwhile is newer.
        if standing and standing is (here.messages | here.asides).get(button.activity):
            standing["attachments"][0]["content"] = answer["value"]
            assert problem_of(json.dumps(standing, ensure_ascii=False)) is None
        self._settle()
        return self._shown_card(answer["value"], button.conversation, button.activity)

    def _in_dialog(self, who: str, button: Pressable, data: Mapping[str, Any]) -> Shown:
        """A button that opens a dialog, or one inside; a closed one brings a message."""
        name = "task/fetch" if "msteams" in data else "task/submit"
        task = self.invoke(who, name, {"data": data}, button.conversation)["task"]
        self._settle()
        if task["type"] == "message":
            return self._answers(who)[-1]
        return self._shown_card(task["value"]["card"]["content"], button.conversation, "")

    def invoke(
        self,
        who: str,
        name: str,
        value: Mapping[str, Any],
        conversation: Conversation,
        **more: Any,
    ) -> Any:
        """Whatever Teams asks and waits for; the body of the answer."""
        body = self._activity(who, conversation, "invoke", name=name, value=value)
        body["conversation"] |= more
        return self.deliver(body).json()

    def _typed(self, form: OpenForm, fields: Mapping[str, str]) -> dict[str, str]:
        """What the inputs hold; the people picker tells Entra object ids."""
        told = {name: one.object_id for name, one in self._people.items()}
        typed = {
            form.ids[name]: ",".join(told.get(one, one) for one in value.split(","))
            if form.ids[name].startswith(("person-", "people-"))
            else value
            for name, value in fields.items()
        }
        return {**form.values, **typed}

    def _say(self, who: str, text: str, place: str, ref: str | None, *, targeted: bool) -> Shown:
        activity = self.message(who, text, place, ref=ref)
        if targeted:
            activity["recipient"]["isTargeted"] = True
        self.deliver(activity)
        self._settle()
        return self._answers(who)[-1]

    def _install(self, first: Someone) -> None:
        """The first who joined adds the bot to the team; the others find it there."""
        team = {"id": self.channel(TEAM).id, "name": TEAM}
        members = [{"id": BOT_ID, "name": "Glitterkaktus"}]
        body = self._activity(
            first.account, self.channel(TEAM), "conversationUpdate", membersAdded=members
        )
        body["channelData"] |= {"team": team, "eventType": "teamMemberAdded"}
        self.deliver(body)
        self._settle()  # which reads who is there already
        for someone in self._people.values():
            if someone.standing is Standing.ACTIVE:
                self.install_for(someone.account, "add-upgrade")

    def _greet(self, someone: Someone) -> None:
        if someone.standing is not Standing.ACTIVE:
            return
        members = [{"id": someone.id, "name": someone.name}]
        self.deliver(
            self._activity(
                someone.account, self.channel(TEAM), "conversationUpdate", membersAdded=members
            )
        )
        self.install_for(someone.account, "add-upgrade")

    def install_for(self, who: str, action: str = "add") -> None:
        """The bot comes to somebody's personal chat; whoever had it before has a newer one."""
        personal = self.service.personal(self._people[who].id)
        self.deliver(self._activity(who, personal, "installationUpdate", action=action))

    def _activity(
        self, who: str, conversation: Conversation, type: str = "message", **more: Any
    ) -> dict[str, Any]:
        someone = self._people[who]
        personal = conversation.id.startswith("a:")
        return {
            "type": type,
            "id": f"activity-{next(self._numbers)}",
            "timestamp": "2026-11-27T12:00:00.000Z",
            "channelId": "msteams",
            "serviceUrl": self.service.service_url,
            "from": {"id": someone.id, "name": someone.name, "aadObjectId": someone.object_id},
            "recipient": {"id": BOT_ID, "name": "Glitterkaktus"},
            "conversation": {
                "id": conversation.id + ("" if personal else f";messageid={ROOT}"),
                "conversationType": "personal" if personal else "channel",
                "tenantId": TENANT,
                **({} if personal else {"isGroup": True}),
            },
            "channelData": {"tenant": {"id": TENANT}},
            "locale": someone.locale,
            "localTimezone": someone.zone,
            **more,
        }

    def _client_info(self, who: str) -> dict[str, Any]:
        someone = self._people[who]
        return {"type": "clientInfo", "locale": someone.locale, "timezone": someone.zone}

    def _shown(
        self, conversation: Conversation, messages: Mapping[str, dict[str, Any]]
    ) -> list[Shown]:
        return [
            self._shown_card(message["attachments"][0]["content"], conversation, activity)
            for activity, message in messages.items()
            if message["attachments"][0]["contentType"] == CARD
        ]

    def _shown_card(
        self, card: Mapping[str, Any], conversation: Conversation, activity: str
    ) -> Shown:
        known = [(id, one) for one in self._people.values() for id in (one.id, one.object_id)]
        return show(card, conversation, activity, {id: one.account for id, one in known})
