"""The clock's buttons, with the whole product behind them."""

from collections.abc import Callable

import httpx

from tests.drivers.http import NO_TLS
from tests.playground_shop import Shop
from tests.playground_shop import shop as shop
from tests.product import Running

DESK = "the returns desk was empty at noon on Tuesday"


def test_what_becomes_due_on_the_way_of_a_jump_is_not_jumped_over(
    shop: Shop, start: Callable[..., Running], database_file: str
) -> None:
    """On Thursday and on Friday at 15:00 in Stockholm, Priya has gone home in Kolkata."""
    product = start(shop, DATABASE_URL=database_file)
    shop.say("ana", f"/cactus @priya {DESK}")
    shop.say("ana", "/glitter @bo the calm release")
    moved = {"as": "ana", "to": "friday"}
    url = f"{product.base_url}/playground/clock"
    assert httpx.post(url, json=moved, verify=NO_TLS, timeout=30).status_code == 200
    assert DESK in shop.direct("priya")[-1].text
    assert "Glitter of the week" in shop.everything_in_channels()
