"""The service tip of the week: a small thing to do, about seeing people."""

from bot.model import IsoWeek
from bot.weeks import first_day

TIPS = 52
"""As many stand in `languages/tips.*.ftl`, from `tip-01` on."""
_DAYS = 7


def tip_of(week: IsoWeek) -> str:
    """The text id of a week's tip.

    Weeks are counted on across the years, so that all tips come before any comes again, also
    where a year has 53 weeks.
    """
    weeks = first_day(week).toordinal() // _DAYS
    return f"tip-{weeks % TIPS + 1:02}"
