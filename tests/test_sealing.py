"""What is sealed opens for its purpose and its keys alone, and the key file keeps to itself."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from adapters.sealing import BrokenSeal, Seal, Seals, key_in
from adapters.settings import Environment
from app import Product
from bot.errors import OperatorError

OLD, NEW = "an old key that is long enough to be one", "a new key that is long enough to be one"


def test_what_is_sealed_is_unreadable_and_opens_again() -> None:
    seal = Seal([OLD], "token")
    sealed = seal.close("xoxb-åäö")
    assert "xoxb" not in sealed
    assert seal.open(sealed) == "xoxb-åäö"
    assert seal.close("xoxb-åäö") != sealed


@pytest.mark.parametrize("touched", ["", "x", "gAAAAA==", "å", "\0"])
def test_what_nobody_sealed_does_not_open(touched: str) -> None:
    with pytest.raises(BrokenSeal):
        Seal([OLD], "token").open(touched)


def test_a_seal_that_was_touched_is_broken() -> None:
    seal = Seal([OLD], "token")
    sealed = seal.close("xoxb")
    middle = len(sealed) // 2
    other = "A" if sealed[middle] != "A" else "B"
    with pytest.raises(BrokenSeal):
        seal.open(sealed[:middle] + other + sealed[middle + 1 :])


def test_a_seal_for_one_purpose_is_nothing_to_another() -> None:
    seals = Seals(lambda: [OLD])
    with pytest.raises(BrokenSeal):
        seals.of("session").open(seals.of("token").close("xoxb"))


def test_keys_rotate_and_the_old_one_can_go() -> None:
    sealed = Seal([OLD], "token").close("xoxb")
    both = Seal([NEW, OLD], "token")
    assert both.open(sealed) == "xoxb"
    assert Seal([NEW], "token").open(both.renew(sealed)) == "xoxb"
    with pytest.raises(BrokenSeal):
        Seal([NEW], "token").open(sealed)
    with pytest.raises(BrokenSeal):
        Seal([OLD], "token").open(both.close("xoxb"))


# ---------------------------------------------------------------- the file


def test_the_key_file_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "glitter.key"
    key = key_in(path)
    assert len(key) >= 32
    assert key_in(path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_eight_that_ask_at_once_get_the_same_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(key_in, [tmp_path / "glitter.key"] * 8))
    assert len(keys) == 1


@pytest.mark.parametrize("content", [b"", b"short\n", b"\xff" * 40])
def test_a_damaged_key_file_is_told_of_and_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "glitter.key"
    path.write_bytes(content)
    with pytest.raises(OperatorError, match=r"glitter\.key"):
        key_in(path)
    assert path.read_bytes() == content


def test_a_folder_that_takes_no_file_is_told_of(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="cannot be used"):
        key_in(tmp_path / "nowhere" / "glitter.key")


# ---------------------------------------------------------------- in the product


def test_without_a_key_one_is_kept_beside_the_database_from_the_first_seal_on(
    tmp_path: Path,
) -> None:
    environment = Environment(_env_file=None, database_url=f"sqlite:///{tmp_path}/house.db")
    product = Product(environment)
    assert not (tmp_path / "house.key").exists()
    sealed = product.seals.of("session").close("kim")
    assert (tmp_path / "house.key").exists()
    product.close()
    again = Product(environment)
    assert again.seals.of("session").open(sealed) == "kim"
    again.close()


def test_the_key_of_the_settings_needs_no_file(tmp_path: Path) -> None:
    environment = Environment(
        _env_file=None, database_url=f"sqlite:///{tmp_path}/house.db", secret_key=(NEW, OLD)
    )
    product = Product(environment)
    assert product.seals.of("session").open(Seal([OLD], "session").close("kim")) == "kim"
    assert list(tmp_path.glob("*.key")) == []
    product.close()
