"""What the people of a workspace decide, checked, saved and audited."""

from typing import Any

from pydantic import ValidationError

from bot import digests, homes, texts, weeks
from bot.errors import OperatorError
from bot.links import LONGEST, web_address
from bot.memory import Unit
from bot.model import Settings, Workspace
from bot.working_days import COUNTRIES

ON_PAGES = frozenset({"cactus_on", "language", "receivers_opt_in", "zone"})
"""Settings that everybody's home page shows in one way or another."""


def change_settings(unit: Unit, workspace_id: str, given: dict[str, Any], actor: str) -> None:
    """Save and audit changed settings. Raises OperatorError for a value that cannot be."""
    known = known_workspace(unit, workspace_id)
    settings = checked(known.settings, given)
    last = unit.workspaces.last_week(workspace_id)
    unit.workspaces.set_settings(workspace_id, settings, digests.next_due(last, settings))
    unit.audit.add(workspace_id, actor, "settings", given)
    changed = Workspace(known.id, known.name, settings, known.suspended_at)
    digests.post_blocked(unit, changed)
    if given.keys() & ON_PAGES:
        homes.renew_all(unit, changed)


def checked(settings: Settings, given: dict[str, Any]) -> Settings:
    """`settings` with the changes. Raises OperatorError for a value that cannot be."""
    if "zone" in given and not weeks.is_zone(given["zone"]):
        raise OperatorError(f"{given['zone']} is not a time zone; write it like Europe/Helsinki.")
    if given.get("language", "en") not in texts.LANGUAGES:
        raise OperatorError("I speak en, sv, nb and fi; choose one of them.")
    if (country := given.get("holidays")) not in (None, *COUNTRIES):
        raise OperatorError(f"I know no holidays of {country}; choose {', '.join(COUNTRIES)}.")
    if link := given.get("policy_link"):
        given = {**given, "policy_link": _address(link)}
    try:
        return Settings.model_validate({**settings.model_dump(), **given})
    except ValidationError as error:
        raise OperatorError(_sentence(error)) from None


def _address(typed: str) -> str:
    if address := web_address(typed):
        return address
    raise OperatorError(
        "The link to a policy is a whole address like https://intranet.example.com/respect: "
        f"https, no name or password in it, and {LONGEST} characters at most."
    )


def _sentence(error: ValidationError) -> str:
    """What the first value must not pass: only numbers can be wrong here."""
    first = error.errors()[0]
    name, bound = str(first["loc"][0]).replace("_", " "), first["ctx"]
    fits = f"the most is {bound['le']}" if "le" in bound else f"the least is {bound['ge']}"
    return f"{name} cannot be {first['input']}; {fits}."


def known_workspace(unit: Unit, workspace_id: str) -> Workspace:
    """Raises OperatorError, with those that are known, where there is no such workspace."""
    if found := unit.workspaces.get(workspace_id):
        return found
    known = ", ".join(one.id for one in unit.workspaces.all()) or "none yet; run the bot first"
    raise OperatorError(f"There is no workspace {workspace_id}. Known: {known}.")
