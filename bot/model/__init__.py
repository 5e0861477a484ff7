"""The nouns of the product, as plain values."""

from bot.model.awards import Award, Kind, Side, Source
from bot.model.cases import Event, Followup, Move, Role, State
from bot.model.deliveries import DeliveryStatus, Verb
from bot.model.people import (
    ByName,
    Duty,
    Member,
    Naming,
    OptIn,
    Power,
    Profile,
    Rank,
    Reader,
    Standing,
    Team,
)
from bot.model.places import Place, PlaceKind
from bot.model.weeks import Digest, DigestStatus, IsoWeek, Plan
from bot.model.workspaces import Settings, Workspace

__all__ = [
    "Award",
    "ByName",
    "DeliveryStatus",
    "Digest",
    "DigestStatus",
    "Duty",
    "Event",
    "Followup",
    "IsoWeek",
    "Kind",
    "Member",
    "Move",
    "Naming",
    "OptIn",
    "Place",
    "PlaceKind",
    "Plan",
    "Power",
    "Profile",
    "Rank",
    "Reader",
    "Role",
    "Settings",
    "Side",
    "Source",
    "Standing",
    "State",
    "Team",
    "Verb",
    "Workspace",
]
