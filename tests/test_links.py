"""Which addresses of others are shown as links."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.links import LONGEST, web_address

ROOT = "https://intranet.example.com/"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (ROOT, ROOT),
        ("  HTTPS://Intranet.Example.com ", ROOT),
        ("https://intranet.example.com:8443/a?b=c#d", "https://intranet.example.com:8443/a?b=c#d"),
        ("https://företag.example/så", "https://xn--fretag-wxa.example/s%C3%A5"),
        ("https://a.b/x\ty\u202e", "https://a.b/xy%E2%80%AE"),
    ],
)
def test_an_address_is_read_as_browsers_read_it(typed: str, read: str) -> None:
    assert web_address(typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "respect",
        "intranet.example.com/respect",
        "http://intranet.example.com/",
        "javascript:alert(1)//https://a.b",
        "https://",
        "https://intranet/respect",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://[::1]/",
        "https://a..b/",
        "https://a.b./",
        "https://*.example.com/",
        "https://-a.example/",
        f"https://{'a' * 64}.example/",
        "https://kim@example.com/",
        "https://kim:hush@example.com/",
        "https://:hush@example.com/",
        f"{ROOT}{'a' * LONGEST}",
        f"{ROOT}{'å' * (LONGEST // 2)}",
    ],
)
def test_what_is_no_whole_and_open_address_is_none(typed: str) -> None:
    assert web_address(typed) is None


@given(st.text() | st.text("htps:/.@ab<>\"'\\\n ").map("https://a.b/".__add__))
def test_no_address_carries_more_than_an_address(typed: str) -> None:
    address = web_address(typed)
    assert address is None or (address.isascii() and not set(address) & set('<>"\\ \n\t'))
    assert address is None or web_address(address) == address
