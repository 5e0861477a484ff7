"""People as Slack describes them."""

from collections.abc import Mapping
from typing import Any

from adapters.slack.words import clean
from bot.model import Profile, Rank, Standing

SLACKBOT = "USLACKBOT"


def profile_of(user: Mapping[str, Any], team_id: str) -> Profile:
    """A profile from a user object, as seen from `team_id`. Raises KeyError without an id.

    https://docs.slack.dev/reference/objects/user-object
    """
    shown = user.get("profile") or {}
    name = (
        shown.get("display_name")
        or shown.get("real_name")
        or user.get("real_name")
        or user.get("name")
    )
    return Profile(
        account=clean(user["id"]),
        name=clean(str(name or "")),
        locale=clean(str(user.get("locale") or "")),
        zone=clean(str(user.get("tz") or "")),
        standing=_standing(user, team_id),
        rank=_rank(user),
    )


def _rank(user: Mapping[str, Any]) -> Rank | None:
    if user.get("is_primary_owner"):
        return Rank.OWNER
    if user.get("is_admin") or user.get("is_owner"):
        return Rank.ADMIN
    return Rank.MEMBER if "is_admin" in user else None


def _standing(user: Mapping[str, Any], team_id: str) -> Standing:
    if user.get("deleted"):
        return Standing.DEACTIVATED
    if user.get("is_bot") or user["id"] == SLACKBOT:
        return Standing.BOT
    if user.get("is_stranger") or not _belongs(user, team_id):
        return Standing.STRANGER
    if user.get("is_restricted") or user.get("is_ultra_restricted"):
        return Standing.STRANGER
    return Standing.ACTIVE


def _belongs(user: Mapping[str, Any], team_id: str) -> bool:
    # On Enterprise Grid the home team differs, and the workspaces are listed beside it.
    teams = (user.get("enterprise_user") or {}).get("teams") or ()
    return user.get("team_id") in (None, team_id) or team_id in teams
