"""Working hours, absences and mutes: what protects the people of a cactus."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from bot import followups, homes, people
from bot.cleaning import clean
from bot.errors import Refusal
from bot.memory import Unit
from bot.messages import Message, Notice
from bot.model import Duty, Member, Standing
from bot.scene import Scene
from bot.weeks import DAY, local_date, to_utc

LONGEST_ABSENCE = timedelta(days=400)
LONGEST_MUTE = 365
_SPAN = re.compile(r"(\d{4}-\d\d-\d\d)\s*(?:\.\.|-|–|to)\s*(\d{4}-\d\d-\d\d)")
_HOURS = re.compile(r"(\d{1,2})(?::00)?\s*(?:-|–|\.\.)\s*(\d{1,2})(?::00)?")
_DAYS = re.compile(r"(\d{1,3})\s*d?\b\s*(.*)", re.DOTALL)


def away(scene: Scene, text: str, named: Sequence[Member]) -> Message:
    """`away 2026-07-01..2026-07-31 @kim`: new and open cacti go to Kim. Raises Refusal."""
    found = _SPAN.search(text)
    if found is None or len(named) != 1:
        raise Refusal("away-how")
    stand_in = named[0]
    if stand_in.id == scene.speaker.id or stand_in.standing is not Standing.ACTIVE:
        raise Refusal("heir")
    try:
        first, last = date.fromisoformat(found[1]), date.fromisoformat(found[2])
    except ValueError:
        raise Refusal("away-how") from None
    zone = people.zone(scene.speaker, scene.workspace)
    if not first <= last <= first + LONGEST_ABSENCE or last < local_date(scene.unit.now, zone):
        raise Refusal("away-how")
    starts = to_utc(datetime.combine(first, time()), zone)
    ends = to_utc(datetime.combine(last + DAY, time()), zone)
    scene.unit.members.be_away(scene.speaker.id, stand_in.id, starts, ends)
    return Notice("away-noted", people.persons([stand_in]), moment=ends)


def back(scene: Scene) -> Message:
    """The speaker is there again, or will not be away after all. Raises Refusal."""
    if not scene.unit.members.end_absences(scene.speaker.id):
        raise Refusal("not-away")
    return Notice("away-ended")


def begin_absences(unit: Unit) -> None:
    """Open cases of whoever has just left go to whoever stands in, so that none waits."""
    for absence in unit.members.absences_begun():
        unit.members.absence_handled(absence.id)
        for followup in unit.followups.owned(absence.member.id):
            followups.hand_to_stand_in(unit, followup)


def hours(scene: Scene, text: str) -> Message:
    """`hours 7-15`: when cacti may reach the speaker, Monday to Friday. Raises Refusal."""
    found = _HOURS.fullmatch(text.strip())
    if found is None:
        raise Refusal("hours-how")
    starts, ends = int(found[1]), int(found[2])
    if not 0 <= starts < ends <= 24:
        raise Refusal("hours-how")
    scene.unit.members.set_hours(scene.speaker.id, starts, ends)
    homes.renew(scene.unit, scene.workspace, [scene.speaker])
    return Notice("hours-noted", detail=f"{starts:02}–{ends:02}")


def mute(scene: Scene, text: str, named: Sequence[Member]) -> Message:
    """`mute @kim 30 reason`: HR takes no cacti from Kim for 30 days. Raises Refusal."""
    if Duty.HR not in scene.unit.members.duties(scene.speaker.id):
        raise Refusal("hr-only")
    found = _DAYS.fullmatch(clean(text).strip())
    if found is None or len(named) != 1 or not found[2].strip() or int(found[1]) > LONGEST_MUTE:
        raise Refusal("mute-how", count=LONGEST_MUTE)
    days, muted = int(found[1]), named[0]
    until = scene.unit.now + timedelta(days=days) if days else None
    scene.unit.members.mute(muted.id, until)
    actor = f"member {scene.speaker.id}"
    details = {"member": muted.id, "days": days, "reason": found[2].strip()}
    scene.unit.audit.add(scene.workspace.id, actor, "mute", details)
    code = "mute-noted" if days else "mute-ended"
    return Notice(code, people.persons([muted]), moment=until)
