"""What the heart keeps, and how it asks for it: the storage fills these Protocols in."""

from bot.memory.audit import Audit, Audited
from bot.memory.awards import Awards, Before, NewAward, Tallies
from bot.memory.credentials import Credential, Credentials
from bot.memory.deliveries import Deliveries, Leased, Owed
from bot.memory.digests import Digests
from bot.memory.drafts import Draft, Drafts
from bot.memory.exports import (
    ExportCells,
    ExportFilter,
    ExportJob,
    ExportRow,
    ExportRows,
    Exports,
    ExportStatus,
)
from bot.memory.followups import Followups, Measured
from bot.memory.history import Answered, Entry, Found, History, Mark, Order, WeekCount
from bot.memory.members import Absence, Members
from bot.memory.privacy import Footprint, Hold, Privacy
from bot.memory.store import Store, T, Unit
from bot.memory.teams import PeopleByName, Teams
from bot.memory.visits import Session, SignedIn, Visits
from bot.memory.workspaces import Meeting, Workspaces

__all__ = [
    "Absence",
    "Answered",
    "Audit",
    "Audited",
    "Awards",
    "Before",
    "Credential",
    "Credentials",
    "Deliveries",
    "Digests",
    "Draft",
    "Drafts",
    "Entry",
    "ExportCells",
    "ExportFilter",
    "ExportJob",
    "ExportRow",
    "ExportRows",
    "ExportStatus",
    "Exports",
    "Followups",
    "Footprint",
    "Found",
    "History",
    "Hold",
    "Leased",
    "Mark",
    "Measured",
    "Meeting",
    "Members",
    "NewAward",
    "Order",
    "Owed",
    "PeopleByName",
    "Privacy",
    "Session",
    "SignedIn",
    "Store",
    "T",
    "Tallies",
    "Teams",
    "Unit",
    "Visits",
    "WeekCount",
    "Workspaces",
]
