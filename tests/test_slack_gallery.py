"""The gallery in docs shows each kind of message and window, in each language."""

import base64
import os
from typing import get_args

import pytest
from playwright.sync_api import Browser, Page

from bot.heard import FormName
from bot.messages import Form, Message
from bot.texts import LANGUAGES
from tests.drivers import slack_views
from tests.drivers.slack_drawing import sheet
from tests.drivers.slack_gallery import everything, home, messages, windows
from tests.drivers.slack_limits import refusal
from tests.playground_window import PICTURES
from tests.worlds import World

PICTURED = os.environ.get("SCREENSHOTS") == "1"
AS_WEBP = """async address => {
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  const blob = await canvas.convertToBlob({type: "image/webp", quality: 1});
  return new Promise(done => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.readAsDataURL(blob);
  });
}"""


def test_it_holds_every_kind_of_message_and_every_form(file_world: World) -> None:
    shown = {type(one) for one in (*messages("en").values(), home("en"))}
    assert shown | {Form} == set(get_args(Message))
    assert {one.name for one in windows(file_world, "en").values()} == {*FormName}


@pytest.mark.parametrize("language", LANGUAGES)
def test_slack_takes_all_of_it(file_world: World, language: str) -> None:
    for name, payload in everything(file_world, language):
        judge = slack_views.refusal if "type" in payload else refusal
        assert judge(payload) is None, name


@pytest.mark.parametrize("language", LANGUAGES if PICTURED else ["fi"])  # the longest words
def test_all_of_it_stands_on_one_sheet_in_docs(
    file_world: World, chromium: Browser, language: str
) -> None:
    page = chromium.new_page(viewport={"width": 1800, "height": 1000}, device_scale_factor=0.8)
    page.set_content(sheet(everything(file_world, language)))
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 1800, "nothing reaches beyond its column"
    if PICTURED:
        (PICTURES / f"slack-{language}.webp").write_bytes(taken(page))
    page.close()


def taken(page: Page) -> bytes:
    """The whole page as WebP, which needs a third of what PNG does and loses as little."""
    png = base64.b64encode(page.screenshot(full_page=True)).decode()
    webp = page.evaluate(AS_WEBP, f"data:image/png;base64,{png}")
    return base64.b64decode(webp.partition("base64,")[2])
