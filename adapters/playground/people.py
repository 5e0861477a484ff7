"""Who works in the playground: six colleagues of a small chain of shops, and the bot."""

from bot.model import Profile, Standing
from bot.values import dataclass


@dataclass(frozen=True, slots=True)
class Colleague:
    """A person of the playground. The account is also the handle: `@kim`.

    `role` and `city` are what `playground-role-…` and `playground-city-…` name; "" for none.
    """

    profile: Profile
    role: str = ""
    city: str = ""

    @property
    def account(self) -> str:
        return self.profile.account


def _colleague(account: str, name: str, locale: str, zone: str, role: str, city: str) -> Colleague:
    return Colleague(Profile(account, name, locale, zone, Standing.ACTIVE), role, city)


WORKSPACE = "playground:demo"
COMPANY = "Fjord & Furu"
CITY = "stockholm"
ZONE = "Europe/Stockholm"
"""Where the head office is: the clock's buttons speak its time."""

CHANNELS = {"general": "everyone", "kassan": "till-line"}
"""What each is about, as `playground-topic-…` names it."""

SIX = (
    _colleague("ana", "Ana Lindqvist", "sv-SE", ZONE, "manager", "stockholm"),
    _colleague("kim", "Kim Berg", "nb-NO", "Europe/Oslo", "till", "oslo"),
    _colleague("aino", "Aino Virtanen", "fi-FI", "Europe/Helsinki", "hr", "helsinki"),
    _colleague("bo", "Bo Nielsen", "en-DK", "Europe/Copenhagen", "warehouse", "copenhagen"),
    _colleague("maja", "Maja Sjöberg", "sv-SE", ZONE, "till", "umea"),
    _colleague("priya", "Priya Raman", "en-IN", "Asia/Kolkata", "web-shop", "kolkata"),
)

HR = "aino"
"""Has the HR role from the first day, where this account is there."""

BOT = Profile("glitterkaktus", "Glitterkaktus", "en", ZONE, Standing.BOT)
