"""What people do and see in a chat: one suite, the same on every platform."""

import re
from collections.abc import Callable
from dataclasses import replace

from bot import visits
from bot.heard import ActionName, FormName
from bot.memory import ExportFilter, ExportRow, Unit
from bot.model import Duty
from bot.settings import change_settings
from tests.drivers.base import Chat, Shown
from tests.product import Running

BALSAMICO = "stayed late for the balsamico customer"


def recorded(product: Running, chat: Chat) -> list[ExportRow]:
    with product.product.store.export(ExportFilter(chat.workspace_id)) as rows:
        return list(rows)


def awards(product: Running, chat: Chat) -> list[str]:
    """The reasons of all standing awards, oldest first."""
    return [row.reason for row in recorded(product, chat) if row.retracted_at is None]


def post_highlights_where_the_first_award_was_given(chat: Chat, product: Running) -> None:
    chosen = {"highlights_channel": recorded(product, chat)[0].place}
    product.ask(lambda unit: change_settings(unit, chat.workspace_id, chosen, "test"))


def only(shown: list[Shown]) -> Shown:
    assert len(shown) == 1, [one.text for one in shown]
    return shown[0]


def highlights(chat: Chat) -> list[Shown]:
    return [post for post in chat.posted() if "Glitter of the week" in post.text]


def test_praise_is_posted_where_it_was_given(chat: Chat, product: Running) -> None:
    answer = chat.say("ana", f"/glitter @bo {BALSAMICO}")
    post = only(chat.posted("general"))
    assert BALSAMICO in post.text
    assert "@bo" in post.text
    assert "bo" in post.mentions
    assert "Ana" in post.text or "@ana" in post.text
    assert "Recorded" in answer.text
    assert awards(product, chat) == [BALSAMICO]


def test_several_receivers_get_one_award_each_and_one_post(chat: Chat, product: Running) -> None:
    chat.say("ana", "/glitter @bo and @kim carried the whole inventory #teamwork")
    assert {"bo", "kim"} <= only(chat.posted()).mentions
    assert awards(product, chat) == ["carried the whole inventory"] * 2


def test_customers_words_are_marked(chat: Chat, product: Running) -> None:
    chat.say("ana", "/glitter @bo customer: the friendliest till in town")
    assert "customer" in only(chat.posted()).text
    assert awards(product, chat) == ["the friendliest till in town"]


def test_the_giver_can_take_it_back(chat: Chat, product: Running) -> None:
    answer = chat.say("ana", f"/glitter @bo {BALSAMICO}")
    assert len(chat.posted()) == 1
    chat.press("ana", answer, ActionName.UNDO)
    assert chat.posted() == []
    assert awards(product, chat) == []


def test_taking_back_by_word_takes_the_newest(chat: Chat, product: Running) -> None:
    chat.say("ana", "/glitter @bo the first good deed")
    product.later(minutes=1)
    chat.say("ana", "/glitter @bo the second good deed", ref="second")
    chat.say("ana", "/glitter undo", ref="undo-1")
    chat.say("ana", "/glitter undo", ref="undo-1")
    assert awards(product, chat) == ["the first good deed"]
    assert "first" in only(chat.posted()).text


def test_after_ten_minutes_it_stays(chat: Chat, product: Running) -> None:
    answer = chat.say("ana", f"/glitter @bo {BALSAMICO}")
    product.later(minutes=11)
    refused = chat.press("ana", answer, ActionName.UNDO)
    assert "10 minutes" in refused.text
    assert awards(product, chat) == [BALSAMICO]


def test_somebody_elses_button_does_nothing(chat: Chat, product: Running) -> None:
    answer = chat.say("ana", f"/glitter @bo {BALSAMICO}")
    chat.press("kim", answer, ActionName.UNDO)
    assert awards(product, chat) == [BALSAMICO]


def test_an_action_delivered_again_is_one_award_with_the_same_answer(
    chat: Chat, product: Running
) -> None:
    first = chat.say("ana", f"/glitter @bo {BALSAMICO}", ref="once")
    again = chat.say("ana", f"/glitter @bo {BALSAMICO}", ref="once")
    assert again.text == first.text
    assert len(chat.posted()) == 1
    assert awards(product, chat) == [BALSAMICO]


def test_the_same_words_within_ten_minutes_are_asked_about(chat: Chat, product: Running) -> None:
    chat.say("ana", f"/glitter @bo {BALSAMICO}")
    asked = chat.say("ana", f"/glitter @bo {BALSAMICO}")
    assert awards(product, chat) == [BALSAMICO]
    chat.press("ana", asked, ActionName.GIVE_AGAIN)
    chat.press("ana", asked, ActionName.GIVE_AGAIN)
    assert awards(product, chat) == [BALSAMICO] * 2
    assert len(chat.posted()) == 2


def test_refusals_say_what_to_do_and_record_nothing(chat: Chat, product: Running) -> None:
    for text, words in [
        ("/glitter was so kind", "@"),
        ("/glitter @nobody was so kind", "@nobody"),
        ("/glitter @bo", "what they did"),
        ("/glitter @bo ok", "3"),
        (f"/glitter @bo {'x' * 1001}", "1,000"),
        ("/glitter @ana well done me", "somebody else"),
        ("/glitter @robo nice beeping", "bot"),
        ("/glitter @gone you are missed", "closed"),
        ("/glitter @guest nice to meet you", "another organisation"),
    ]:
        answer = chat.say("ana", text)
        assert words in answer.text, text
    product.settle()
    assert awards(product, chat) == []
    assert chat.posted() == []


def test_bots_strangers_and_whoever_left_receive_nothing_and_strangers_give_nothing(
    chat: Chat, product: Running
) -> None:
    for giver, receiver in (("ana", "robo"), ("ana", "gone"), ("ana", "guest"), ("guest", "bo")):
        chat.say(giver, f"/glitter @{receiver} the calm release")
        chat.say(giver, f"/cactus @{receiver} the returns desk was empty at noon")
    product.later(minutes=20)
    assert awards(product, chat) == []
    assert chat.posted() == []
    assert not any("returns desk" in one.text for one in chat.direct("bo"))


def test_whoever_only_looks_like_somebody_receives_nothing_of_theirs(
    chat: Chat, product: Running
) -> None:
    twins = {"eva": "Kim Berg", "eve": "\u039aim Berg", "evi": "Kim\u200b Berg"}
    for account, name in twins.items():
        chat.join(account, name)
    chat.say("ana", "/glitter @kim the calm release")
    chat.say("ana", "/cactus @kim the returns desk was empty at noon")
    product.later(minutes=20)
    assert only(chat.posted()).mentions.isdisjoint(twins)
    assert "Received: 1 this week" in chat.say("kim", "/glitter me").text
    assert any("returns desk" in one.text for one in chat.direct("kim"))
    for twin in twins:
        assert "Received: 0 this week" in chat.say(twin, "/glitter me").text
        assert not any("returns desk" in one.text for one in chat.direct(twin))


def test_a_refusal_gives_the_words_back(chat: Chat, product: Running) -> None:
    assert BALSAMICO in chat.say("ana", f"/glitter {BALSAMICO}").text


def test_help_tells_what_can_be_typed(chat: Chat, product: Running) -> None:
    assert "/glitter @Kim" in chat.say("ana", "/glitter help").text
    assert "/cactus @Kim" in chat.say("ana", "/cactus help").text


def test_nothing_typed_opens_a_form_that_gives_glitter(chat: Chat, product: Running) -> None:
    form = chat.say("ana", "/glitter")
    assert form.form is FormName.GLITTER
    again = chat.fill("ana", form, receivers="ana", reason=BALSAMICO)
    assert (again.form, again.fields["reason"]) == (FormName.GLITTER, BALSAMICO)
    told = chat.fill("ana", again, receivers="bo,kim")
    assert BALSAMICO in told.text
    (post,) = chat.posted()
    assert post.mentions >= {"bo", "kim"}


def test_a_member_chooses_a_language_and_is_answered_in_it(chat: Chat, product: Running) -> None:
    form = chat.say("bo", "/glitter settings")
    assert form.form is FormName.MY_SETTINGS
    told = chat.fill("bo", form, language="fi", naming="first")
    assert "Suomi" in told.text
    assert "kiitos" in chat.say("bo", "/glitter help").text


def test_the_home_page_tells_what_concerns_me(chat: Chat, product: Running) -> None:
    chat.say("ana", f"/glitter @bo {BALSAMICO}")
    page = chat.say("bo", "/glitter home")
    assert BALSAMICO in page.text
    assert ActionName.GIVE in page.buttons
    assert chat.press("bo", page, ActionName.GIVE).form is FormName.GLITTER


def test_each_person_is_answered_in_their_language(chat: Chat, product: Running) -> None:
    chat.join("maja", "Maja Sjöberg", locale="sv-SE")
    answer = chat.say("maja", f"/glitter @bo {BALSAMICO}")
    assert "Recorded" not in answer.text
    assert BALSAMICO in answer.text
    assert "Bo" in answer.text or "@bo" in answer.text


def test_what_i_received_and_gave(chat: Chat, product: Running) -> None:
    chat.say("ana", "/glitter @bo the calm release")
    chat.say("kim", "/glitter @bo the good coffee")
    mine = chat.say("bo", "/glitter me")
    assert "2" in mine.text
    assert "the calm release" in mine.text
    assert "the good coffee" in mine.text


def test_the_daily_limit_ends_at_the_givers_midnight(chat: Chat, product: Running) -> None:
    for number in range(20):
        chat.say("ana", f"/glitter @bo good deed number {number}")
    refused = chat.say("ana", "/glitter @bo one more good deed")
    assert "20" in refused.text
    assert re.search(r"\b00:00\b|\b24:00\b", refused.text)
    product.later(hours=24)
    chat.say("ana", "/glitter @bo one more good deed")
    assert len(awards(product, chat)) == 21


def test_where_the_bot_may_not_post_the_receiver_is_told(chat: Chat, product: Running) -> None:
    chat.forbid("general")
    chat.say("ana", f"/glitter @bo {BALSAMICO}")
    assert chat.posted() == []
    assert BALSAMICO in chat.direct("bo")[-1].text
    assert any("direct message" in one.text for one in chat.direct("ana"))


def test_praise_typed_to_the_bot_alone_reaches_its_receiver(chat: Chat, product: Running) -> None:
    chat.say("ana", f"/glitter @bo {BALSAMICO}", place="direct")
    assert BALSAMICO in chat.direct("bo")[-1].text


def make_team(
    product: Running, chat: Chat, name: str, *people: str, alias: str = "", to_all: bool = False
) -> None:
    """A team of these, who are known by their names; the first one leads it."""

    def make(unit: Unit) -> None:
        known = {one.name.partition(" ")[0].lower(): one.id for one in unit.members.all(id)}
        ids = [known[who] for who in people]
        team = unit.teams.add(id, name)
        aliases = (alias,) if alias else ()
        unit.teams.save(replace(team, lead_id=ids[0], aliases=aliases, cacti_to_all=to_all))
        unit.teams.join(team.id, ids)

    id = chat.workspace_id
    for who in people:
        chat.say(who, "/glitter me")
    product.ask(make)


def test_praise_for_a_team_names_it_and_its_people(chat: Chat, product: Running) -> None:
    make_team(product, chat, "Kassan <at>", "kim", "bo")
    answer = chat.say("ana", f"/glitter kassan <at>: {BALSAMICO}")
    assert "Kassan <at>" in answer.text
    product.settle()
    post = only(chat.posted())
    assert "Kassan <at>" in post.text.replace("\u200b", "")
    assert post.mentions - {"ana"} == {"kim", "bo"}
    assert awards(product, chat) == [BALSAMICO]
    mine = chat.say("kim", "/glitter me")
    assert BALSAMICO in mine.text
    assert "for Kassan" in mine.text
    chat.press("ana", answer, ActionName.UNDO)
    assert chat.posted() == []


def test_a_team_is_made_by_an_admin_and_shown_to_everybody(chat: Chat, product: Running) -> None:
    assert "no team yet" in chat.say("kim", "/glitter team").text
    assert "for admins" in chat.say("kim", "/glitter team new Kassan").text
    chat.say("ana", "/glitter me")

    def promote(unit: Unit) -> None:
        (ana,) = [one for one in unit.members.all(chat.workspace_id) if one.name.startswith("Ana")]
        unit.members.give_duty(ana.id, Duty.ADMIN)

    product.ask(promote)
    chat.say("ana", "/glitter team new Kassan <b>")
    chat.say("ana", "/glitter team lead kassan <b> @kim")
    shown = chat.say("ana", "/glitter team add kassan <b> @bo")
    assert "Saved" in shown.text
    listed = chat.say("kim", "/glitter team").text.replace("\u200b", "")
    assert "Kassan <b>" in listed
    assert "2 colleagues" in listed
    assert "Kim" in listed or "@kim" in listed


def test_praise_for_a_team_typed_to_the_bot_alone_reaches_each_of_them(
    chat: Chat, product: Running
) -> None:
    make_team(product, chat, "Kassan", "kim", "bo")
    chat.say("ana", f"/glitter kassan customer: {BALSAMICO}", place="direct")
    for who in ("kim", "bo"):
        assert "your team Kassan from a customer" in chat.direct(who)[-1].text


def test_of_two_teams_of_one_name_one_is_picked(chat: Chat, product: Running) -> None:
    make_team(product, chat, "Kassan Nord", "kim", alias="tills")
    make_team(product, chat, "Kassan Syd", "bo", alias="tills")
    asked = chat.say("ana", f"/glitter tills {BALSAMICO}")
    assert "Which one" in asked.text
    assert awards(product, chat) == []
    chat.press("ana", asked, ActionName.CHOOSE_TEAM)
    assert "Kassan Nord" in only(chat.posted()).text


def test_a_colleague_without_an_account_is_praised_by_name_and_shown_it_by_their_lead(
    chat: Chat, product: Running
) -> None:
    make_team(product, chat, "Kassan", "kim")
    answer = chat.say("ana", f'/glitter "Uno <at>Utan" (kassan) and @bo {BALSAMICO}')
    for words in ("Uno <at>Utan", "Bo", "gets it to show"):
        assert words in answer.text.replace("\u200b", "").replace("@bo", "Bo")
    product.settle()
    post = only(chat.posted())
    assert "Uno <at>Utan" in post.text.replace("\u200b", "")
    assert post.mentions - {"ana"} == {"bo"}
    card = chat.direct("kim")[-1]
    for words in ("Kassan", "has no chat account", "Glitter for Uno", BALSAMICO, "Ana"):
        assert words in card.text.replace("\u200b", "").replace("@ana", "Ana")
    chat.press("ana", answer, ActionName.UNDO)
    assert chat.posted() == []
    assert not any(BALSAMICO in one.text for one in chat.direct("kim"))


def test_when_they_have_an_account_all_that_came_by_name_is_theirs(
    chat: Chat, product: Running
) -> None:
    make_team(product, chat, "Kassan", "kim")
    chat.say("ana", f'/glitter "Uno Utan" (kassan) {BALSAMICO}')
    chat.join("uno", "Uno Utan")
    assert "Write it like this" in chat.say("kim", '/glitter link "Uno Utan"').text
    linked = chat.say("kim", '/glitter link "Uno Utan" (kassan) @uno')
    assert "has all the glitter" in linked.text
    product.settle()
    assert BALSAMICO in chat.say("uno", "/glitter me").text
    assert "now it is yours" in "".join(one.text for one in chat.direct("uno"))
    assert len(awards(product, chat)) == 1


def test_user_text_pings_nobody_and_links_nowhere(chat: Chat, product: Running) -> None:
    hostile = (
        "nice <!channel> <@UEVIL> <at>Kim Berg</at> [click](http://evil.example) "
        "<http://evil.example|here> &lt;!here&gt; http://evil.example ${name} *b* `c`"
    )
    chat.say("ana", f"/glitter @bo {hostile}")
    post = only(chat.posted())
    assert post.mentions <= {"ana", "bo"}
    assert post.links == ()
    assert "[click](http://evil.example)" in post.text


def test_a_cactus_waits_and_then_reaches_its_receiver_alone(chat: Chat, product: Running) -> None:
    answer = chat.say("ana", "/cactus @kim the returns desk was empty at noon")
    assert "the returns desk was empty at noon" in answer.text
    assert "Kim" in answer.text or "@kim" in answer.text
    assert "with your name" in answer.text
    assert not any("returns desk" in one.text for one in chat.direct("kim"))
    product.later(minutes=11)
    received = chat.direct("kim")[-1]
    assert "the returns desk was empty at noon" in received.text
    assert "Ana" in received.text or "@ana" in received.text
    assert "returns desk" not in chat.everything_in_channels()


def test_a_cactus_can_be_withdrawn_while_it_is_held(chat: Chat, product: Running) -> None:
    answer = chat.say("ana", "/cactus @kim the returns desk was empty at noon")
    withdrawn = chat.press("ana", answer, ActionName.WITHDRAW)
    assert "Withdrawn" in withdrawn.text
    assert "With " not in withdrawn.text
    product.later(minutes=30)
    assert not any("returns desk" in one.text for one in chat.direct("kim"))
    assert awards(product, chat) == []


def test_a_cactus_can_be_sent_at_once(chat: Chat, product: Running) -> None:
    answer = chat.say("ana", "/cactus @kim the returns desk was empty at noon")
    chat.press("ana", answer, ActionName.SEND_NOW)
    assert "returns desk" in chat.direct("kim")[-1].text
    again = chat.press("ana", answer, ActionName.SEND_NOW)
    assert "Waiting for an answer" in again.text
    assert len([one for one in chat.direct("kim") if "returns desk" in one.text]) == 1


def test_a_cactus_is_limited_to_two_a_day_and_one_a_week_to_the_same(
    chat: Chat, product: Running
) -> None:
    chat.say("ana", "/cactus @kim the returns desk was empty at noon")
    assert "week" in chat.say("ana", "/cactus @kim the queue was long again").text
    chat.say("ana", "/cactus @bo the pallets blocked the fire door")
    chat.join("lo", "Lo Third")
    assert "2" in chat.say("ana", "/cactus @lo the phone rang for an hour").text
    product.later(days=1)
    assert "week" in chat.say("ana", "/cactus @kim the queue was long again").text
    product.later(days=7)
    chat.say("ana", "/cactus @kim the queue was long again")
    assert len(awards(product, chat)) == 3


def test_a_cactus_names_one_person_and_never_oneself(chat: Chat, product: Running) -> None:
    assert "one person" in chat.say("ana", "/cactus @bo @kim you were both late").text
    chat.say("ana", "/cactus @ana I was late")
    assert awards(product, chat) == []


def test_the_week_names_everybody_once_and_no_cactus(chat: Chat, product: Running) -> None:
    chat.say("ana", f"/glitter @bo {BALSAMICO}")
    post_highlights_where_the_first_award_was_given(chat, product)
    chat.say("kim", "/glitter @bo the good coffee")
    chat.say("bo", "/glitter @kim the tidy shelves")
    chat.say("ana", "/cactus @kim the returns desk was empty at noon")
    product.later(days=8)
    text = only(highlights(chat)).text
    for words in (BALSAMICO, "the good coffee", "the tidy shelves"):
        assert words in text
    assert "returns desk" not in chat.everything_in_channels()
    product.later(minutes=10)
    assert len(highlights(chat)) == 1


def test_the_pages_are_reached_by_a_link_for_whoever_asked(
    chat: Chat, start: Callable[..., Running], database_file: str
) -> None:
    product = start(chat, DATABASE_URL=database_file, PUBLIC_URL="https://bot.example.com")
    answer = chat.say("ana", "/glitter history")
    (link,) = answer.links
    assert link.startswith("https://bot.example.com/history/enter?link=")
    assert "works once" in answer.text
    product.settle()
    assert link not in chat.everything_in_channels()
    token = link.partition("=")[2]
    reader, name = product.ask(lambda unit: visits.invited(unit, token))
    assert (name, reader.language) == ("Ana Lindqvist", "en")


def test_a_long_week_names_everybody_first_and_tells_the_stories_below(
    chat: Chat, product: Running
) -> None:
    names = [f"Person{number:02}" for number in range(25)]
    for name in names:
        chat.join(name.lower(), f"{name} Lindqvist")
    for giver, some in (("ana", names[:13]), ("kim", names[13:])):
        mentioned = " ".join(f"@{name.lower()}" for name in some)
        chat.say(giver, f"/glitter {mentioned} carried the inventory with {giver}")
    post_highlights_where_the_first_award_was_given(chat, product)
    product.later(days=8)
    posts = chat.posted()
    first = only(highlights(chat))
    below = posts[posts.index(first) + 1 :]
    assert [name for name in names if f"{name} Lindqvist" not in first.text] == []
    assert "inventory" not in first.text
    assert sum(one.text.count("carried the inventory") for one in below) == 25
    assert {account for one in (first, *below) for account in one.mentions} == set()
