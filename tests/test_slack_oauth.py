"""Installing by a link: once, in one browser, for a workspace or for all of an organisation."""

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from adapters.slack.manifest import manifest
from bot.model import Duty
from tests.drivers.slack_api import Fault
from tests.drivers.slack_browser import PUBLIC, Browser, InstalledChat
from tests.product import Running

Start = Callable[..., Running]


@pytest.fixture
def chat() -> Iterator[InstalledChat]:
    with InstalledChat() as slack:
        slack.join("ana", "Ana Ek")
        slack.join("bo", "Bo Öst")
        yield slack


@pytest.fixture
def product(chat: InstalledChat, start: Start, database_file: str) -> Running:
    return start(chat, DATABASE_URL=database_file)


@pytest.fixture
def browser(product: Running) -> Browser:
    return Browser(product.base_url)


def exchanges(chat: InstalledChat) -> int:
    return len(chat.fake.calls("oauth.v2.access"))


def installed(product: Running) -> list[str]:
    found = product.ask(lambda unit: unit.credentials.all("slack"))
    return [one.holder for one in found]


# ---------------------------------------------------------------- the way


def test_whoever_installs_can_give_glitter_at_once(
    chat: InstalledChat, browser: Browser, product: Running
) -> None:
    told = browser.install(chat.fake, "UANA")
    assert told.status_code == 200
    assert "Kaktus AB" in told.text
    assert "/app_redirect?app=A1&amp;team=T1" in told.text
    chat.say("ana", "/glitter @bo the calm release")
    assert "the calm release" in chat.posted("general")[0].text
    (post,) = chat.fake.calls("chat.postMessage")[-1:]
    assert post.token == chat.fake.oauth.answers[-1]["access_token"]
    (privacy,) = chat.direct("ana")[0].links
    assert privacy.startswith(PUBLIC)
    page = httpx.get(product.base_url + privacy.removeprefix(PUBLIC))
    assert "It keeps your name" in page.text


def test_slack_is_asked_for_exactly_what_the_manifest_says(browser: Browser) -> None:
    browser.begin()
    oauth = manifest(PUBLIC)["oauth_config"]
    assert browser.asked["scope"].split(",") == oauth["scopes"]["bot"]
    assert [browser.asked["redirect_uri"]] == oauth["redirect_urls"]


def test_whoever_installs_is_admin(chat: InstalledChat, browser: Browser, product: Running) -> None:
    browser.install(chat.fake, "UANA")
    product.settle()
    admins = product.ask(lambda unit: unit.members.with_duty("slack:T1", Duty.ADMIN))
    assert product.ask(lambda unit: unit.workspaces.installer("slack:T1")) == "UANA"
    assert [admin.account for admin in admins] == ["UANA"]


def test_before_anybody_installed_it_a_person_is_told_to(
    chat: InstalledChat, product: Running
) -> None:
    assert "Ask your admin" in chat.say("ana", "/glitter @bo thanks").text


def test_the_page_speaks_the_language_of_the_browser(chat: InstalledChat, product: Running) -> None:
    browser = Browser(product.base_url, "de-DE, sv-SE;q=0.8, en;q=0.5")
    told = browser.come_back(state="nothing")
    assert '<html lang="sv">' in told.text
    assert "Börja om" in told.text


# ---------------------------------------------------------------- what does not pass


def test_fifty_callbacks_at_once_are_one_installation(
    chat: InstalledChat, browser: Browser, product: Running
) -> None:
    state = browser.begin()
    code = chat.fake.oauth.agree(chat.fake, "UANA")
    told = browser.come_back_at_once(50, state=state, code=code)
    assert sorted(one.status_code for one in told) == [200] + [400] * 49
    assert exchanges(chat) == 1
    assert installed(product) == ["slack:T1"]


def test_the_link_counts_once(chat: InstalledChat, browser: Browser) -> None:
    state = browser.begin()
    assert browser.come_back(state=state, code=chat.fake.oauth.agree(chat.fake, "UANA")).is_success
    again = browser.come_back(state=state, code=chat.fake.oauth.agree(chat.fake, "UANA"))
    assert again.status_code == 400
    assert "done its work" in again.text
    assert exchanges(chat) == 1


@pytest.mark.parametrize("cookies", ["none", "another"])
def test_another_browser_cannot_finish_what_one_began(
    chat: InstalledChat, browser: Browser, product: Running, cookies: str
) -> None:
    state = browser.begin()
    stranger = Browser(product.base_url)
    if cookies == "another":
        stranger.begin()
    told = stranger.come_back(state=state, code=chat.fake.oauth.agree(chat.fake, "UEVE"))
    assert told.status_code == 400
    assert exchanges(chat) == 0


@pytest.mark.parametrize("minutes", [11, 60 * 24])
def test_the_link_is_good_for_ten_minutes(
    chat: InstalledChat, browser: Browser, product: Running, minutes: int
) -> None:
    state = browser.begin()
    product.later(minutes=minutes)
    told = browser.come_back(state=state, code=chat.fake.oauth.agree(chat.fake, "UANA"))
    assert told.status_code == 400
    assert exchanges(chat) == 0


def test_a_state_of_ones_own_making_is_nothing(chat: InstalledChat, browser: Browser) -> None:
    state = browser.begin()
    code = chat.fake.oauth.agree(chat.fake, "UANA")
    for forged in ("", "x", state[:-9] + "A" * 9, "å" * 40):
        assert browser.come_back(state=forged, code=code).status_code == 400
    assert browser.come_back(code=code).status_code == 400
    assert exchanges(chat) == 0


def test_the_cookie_is_for_this_browser_and_this_place_alone(browser: Browser) -> None:
    browser.begin()
    assert browser.set_cookie.startswith("__Host-")
    wanted = {"secure", "httponly", "samesite=lax", "path=/", "max-age=600"}
    assert wanted <= set(browser.set_cookie.lower().split("; "))


def test_whoever_changes_their_mind_installs_nothing(chat: InstalledChat, browser: Browser) -> None:
    told = browser.come_back(state=browser.begin(), error="access_denied")
    assert told.status_code == 200
    assert "Nothing was installed" in told.text
    assert exchanges(chat) == 0


@pytest.mark.parametrize(
    "fault",
    [Fault(error="invalid_code"), Fault(status=503), Fault(cut="before"), Fault(body="{}")],
    ids=str,
)
def test_what_slack_refuses_is_told_and_not_kept(
    chat: InstalledChat, browser: Browser, product: Running, fault: Fault
) -> None:
    state = browser.begin()
    chat.fake.fail("oauth.v2.access", fault)
    told = browser.come_back(state=state, code=chat.fake.oauth.agree(chat.fake, "UANA"))
    assert told.status_code == 502
    assert "Begin again" in told.text
    assert installed(product) == []


def test_no_answer_of_slack_is_shown_as_a_page_of_its_own(
    chat: InstalledChat, browser: Browser
) -> None:
    chat.fake.fail("oauth.v2.access", Fault(error="<script>alert(1)</script>"))
    told = browser.come_back(state=browser.begin(), code=chat.fake.oauth.agree(chat.fake, "UANA"))
    assert "<script>" not in told.text
    assert "default-src 'none'" in told.headers["content-security-policy"]
    assert told.headers["cache-control"] == "no-store"


# ---------------------------------------------------------------- what is kept


def test_the_database_holds_no_token_that_could_be_read(
    chat: InstalledChat, browser: Browser, product: Running, database_file: str
) -> None:
    browser.install(chat.fake, "UANA", rotates=True)
    chat.say("ana", "/glitter @bo the calm release")
    file = Path(database_file.removeprefix("sqlite:///"))
    written = b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
    assert b"the calm release" in written
    assert b"xox" not in written
