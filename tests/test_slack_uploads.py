"""HR's file on Slack: behind its message, and said to be gone where it did not come."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.shelf import Kept, Shelf
from adapters.slack import send
from bot.messages import Delivery, ExportReady
from bot.model import Place, Verb
from bot.outcomes import Outcome, Sent
from tests.drivers.slack_api import Fault
from tests.drivers.slack_door import ENGLISH, Product, slack_product

UNTIL = datetime(2026, 11, 27, 13, tzinfo=UTC)
READY = ExportReady(7, "glitter.csv", 3, 9, "f" * 64, "Period: all", UNTIL)


@pytest.fixture
def product() -> Iterator[Product]:
    with slack_product() as running:
        running.chat.join("hanna", "Hanna Rask")
        yield running


@pytest.fixture
def file(product: Product, tmp_path: Path) -> Path:
    path = tmp_path / "glitter.csv"
    path.write_bytes(b"a,b\r\n1,2\n")
    shelf: Shelf = product.edge.platform._shelf  # type: ignore[attr-defined]
    shelf.keep("slack:T1", 7, Kept(path, 9, UNTIL))
    return path


def deliver(product: Product) -> Outcome:
    place = Place.direct(product.chat.id_of("hanna"))
    owed = Delivery(1, "slack:T1", place, Verb.POST, READY, ENGLISH)
    return product.run(product.edge.platform.send(owed))


def seen(product: Product) -> list[str]:
    return [shown.text for shown in product.chat.direct("hanna")]


def test_the_file_follows_the_message_that_tells_of_it(product: Product, file: Path) -> None:
    assert isinstance(deliver(product), Sent)
    (told,) = seen(product)
    assert "f" * 64 in told
    assert product.chat.files("hanna") == {"glitter.csv": file.read_bytes()}


def test_a_large_one_comes_in_its_own_time(
    product: Product, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(send, "FITS_A_LEASE", 1)
    assert isinstance(deliver(product), Sent)
    product.run(product.edge.stop())
    assert product.chat.files("hanna") == {"glitter.csv": file.read_bytes()}


@pytest.mark.parametrize("method", ["files.getUploadURLExternal", "files.completeUploadExternal"])
def test_a_file_that_did_not_come_is_said_to_be_gone(
    product: Product, file: Path, method: str
) -> None:
    product.chat.fake.fail(method, Fault(error="internal_error"))
    assert isinstance(deliver(product), Sent)
    assert "That file is gone" in seen(product)[-1]
    assert product.chat.files("hanna") == {}


def test_so_is_one_that_an_earlier_process_has_taken_with_it(product: Product) -> None:
    assert isinstance(deliver(product), Sent)
    assert "That file is gone" in seen(product)[-1]
