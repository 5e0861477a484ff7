"""Slack's blocks as a page in a browser: near enough to judge words, order and length by eye."""

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from tests.drivers.slack_gallery import CHANNELS, PEOPLE

Payload = Mapping[str, Any]
EMOJI = {"coffee": "☕\ufe0f"}
STYLE = """
* { box-sizing: border-box }
body { margin: 20px; background: #eceaf0; color: #1d1c1d; columns: 4; column-gap: 16px;
  font: 15px/1.46 Lato, "Noto Sans", "DejaVu Sans", sans-serif, "Noto Color Emoji" }
figure { break-inside: avoid; margin: 0 0 16px; padding: 10px 14px 14px; background: #fff;
  border: 1px solid #ddd; border-radius: 8px }
figure.view { border-top: 6px solid #611f69 }
figcaption { color: #77717a; font: 12px/1.6 monospace; margin-bottom: 4px }
h2 { font-size: 18px; margin: 4px 0; overflow-wrap: anywhere }
p, blockquote, label, .button, .input { overflow-wrap: anywhere }
p { margin: 4px 0; white-space: pre-wrap }
.context { color: #616061; font-size: 13px }
blockquote { margin: 4px 0; padding-left: 12px; border-left: 4px solid #ddd; white-space: pre-wrap }
.user { background: #e8f5fa; color: #1264a3; border-radius: 3px; padding: 0 2px }
.link { color: #1264a3 }
code { background: #f6f6f6; border: 1px solid #ddd; border-radius: 3px; color: #c01343;
  padding: 0 3px }
.row { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0 }
.section { display: flex; justify-content: space-between; gap: 12px; align-items: start }
.button { border: 1px solid #aaa; border-radius: 6px; padding: 3px 11px; font-weight: 700;
  font-size: 14px; white-space: nowrap }
.primary { background: #007a5a; color: #fff; border-color: #007a5a }
.danger { background: #e01e5a; color: #fff; border-color: #e01e5a }
.image { background: #f2e9f5; border-radius: 6px; padding: 24px; text-align: center;
  color: #77717a }
label { display: block; font-weight: 700; margin-top: 12px }
.input { border: 1px solid #aaa; border-radius: 6px; padding: 5px 10px; min-height: 34px;
  color: #1d1c1d; white-space: pre-wrap }
.lines { min-height: 66px }
"""


def sheet(shown: Iterable[tuple[str, Payload]]) -> str:
    """A page with all of them, each under its name."""
    figures = "\n".join(_figure(name, payload) for name, payload in shown)
    return f"<!doctype html><meta charset=utf-8><style>{STYLE}</style>{figures}"


def _figure(name: str, payload: Payload) -> str:
    blocks = "".join(map(_block, payload["blocks"]))
    if "type" not in payload:
        return f"<figure><figcaption>{escape(name)}</figcaption>{blocks}</figure>"
    title = f"<h2>{_text(payload['title'])}</h2>" if "title" in payload else ""
    submit = payload.get("submit")
    primary = f'<span class="button primary">{_text(submit)}</span>' if submit else ""
    end = f"<div class=row>{primary}</div>"
    caption = f"<figcaption>{escape(name)}</figcaption>"
    return f"<figure class=view>{caption}{title}{blocks}{end}</figure>"


def _block(block: Payload) -> str:
    match block["type"]:
        case "header":
            return f"<h2>{_text(block['text'])}</h2>"
        case "section":
            button = _button(block["accessory"]) if "accessory" in block else ""
            return f"<div class=section><p>{_text(block['text'])}</p>{button}</div>"
        case "context":
            return f"<p class=context>{' '.join(map(_text, block['elements']))}</p>"
        case "actions":
            return f"<div class=row>{''.join(map(_button, block['elements']))}</div>"
        case "image":
            return "<div class=image>▁▃▅▂▁▆█▇▃▅▇▄</div>"
        case "rich_text":
            return "".join(map(_passage, block["elements"]))
        case "input":
            return _input(block)
        case unknown:
            raise ValueError(unknown)


def _passage(passage: Payload) -> str:
    tag = {"rich_text_section": "p", "rich_text_quote": "blockquote"}[passage["type"]]
    return f"<{tag}>{''.join(map(_inline, passage['elements']))}</{tag}>"


def _inline(element: Payload) -> str:
    match element["type"]:
        case "user":
            return f"<span class=user>@{escape(PEOPLE[element['user_id']])}</span>"
        case "channel":
            return f"<span class=user>#{escape(CHANNELS[element['channel_id']])}</span>"
        case "emoji":
            return EMOJI[element["name"]]
        case "link":
            return f"<span class=link>{escape(element['text'])}</span>"
        case "text":
            said = escape(element["text"])
            for style, tag in (("bold", "b"), ("code", "code"), ("italic", "i")):
                said = f"<{tag}>{said}</{tag}>" if element.get("style", {}).get(style) else said
            return said
        case unknown:
            raise ValueError(unknown)


def _text(text: Payload) -> str:
    return escape(text["text"])


def _button(button: Payload) -> str:
    return f'<span class="button {button.get("style", "")}">{_text(button["text"])}</span>'


def _input(block: Payload) -> str:
    element, required = block["element"], "" if block["optional"] else " *"
    lines = "lines" if element.get("multiline") else ""
    label = f"<label>{_text(block['label'])}{required}</label>"
    hint = f"<p class=context>{_text(block['hint'])}</p>"
    return f'{label}<div class="input {lines}">{_filled(element)}</div>{hint}'


def _filled(element: Payload) -> str:
    match element["type"]:
        case "checkboxes":
            set_ = "☑" if element.get("initial_options") else "☐"
            return f"{set_} {_text(element['options'][0]['text'])}"
        case "static_select":
            chosen = element.get("initial_option")
            return f"{_text(chosen['text']) if chosen else ''} ▾"
        case "users_select" | "multi_users_select":
            ids = element.get("initial_users") or [element.get("initial_user")]
            return ", ".join(escape(PEOPLE.get(id, str(id))) for id in ids if id) + " ▾"
        case "conversations_select":
            return escape(str(element.get("initial_conversation", ""))) + " ▾"
        case "datepicker":
            return escape(element.get("initial_date", "")) + " 📅"
        case _:
            return escape(element.get("initial_value", ""))
