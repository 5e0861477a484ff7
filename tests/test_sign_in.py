"""Coming in to the pages: a link from the chat, one press, and a session that ends."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from bot import visits
from bot.answer import answer
from bot.messages import Answer, Notice, SignInLink
from bot.model import Duty, Member, Standing
from storage.tables import DELIVERY, SESSION, SIGN_IN_LINK
from tests.drivers.stage import Stage
from tests.pages import ENTER, Pages, Window, said, served
from tests.worlds import HOUSE, World


def member(world: World, account: str) -> Member:
    return world.ask(lambda unit: unit.members.find(HOUSE, [account]))[account]


def sessions(world: World) -> list[Any]:
    return world.rows(SESSION)


# ---------------------------------------------------------------- the link


def test_looking_at_a_link_does_not_use_it_up_and_pressing_its_button_does(pages: Pages) -> None:
    link, window = pages.link("kim"), pages.window()
    for method in ("HEAD", "GET", "GET"):
        assert window.get(link, method).status_code == 200
    assert "Hello, Kim Kim" in said(window.seen)
    assert sessions(pages.world) == []
    assert window.enter(link).headers["location"] == "/history/mine"
    assert "Glitter for you" in said(window.get("/history/mine"))
    second = pages.window()
    assert "has been used" in said(second.get(link))
    assert second.post("/history/enter", link=link.removeprefix(ENTER)).status_code == 401
    assert len(sessions(pages.world)) == 1


def test_a_link_lasts_five_minutes(pages: Pages) -> None:
    early, late = pages.link("kim"), pages.link("kim")
    pages.world.later(minutes=4, seconds=59)
    assert pages.window().enter(early).status_code == 303
    pages.world.later(seconds=1)
    refused = pages.window().post("/history/enter", link=late.removeprefix(ENTER))
    assert (refused.status_code, refused.headers.get("set-cookie")) == (401, None)


def test_many_presses_at_once_open_one_session(pages: Pages) -> None:
    token = pages.link("kim").removeprefix(ENTER)
    windows = [pages.window() for _ in range(12)]

    def press(window: Window) -> int:
        return window.post("/history/enter", link=token).status_code

    with ThreadPoolExecutor(12) as together:
        assert sorted(together.map(press, windows)) == [303] + [401] * 11
    assert len(sessions(pages.world)) == 1


def test_nothing_that_lies_in_the_database_opens_a_door(world: World) -> None:
    """Where the answer waits in the outbox, its token is made when it is sent."""
    stage = Stage(world)
    place = world.said("kim", "/glitter help").place.direct("kim")
    heard = world.said("kim", "/glitter history", reply_to=place)
    answered = world.ask(lambda unit: answer(heard, unit, (), pages_at=ENTER))
    assert isinstance(answered, Answer)
    assert answered.owed
    stage.settle()
    (sent,) = [one for one in stage.messages("kim") if isinstance(one, SignInLink)]
    token = sent.address.removeprefix(ENTER)
    assert len(token) > 40
    session = world.ask(lambda unit: visits.enter(unit, token))
    stored = str([*world.rows(DELIVERY), *world.rows(SIGN_IN_LINK), *world.rows(SESSION)])
    assert "sign_in_link" in stored
    assert token not in stored
    assert session not in stored


def test_without_an_address_the_chat_says_what_is_missing(file_world: World) -> None:
    answered = file_world.say("kim", "/glitter history")
    assert isinstance(answered, Notice)
    assert answered.code == "refused-no-pages"


# ---------------------------------------------------------------- the session


def test_a_session_ends_when_it_is_not_used_for_half_an_hour(pages: Pages) -> None:
    window = pages.signed_in("kim")
    for _ in range(3):
        pages.world.later(minutes=29)
        assert window.get("/history/mine").status_code == 200
    pages.world.later(minutes=31)
    refused = window.get("/history/mine")
    assert refused.status_code == 401
    assert "/glitter history" in said(refused)


def test_a_session_ends_after_eight_hours_however_much_it_is_used(pages: Pages) -> None:
    window = pages.signed_in("kim")
    for _ in range(23):
        pages.world.later(minutes=20)
        assert window.get("/history/mine").status_code == 200
    pages.world.later(minutes=20)
    assert window.get("/history/mine").status_code == 401


def test_signing_in_again_gives_a_new_session_and_ends_the_old_one(pages: Pages) -> None:
    window = pages.signed_in("kim")
    old = window.cookie
    assert window.enter(pages.link("kim")).status_code == 303
    assert window.cookie != old
    stranger = pages.window()
    stranger.cookie = old
    assert stranger.get("/history/mine").status_code == 401
    assert window.get("/history/mine").status_code == 200


def test_a_cookie_that_somebody_planted_is_not_taken_up(pages: Pages) -> None:
    window = pages.window()
    window.cookie = "glitter=planted"
    assert window.enter(pages.link("kim")).status_code == 303
    assert window.cookie not in ("", "glitter=planted")


def test_over_https_the_cookie_is_bound_to_its_host(file_world: World) -> None:
    with served(file_world, "https://bot.example.com") as server:
        pages = Pages(file_world, server.url)
        window = pages.window()
        given = window.enter(pages.link("kim")).headers["set-cookie"]
        assert given.startswith("__Host-glitter=")
        assert {"Secure", "HttpOnly", "SameSite=lax", "Path=/"} <= set(given.split("; "))
        assert "Domain" not in given
        assert window.get("/history/mine").status_code == 200
        pages.close()


def test_a_plain_cookie_is_given_on_this_machine_alone(pages: Pages) -> None:
    window, token = pages.window(host="bot.example.com"), pages.link("kim").removeprefix(ENTER)
    refused = window.post("/history/enter", link=token)
    assert (refused.status_code, window.cookie) == (403, "")
    assert "PUBLIC_URL" in said(refused)
    assert pages.window().post("/history/enter", link=token).status_code == 303


def test_people_see_where_they_are_signed_in_and_end_it_there(pages: Pages) -> None:
    here, there, other = (pages.signed_in(who) for who in ("kim", "kim", "bo"))
    listed = here.get("/history/mine/me").text
    first, second, bos = (row.id for row in sessions(pages.world))
    assert f'value="{second}"' in listed
    assert f'name="session" value="{bos}"' not in listed
    here.press("/history/sessions/end", session=str(bos))
    here.get("/history/mine/me")
    here.press("/history/sessions/end", session=str(second))
    assert other.get("/history/mine").status_code == 200
    assert there.get("/history/mine").status_code == 401
    assert [row.id for row in sessions(pages.world)] == [first, bos]
    here.get("/history/mine/me")
    assert here.press("/history/leave").headers["location"] == "/history/gone"
    assert "signed out" in said(here.get("/history/gone"))
    assert [row.id for row in sessions(pages.world)] == [bos]


# ---------------------------------------------------------------- the person and the role


def test_whoever_leaves_the_company_is_out(pages: Pages) -> None:
    window, link = pages.signed_in("kim"), pages.link("kim")
    pages.world.join("kim", standing=Standing.DEACTIVATED)
    assert window.get("/history/mine").status_code == 401
    assert pages.window().get(link).status_code == 401


def test_nobody_stays_in_where_the_bot_was_removed(pages: Pages) -> None:
    window = pages.signed_in("kim")
    pages.world.ask(lambda unit: unit.workspaces.suspend(HOUSE))
    assert window.get("/history/mine").status_code == 401


def test_a_role_that_goes_takes_link_page_and_session_with_it(pages: Pages) -> None:
    kim = member(pages.world, "kim")
    pages.world.ask(lambda unit: unit.members.give_duty(kim.id, Duty.HR))
    window, link = pages.signed_in("kim"), pages.link("kim")
    assert window.get("/history/workspace").status_code == 200
    pages.world.ask(lambda unit: unit.members.take_duty(kim.id, Duty.HR))
    for refused in (window.get("/history/workspace"), pages.window().get(link)):
        assert refused.status_code == 401
        assert "Your role has changed" in said(refused)
    pages.world.ask(lambda unit: unit.members.give_duty(kim.id, Duty.HR))
    assert window.get("/history/mine").status_code == 401
    assert sessions(pages.world) == []


def test_a_role_that_comes_is_there_at_once(pages: Pages) -> None:
    window, kim = pages.signed_in("kim"), member(pages.world, "kim")
    assert window.get("/history/workspace").status_code == 403
    pages.world.ask(lambda unit: unit.members.give_duty(kim.id, Duty.HR))
    assert window.get("/history/workspace").status_code == 200


def test_what_is_over_is_forgotten(pages: Pages) -> None:
    pages.signed_in("kim")
    pages.link("kim")
    pages.world.later(hours=8, seconds=1)
    Stage(pages.world).settle()
    assert (pages.world.rows(SESSION), pages.world.rows(SIGN_IN_LINK)) == ([], [])


# ---------------------------------------------------------------- forms and headers

FOREIGN = [{"origin": "https://elsewhere.example"}, {"sec-fetch-site": "cross-site"}]


@pytest.mark.parametrize("headers", FOREIGN, ids=["origin", "fetch site"])
def test_a_page_of_somebody_else_cannot_press_our_buttons(
    pages: Pages, headers: dict[str, str]
) -> None:
    window = pages.window(**headers)
    refused = window.post("/history/enter", link=pages.link("kim").removeprefix(ENTER))
    assert (refused.status_code, window.cookie) == (403, "")
    inside = pages.signed_in("kim")
    inside.get("/history/mine")
    window.cookie, window.seen = inside.cookie, inside.seen
    assert window.press("/history/leave").status_code == 403
    assert inside.get("/history/mine").status_code == 200


@pytest.mark.parametrize("token", ["", "x" * 64, "\ud800"])
def test_a_form_without_its_token_does_nothing(pages: Pages, token: str) -> None:
    window = pages.signed_in("kim")
    sent = token.encode("utf-8", "surrogatepass").decode("latin-1")
    assert window.post("/history/leave", token=sent).status_code == 403
    assert window.get("/history/mine").status_code == 200


def test_the_token_of_a_form_is_of_one_session(pages: Pages) -> None:
    kim, bo = pages.signed_in("kim"), pages.signed_in("bo")
    kim.seen = bo.get("/history/mine")
    assert kim.press("/history/leave").status_code == 403


def test_a_form_that_is_too_large_is_a_sentence(pages: Pages) -> None:
    refused = pages.window().post("/history/enter", link="x" * 100_000)
    assert refused.status_code == 403
    assert "did not come from a page of mine" in said(refused)


EVERYWHERE = ["/history/mine", "/history/enter?link=x", "/history/nowhere", "/history/workspace"]


@pytest.mark.parametrize("path", [*EVERYWHERE, "/history/static/pages.css", "/history/static/no"])
def test_every_response_keeps_frames_scripts_and_caches_away(pages: Pages, path: str) -> None:
    headers = pages.signed_in("kim").get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    static = path.endswith("pages.css")
    assert headers["cache-control"] == ("no-cache" if static else "no-store")
    assert headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("accepted", ["fi,en;q=0.5", "sv-SE", "nn", "de, *;q=0.1", ";;q=", ""])
def test_strangers_are_answered_in_the_language_of_their_browser(
    pages: Pages, accepted: str
) -> None:
    words = {"fi": "Et ole kirjautuneena", "sv": "Du är inte inloggad", "nn": "Du er ikke logget"}
    told = said(pages.window(**{"accept-language": accepted}).get("/history/mine"))
    assert words.get(accepted[:2], "You are not signed in") in told
