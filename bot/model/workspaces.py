"""A workspace, and what its people have decided."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from bot.model.people import Reader
from bot.values import dataclass


class Settings(SQLModel):
    """What the people of a workspace have decided. Limits: 0 means none."""

    model_config = {"frozen": True, "extra": "ignore"}

    language: str = "en"
    zone: str = "Europe/Stockholm"
    highlights_channel: str | None = None
    highlights_weekday: int = Field(default=5, ge=1, le=7)
    """ISO: Monday is 1."""
    highlights_hour: int = Field(default=15, ge=0, le=23)
    glitter_channel: str | None = None
    """None: glitter is posted where it was given."""
    daily_glitter_limit: int = Field(default=20, ge=0)
    daily_cactus_limit: int = Field(default=2, ge=0)
    cactus_hold_minutes: int = Field(default=10, ge=0, le=24 * 60)
    cactus_working_hours: bool = True
    cactus_on: bool = True
    values: tuple[str, ...] = ()
    """What the house stands for; the glitter form offers them as tags."""
    cactus_months: int = Field(default=12, ge=1, le=60)
    """After so long a cactus leaves the records. Five years is the most."""
    glitter_months: int = Field(default=24, ge=1, le=60)
    receivers_opt_in: bool = False
    """A cactus reaches only those who have agreed to get cacti."""
    two_person_exports: bool = False
    """Exports with cacti wait until a second HR person agrees."""
    emoji: tuple[str, ...] = ("glitter",)
    """Reactions that give glitter for the message they are put on."""
    reaction_replies: bool = False
    """Such glitter is told in a word below the message. Not: to its author alone."""
    answer_days: int = Field(default=3, ge=1, le=30)
    """Working days within which a cactus is to be answered."""
    holidays: str | None = None
    """SE, NO, FI or DK: the public holidays that are no working days."""
    policy_link: str = ""
    """Where the house says what it does against victimisation; shown with what was reported."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """`id` is written `slack:T1`, `teams:<tenant>` or `playground:demo`."""

    id: str
    name: str
    settings: Settings
    suspended_at: datetime | None = None

    @property
    def reader(self) -> Reader:
        return Reader(self.settings.language, self.settings.zone)
