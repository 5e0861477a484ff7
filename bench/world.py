"""Who is in the measured workspaces, and the secrets that both sides know."""

from collections.abc import Iterator

PEOPLE = 1000
CHANNELS = 8

SLACK_TEAM = "T1"
SLACK_SECRET = "8f742231b10e8888abcd99yyyzzz85a5"
SLACK_TOKEN = "xoxb-1-bench"
SLACK_PATH = "/slack/events"
SLACK = f"slack:{SLACK_TEAM}"

TENANT = "7f3c1a52-0000-4000-8000-000000000001"
APP_ID = "0b7d4c1e-6b1f-4a52-9f0e-2f1f6f2f9a10"
APP_PASSWORD = "a password of the bench"
TEAMS_PATH = "/api/messages"
TEAMS = f"teams:{TENANT}"

SECRET_KEY = "a secret of the bench that is long enough to be one"


def slack_account(number: int) -> str:
    return f"U{number:07}"


def teams_account(number: int) -> str:
    return f"29:{number:07}"


def slack_channel(number: int) -> str:
    return f"C{number % CHANNELS:07}"


def teams_channel(number: int) -> str:
    return f"19:{number % CHANNELS}@thread.tacv2"


def teams_chat(number: int) -> str:
    """The bot's personal chat with a member."""
    return f"a:{number:07}"


def person_name(number: int) -> str:
    return f"Person {number}"


def pairs(first: int, count: int) -> Iterator[tuple[int, int, int]]:
    """For each action its number, its giver and another member as its receiver."""
    for number in range(first, first + count):
        giver = number % PEOPLE
        yield number, giver, (giver + 1 + number // PEOPLE % (PEOPLE - 1)) % PEOPLE
