"""Slack's modals and home pages: what they may hold, and what a person does with one."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from typing import Any

from bot.heard import FormName
from tests.drivers.base import Shown
from tests.drivers.slack_limits import faults

TITLE, SUBMIT, LABEL, METADATA, ID, TYPED = 24, 24, 2_000, 3_000, 255, 3_000
BLOCKS, BYTES = 100, 250_000
MOST_IN_A_MESSAGE = 50
TRIGGER_SECONDS = 3.0
VIEW = {"type", "callback_id", "title", "submit", "close", "private_metadata", "blocks"}
HOME = {"type", "callback_id", "private_metadata", "blocks"}
INPUT = {"type", "block_id", "optional", "label", "hint", "element"}
ELEMENTS = {
    "plain_text_input": {"type", "action_id", "multiline", "max_length", "initial_value"},
    "users_select": {"type", "action_id", "initial_user"},
    "datepicker": {"type", "action_id", "initial_date"},
    "multi_users_select": {"type", "action_id", "initial_users"},
    "static_select": {"type", "action_id", "options", "initial_option"},
    "conversations_select": {"type", "action_id", "filter", "initial_conversation"},
    "checkboxes": {"type", "action_id", "options", "initial_options"},
    "number_input": {
        *("type", "action_id", "is_decimal_allowed", "min_value", "max_value", "initial_value"),
    },
}
HOLDS = {
    "plain_text_input": ("value", "initial_value"),
    "users_select": ("selected_user", "initial_user"),
    "datepicker": ("selected_date", "initial_date"),
    "multi_users_select": ("selected_users", "initial_users"),
    "static_select": ("selected_option", "initial_option"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "checkboxes": ("selected_options", "initial_options"),
    "number_input": ("value", "initial_value"),
}
OPTIONS, OPTION = 100, 75
EMPTY = "Please complete this required field."


@dataclass
class Modal:
    """A view on somebody's screen; `state` is what its fields hold, by block and action id."""

    id: str
    user: str
    view: dict[str, Any]
    state: dict[str, dict[str, dict[str, Any]]] = field(default_factory=dict)
    open: bool = True
    errors: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.show(self.view)

    def show(self, view: dict[str, Any]) -> None:
        """A field that was there before keeps what somebody typed into it."""
        before, self.view, self.errors = self.state, view, {}
        self.state = {}
        for block in inputs(view):
            element = block["element"]
            key, initial = HOLDS[element["type"]]
            kept = before.get(block["block_id"], {}).get(element["action_id"])
            fresh = {"type": element["type"], key: element.get(initial)}
            self.state[block["block_id"]] = {element["action_id"]: kept or fresh}


class Modals:
    """All triggers and modals of one workspace."""

    def __init__(self) -> None:
        self.all: list[Modal] = []
        self.homes: dict[str, Modal] = {}
        """The home page of each person, as it was published last."""
        self.changed: list[Modal] = []
        """All that appeared or changed on anybody's screen, in order."""
        self.trigger_seconds = TRIGGER_SECONDS
        self._triggers: dict[str, tuple[str, float]] = {}
        self._opened: dict[str, Modal] = {}
        self._ids = count(1)

    def trigger(self, id: str, user: str) -> str:
        """Somebody did what may open a modal; delivered again, it is the same deed."""
        self._triggers.setdefault(id, (user, time.monotonic()))
        return id

    def since(self, count: int, kinds: tuple[str, ...]) -> list[Modal]:
        """What of these kinds came after the first `count` changes."""
        return [one for one in self.changed[count:] if one.view["type"] in kinds]

    def opened_by(self, trigger: str) -> Modal | None:
        return self._opened.get(trigger)

    def open(self, trigger: str, view: dict[str, Any]) -> Modal | str:
        """The modal, or Slack's error code. https://docs.slack.dev/reference/methods/views.open"""
        if trigger not in self._triggers:
            return "invalid_trigger_id"
        if trigger in self._opened:
            return "exchanged_trigger_id"
        user, since = self._triggers[trigger]
        if time.monotonic() - since >= self.trigger_seconds:
            return "expired_trigger_id"
        if code := refusal(view):
            return code
        modal = Modal(f"V{next(self._ids)}", user, view)
        self.all.append(modal)
        self.changed.append(modal)
        self._opened[trigger] = modal
        return modal

    def update(self, id: str, view: dict[str, Any]) -> Modal | str:
        """https://docs.slack.dev/reference/methods/views.update"""
        found = [modal for modal in self.all if modal.id == id]
        if not found:
            return "not_found"
        if code := refusal(view):
            return code
        found[0].show(view)
        self.changed.append(found[0])
        return found[0]

    def publish(self, user: str, view: dict[str, Any]) -> Modal | str:
        """https://docs.slack.dev/reference/methods/views.publish"""
        if view.get("type") != "home":
            return "invalid_arguments"
        if code := refusal(view):
            return code
        self.homes[user] = Modal(f"H{user}", user, view)
        self.changed.append(self.homes[user])
        return self.homes[user]


def refusal(view: dict[str, Any]) -> str | None:
    """Slack's error code for a view, or None where it is taken."""
    if len(json.dumps(view).encode()) > BYTES:
        return "view_too_large"
    return "invalid_arguments" if any(view_faults(view)) else None


def view_faults(view: dict[str, Any]) -> Iterator[str]:
    """Each thing that Slack would not take, in words."""
    yield from _frame_faults(view)
    if len(view.get("private_metadata", "")) > METADATA or len(view.get("callback_id", "")) > ID:
        yield "metadata or callback id too long"
    blocks = view.get("blocks") or []
    ids = [block["block_id"] for block in blocks if "block_id" in block]
    if not 1 <= len(blocks) <= BLOCKS or len(set(ids)) < len(ids):
        yield "number of blocks, or a block_id twice"
    others = [block for block in blocks if block.get("type") != "input"]
    for start in range(0, len(others), MOST_IN_A_MESSAGE):
        yield from faults(others[start : start + MOST_IN_A_MESSAGE])
    for block in inputs(view):
        yield from _input(block)


def _frame_faults(view: dict[str, Any]) -> Iterator[str]:
    known = {"modal": VIEW, "home": HOME}.get(view.get("type", ""), set())
    if set(view) - known:
        yield f"no view, or keys {set(view) - known}"
    if view.get("type") == "modal":
        yield from _plain(view.get("title"), "title", TITLE)
        if inputs(view):
            yield from _plain(view.get("submit"), "submit", SUBMIT)


def inputs(view: dict[str, Any]) -> list[dict[str, Any]]:
    return [block for block in view["blocks"] if block.get("type") == "input"]


def _input(block: dict[str, Any]) -> Iterator[str]:
    if set(block) - INPUT or not 1 <= len(block.get("block_id", "x")) <= ID:
        yield "input: keys or block_id"
    yield from _plain(block.get("label"), "label", LABEL)
    if "hint" in block:
        yield from _plain(block["hint"], "hint", LABEL)
    element = block.get("element") or {}
    kind = element.get("type")
    if kind not in ELEMENTS or set(element) - ELEMENTS[kind] or not element.get("action_id"):
        yield f"input: element {kind}"
        return
    initial = element.get(HOLDS[kind][1], "x")
    if not initial:
        yield f"{kind}: empty initial value"
    elif "options" in element:
        yield from _choices(element, initial)
    elif kind == "plain_text_input":
        longest = element.get("max_length", TYPED)
        if not 1 <= longest <= TYPED or len(initial.encode("utf-16-le")) // 2 > longest:
            yield "plain_text_input: length"
    elif kind == "datepicker" and initial != "x" and not _is_day(initial):
        yield "datepicker: no date"


def _choices(element: dict[str, Any], initial: Any) -> Iterator[str]:
    """https://docs.slack.dev/reference/block-kit/composition-objects/option-object"""
    options = element["options"]
    if not 1 <= len(options) <= OPTIONS:
        yield "number of options"
    for option in options:
        yield from _plain(option["text"], "option", OPTION)
        if not 1 <= len(option["value"]) <= OPTION:
            yield "option: value"
    chosen = initial if isinstance(initial, list) else [initial]
    if initial != "x" and any(one not in options for one in chosen):
        yield "initial option that is none of the options"


def _plain(text: Any, where: str, longest: int) -> Iterator[str]:
    if not isinstance(text, dict) or text.get("type") != "plain_text":
        yield f"{where}: text type"
    elif not 1 <= len(text["text"]) <= longest:
        yield f"{where}: text length"


# ---------------------------------------------------------------- what a person does


def write(modal: Modal, fields: dict[str, str], id_of: Callable[[str], str]) -> bool:
    """Fill in the fields, as far as Slack's client lets one; whether it lets one submit.

    The client stops whoever leaves out a required text, so to say nothing one types a blank.
    """
    modal.errors = {}
    for block in inputs(modal.view):
        name, element = block["block_id"], block["element"]
        state = modal.state[name][element["action_id"]]
        key = HOLDS[element["type"]][0]
        if name in fields:
            state[key] = _entered(block, fields.pop(name), id_of)
        if not block["optional"] and not state[key]:
            modal.errors[name] = EMPTY
        if len(state[key] or "") > element.get("max_length", TYPED):
            modal.errors[name] = "Too long."
    assert not fields, f"the form has no {set(fields)}"
    return not modal.errors


def _entered(block: dict[str, Any], value: str, id_of: Callable[[str], str]) -> Any:
    element = block["element"]
    match element["type"]:
        case "users_select":
            return id_of(value) if value else None
        case "multi_users_select":
            return [id_of(one) for one in value.split(",") if one]
        case "static_select":
            (chosen,) = [one for one in element["options"] if one["value"] == (value or "-")]
            return chosen
        case "checkboxes":
            return element["options"] if value == "yes" else []
        case "datepicker":
            return value if _is_day(value) else None
        case _:
            return value or (None if block["optional"] else " ")


def seen(modal: Modal, account_of: Callable[[str], str]) -> Shown:
    """The form as it stands on the screen."""
    lines, fields = [modal.view["title"]["text"]], {}
    for block in modal.view["blocks"]:
        if block["type"] != "input":
            lines.append(block["text"]["text"])
            continue
        optional = " (optional)" if block["optional"] else ""
        lines += [block["label"]["text"] + optional, block["hint"]["text"]]
        name = block["block_id"]
        (state,) = modal.state[name].values()
        fields[name] = _held(state, account_of)
        if name in modal.errors:
            lines.append(modal.errors[name])
    marks = json.loads(modal.view["private_metadata"])
    return Shown("\n".join(lines), form=FormName(marks["form"]), fields=fields, handle=modal)


def _held(state: dict[str, Any], account_of: Callable[[str], str]) -> str:
    held = state[HOLDS[state["type"]][0]] or ""
    match state["type"]:
        case "users_select":
            return account_of(held) if held else ""
        case "multi_users_select":
            return ",".join(map(account_of, held))
        case "static_select":
            return "" if not held or held["value"] == "-" else str(held["value"])
        case "checkboxes":
            return "yes" if held else ""
        case _:
            return str(held)


def submission(modal: Modal, team: str) -> dict[str, Any]:
    """The payload that Slack sends."""
    return {
        "type": "view_submission",
        "team": {"id": team, "domain": "kaktus"},
        "user": {"id": modal.user, "team_id": team},
        "api_app_id": "A1",
        "trigger_id": f"submitted-{modal.id}",
        "response_urls": [],
        "view": {
            **modal.view,
            "id": modal.id,
            "team_id": team,
            "app_installed_team_id": team,
            "root_view_id": modal.id,
            "hash": "156772938.1827394",
            "state": {"values": modal.state},
        },
    }


def follow(modal: Modal, answer: dict[str, Any]) -> None:
    """What the app's acknowledgement does to the modal."""
    match answer.get("response_action"):
        case None | "clear":
            modal.open = False
        case "update":
            assert list(view_faults(answer["view"])) == []
            modal.show(answer["view"])
        case "errors":
            named = {block["block_id"] for block in inputs(modal.view)}
            assert answer["errors"].keys() <= named
            assert all(answer["errors"].values())
            modal.errors = answer["errors"]
        case other:
            raise AssertionError(other)


def _is_day(value: str) -> bool:
    try:
        return date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False
