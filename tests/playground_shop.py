"""The whole product behind the playground, on a Thursday at noon; its six colleagues work there."""

from collections.abc import Callable, Iterator

import pytest

from adapters.playground import PlaygroundEdge
from tests.browser import Open, Windows
from tests.drivers.playground import PlaygroundChat
from tests.playground_window import THURSDAY, opening
from tests.product import Running


class Shop(PlaygroundChat):
    """The playground as it is delivered."""

    def attach(self, edge: PlaygroundEdge) -> None:
        self._edge = edge
        edge.chat.listeners = self.journal
        edge.clock.never_before(THURSDAY)


@pytest.fixture
def shop() -> Iterator[Shop]:
    with Shop() as shop:
        yield shop


@pytest.fixture
def product(shop: Shop, start: Callable[..., Running], database_file: str) -> Running:
    """Cacti wait ten minutes, and go out at any hour."""
    return start(shop, DATABASE_URL=database_file, CACTUS_WORKING_HOURS="off")


@pytest.fixture
def window(product: Running, windows: Windows) -> Iterator[Open]:
    with opening(windows, product.base_url) as open_window:
        yield open_window
