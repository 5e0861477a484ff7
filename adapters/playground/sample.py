"""A year of a small chain of shops, for trying out history, highlights and export."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from random import Random
from zoneinfo import ZoneInfo

from adapters.clock import SystemClock
from adapters.playground.people import CHANNELS, COMPANY, HR, SIX, WORKSPACE, ZONE
from bot.errors import OperatorError
from bot.heard import Installed
from bot.memory import NewAward, Store, Unit
from bot.model import (
    Duty,
    Followup,
    IsoWeek,
    Kind,
    Place,
    Profile,
    Settings,
    Source,
    Standing,
    State,
)
from bot.teams import fold
from bot.values import dataclass
from bot.weeks import following, local_date, week_of

SEED = 2026
DAYS = 365
SATURDAY, SUNDAY = 6, 7

OTHERS = (
    "Agnes Holm sv, Elsa Nyström sv, Hugo Ek sv, Nils Dahl sv, Saga Åkerman sv, Alva Sund sv, "
    "Oskar Björk sv, Tuva Hedin sv, Vera Lund sv, Ludvig Rask sv, Ines Palm sv, Samir Haddad sv, "
    "Ingrid Solheim nb, Lars Moen nb, Nora Vik nb, Sondre Aas nb, Thea Nygård nb, Jonas Lie nb, "
    "Sara Bakken nb, Emil Strand nb, Eero Mäkinen fi, Helmi Laine fi, Onni Korhonen fi, "
    "Siiri Heikkilä fi, Väinö Salo fi, Aada Niemi fi, Leo Rantanen fi, Venla Koski fi, "
    "Freja Holst en, Malte Bruun en, Arjun Mehta en, Grace Okafor en, Tom Whelan en, Mei Chen en"
)
ZONES = {"sv": ZONE, "nb": "Europe/Oslo", "fi": "Europe/Helsinki", "en": "Europe/Copenhagen"}

PRAISE = {
    "sv": (
        "stannade kvar för kunden som letade efter balsamico",
        "såg att kön växte och öppnade en kassa till utan att någon bad om det",
        "lugnade en kund som fått fel vara, och det slutade med ett skratt",
        "visade den nya kollegan hela lagret, steg för steg",
        "ringde upp kunden i Umeå och löste returen på fem minuter",
        "hälsar på alla som kommer in, varje morgon",
        "tog min kväll när barnet blev sjukt",
        "fick ordning på hyllan som ingen hittade i",
    ),
    "nb": (
        "fulgte kunden helt fram til hylla i stedet for å peke",
        "tok telefonen da alle andre hadde det travelt",
        "oppdaget feil pris før noen kunde gjorde det",
        "ryddet varemottaket så fint at alle finner fram",
        "var tålmodig med en kunde som var helt fortvilet",
        "lærte meg kassa på én formiddag",
    ),
    "fi": (
        "jäi auttamaan asiakasta vielä sulkemisajan jälkeen",
        "huomasi jonon ja avasi toisen kassan",
        "rauhoitti vihaisen asiakkaan ystävällisesti",
        "selitti palautukset niin, että kaikki ymmärsivät",
        "löysi kadonneen lähetyksen ja soitti asiakkaalle",
        "piti taukohuoneen tunnelman hyvänä koko viikon",
    ),
    "en": (
        "answered forty chats on launch day without losing the smile",
        "spotted the wrong label before the pallet left",
        "walked a customer through the whole return on the phone",
        "stayed late so that the truck could leave on time",
        "wrote down how the label printer works, at last",
        "made the new colleague feel welcome on day one",
    ),
}
FROM_CUSTOMERS = {
    "sv": ("den vänligaste kassan i hela stan", "tog sig tid fast det var rusning"),
    "nb": ("hun fant gaven jeg hadde lett etter i ukevis",),
    "fi": ("ystävällisin palvelu pitkään aikaan",),
    "en": ("nobody has ever explained it so clearly to me",),
}
CRITICISM = {
    "sv": (
        "returdisken stod tom mellan tolv och halv ett i tisdags och sex kunder gick",
        "självscanningen hade ingen att fråga i fredags eftermiddag",
    ),
    "nb": ("pallene sto foran branndøra hele onsdagen",),
    "fi": ("puhelimeen ei vastattu maanantaina ennen kymmentä",),
    "en": ("three labels went out without the size on Thursday",),
}
LEAD, TEAM = "ana", "Kassan Umeå"
TILL_LINE = ("kim", "maja", "priya", "bo")
VALUES = ("omtanke", "tempo", "mod", "lag")


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened at a time; `number` names it for good."""

    number: int
    at: datetime


def people() -> list[Profile]:
    """Forty of them: the six of the playground and 34 colleagues."""
    found = [colleague.profile for colleague in SIX]
    for entry in OTHERS.split(", "):
        name, _, language = entry.rpartition(" ")
        account = name.lower().replace(" ", ".")
        found.append(Profile(account, name, language, ZONES[language], Standing.ACTIVE))
    return found


def moments(now: datetime) -> Iterator[Moment]:
    """The times of a year of awards up to `now`, oldest first: busier before Christmas."""
    chance, number = Random(SEED), 0  # noqa: S311 (a story, not a secret)
    start = (now - timedelta(days=DAYS)).astimezone(ZoneInfo(ZONE)).date()
    for offset in range(DAYS):
        day = start + timedelta(days=offset)
        if day.isoweekday() == SUNDAY:
            continue
        busy = 5 if day.isoweekday() < SATURDAY else 2
        for _ in range(chance.randint(1, busy + 3 * (day.month == 12))):
            clock = time(chance.randint(8, 17), chance.randint(0, 59), chance.randint(0, 59))
            number += 1
            yield Moment(number, datetime.combine(day, clock, ZoneInfo(ZONE)))


class Then:
    """A clock that stands where it is put. Implements `bot.ports.Clock`."""

    def __init__(self) -> None:
        self.moment = SystemClock().now()

    def now(self) -> datetime:
        return self.moment


Track = Callable[[Sequence[Moment]], Iterable[Moment]]


def fill(store: Store, clock: Then, track: Track) -> int:
    """Let the year pass in a store that lives by `clock`; how many awards were given.

    Raises OperatorError where it has passed already.
    """
    last = following(week_of(local_date(clock.moment, ZONE)), -1)
    year = list(moments(clock.moment))
    store.run_now(partial(settle_in, last_week=last))
    if store.run_now(is_there):
        raise OperatorError("The sample history is there already; nothing was added.")
    for moment in track(year):
        clock.moment = moment.at.astimezone(UTC)
        store.run_now(partial(happen, moment=moment))
    return len(year)


def settle_in(unit: Unit, last_week: IsoWeek) -> None:
    """The workspace and its forty people."""
    channel = Place.channel(next(iter(CHANNELS))).key
    seen = Installed(WORKSPACE, COMPANY, highlights_channel=channel)
    unit.workspaces.install(seen, Settings(highlights_channel=channel), last_week)
    unit.members.put(WORKSPACE, people())
    known = unit.members.find(WORKSPACE, [HR, LEAD, *TILL_LINE])
    unit.members.give_duty(known[HR].id, Duty.HR)
    unit.members.give_duty(known[LEAD].id, Duty.ADMIN)
    if unit.teams.named(WORKSPACE, [fold(TEAM)]):
        return
    till_line = unit.teams.add(WORKSPACE, TEAM)
    unit.teams.save(replace(till_line, lead_id=known[LEAD].id))
    unit.teams.join(till_line.id, [known[account].id for account in TILL_LINE])


def is_there(unit: Unit) -> bool:
    return bool(unit.awards.by_ref(WORKSPACE, _ref(1)))


def happen(unit: Unit, moment: Moment) -> None:
    """One award of the year; the same one at every run. `unit.now` is its time."""
    chance = Random(SEED * 100_000 + moment.number)  # noqa: S311
    profiles = people()
    giver, receiver = chance.sample(profiles, 2)
    members = unit.members.find(WORKSPACE, [giver.account, receiver.account])
    language = giver.locale[:2]
    kind = Kind.CACTUS if chance.random() < 0.05 else Kind.GLITTER
    source = Source.CUSTOMER if kind is Kind.GLITTER and chance.random() < 0.1 else Source.COLLEAGUE
    words = CRITICISM if kind is Kind.CACTUS else PRAISE
    if source is Source.CUSTOMER:
        words = FROM_CUSTOMERS
    channel = chance.choice(list(CHANNELS))
    new = NewAward(
        WORKSPACE,
        kind,
        members[giver.account].id,
        members[receiver.account].id,
        chance.choice(words[language]),
        (chance.choice(VALUES),) if kind is Kind.GLITTER and chance.random() < 0.4 else (),
        source,
        Place.channel(channel, channel),
        _ref(moment.number),
    )
    award_id = unit.awards.add([new])[0]
    if kind is Kind.CACTUS:
        owner = members[receiver.account].id
        unit.followups.add(_case(award_id, owner, unit.now, chance))


def _case(award_id: int, owner: int, at: datetime, chance: Random) -> Followup:
    """A cactus that arrived; most were answered within days, and many bloomed."""
    came = Followup(award_id, WORKSPACE, State.OPEN, owner, None, delivered_at=at)
    if chance.random() < 0.15:
        return replace(came, due_at=at + timedelta(days=5))
    answered = at + timedelta(hours=chance.choice((3, 20, 26, 50, 75, 170)))
    if chance.random() < 0.4:
        due = answered + timedelta(days=14)
        return replace(came, state=State.ACKNOWLEDGED, answered_at=answered, due_at=due)
    ended = answered + timedelta(days=chance.randint(1, 12))
    return replace(came, state=State.BLOOMED, answered_at=answered, ended_at=ended)


def _ref(number: int) -> str:
    return f"sample:{number}"
