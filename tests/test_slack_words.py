"""Typed text is taken apart once, in linear time, and only a whole entity is a mention."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.words import parts
from bot.heard import GroupMention, Mention
from bot.model import Profile

BO = Mention(Profile("UBO"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<@UBO|bo> thanks", (BO, " thanks")),
        ("<@UBO> thanks", (BO, " thanks")),
        ("<@UBO|>", (BO,)),
        ("<@UBO><@UBO|bo>", (BO, BO)),
        ("<@W012AB> x", (Mention(Profile("W012AB")), " x")),
        ("<@ubo> x", ("@ubo x",)),
        ("<@UBO|<!channel>>", ("<@UBO|@channel>",)),
        ("<!subteam^S1|@kassan> is great", (GroupMention("S1", "kassan"), " is great")),
        ("<!subteam^S1> is great", (GroupMention("S1", "S1"), " is great")),
        ("<!here> and <!channel|channel>", ("@here and channel",)),
        ("in <#C1|general> and <#C2> and <#C3|>", ("in #general and #C2 and #C3",)),
        ("see <https://x.se/a?b=1&amp;c|x.se> <https://y.se>", ("see x.se https://y.se",)),
        ("<mailto:a@b.se|a@b.se>", ("a@b.se",)),
        ("2 &lt; 3 &amp;&amp; 4 &gt; 3", ("2 < 3 && 4 > 3",)),
        ("&amp;lt;@UBO&amp;gt;", ("&lt;@UBO&gt;",)),
        ("&lt;@UBO&gt;", ("<@UBO>",)),
        ("&quot; &#60;", ("&quot; &#60;",)),
        ("a < b > c", ("a  b  c",)),
        ("<>", ("<>",)),
        ("< @UBO", ("< @UBO",)),
        ("", ()),
        ("a\0b\ud800c", ("ab?c",)),
    ],
)
def test_typed_text_is_taken_apart(text: str, expected: tuple[object, ...]) -> None:
    assert parts(text) == expected


@given(st.text(alphabet="<>@|!#^&;ltgampUB0 \0", max_size=200))
def test_only_a_whole_entity_is_a_mention(text: str) -> None:
    found = parts(text)
    assert sum(isinstance(part, Mention) for part in found) <= text.count("<@")
    assert all(part.profile.account.isalnum() for part in found if isinstance(part, Mention))
    assert all(part for part in found)


@pytest.mark.parametrize(
    "piece", ["<", "<@", "<@U1", "<@U1|", "<!subteam^", "&lt;", "&amp;", "<@U>"]
)
def test_a_million_hostile_characters_cost_a_moment(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    started = time.process_time()
    parts(text)
    assert time.process_time() - started < 2
