"""What a failed call to Slack means for the message that was to be sent."""

from collections.abc import Mapping
from datetime import timedelta

import aiohttp
import structlog
from slack_sdk.errors import SlackApiError

from bot.outcomes import Again, Blocked, Outcome, Rejected, Revoked, Uncertain

log = structlog.get_logger()

TOO_FAST = frozenset({"rate_limited", "ratelimited"})
"""Counted for each method in each workspace."""
NOT_NOW = frozenset({"message_limit_exceeded", "org_login_required", "team_added_to_org"})
"""The whole workspace has to wait."""
SLACK_BROKE = frozenset({"fatal_error", "internal_error", "request_timeout", "service_unavailable"})
NO_LONGER_OURS = frozenset(
    {
        "account_inactive",
        "app_uninstalled",
        "invalid_auth",
        "no_such_token",
        "not_authed",
        "team_access_not_granted",
        "team_not_found",
        "token_expired",
        "token_revoked",
    }
)
NOT_THERE = frozenset(
    {
        "access_denied",
        "cannot_dm_bot",
        "channel_not_found",
        "ekm_access_denied",
        "is_archived",
        "is_inactive",
        "message_not_found",
        "messages_tab_disabled",
        "method_not_supported_for_channel_type",
        "missing_scope",
        "no_permission",
        "not_enabled",
        "not_in_channel",
        "permission_denied",
        "plan_upgrade_required",
        "restricted_action",
        "restricted_action_non_threadable_channel",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "restricted_action_thread_only_channel",
        "thread_not_found",
        "user_disabled",
        "user_not_found",
        "user_not_visible",
        "users_not_found",
    }
)
NOT_AS_IT_IS = frozenset(
    {
        "block_mismatch",
        "invalid_arguments",
        "invalid_arg_name",
        "invalid_blocks",
        "invalid_blocks_format",
        "markdown_text_conflict",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
        "too_many_attachments",
    }
)
"""The message's own fault: it would be refused anywhere."""
NEVER_CONNECTED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)


class NothingSent(Exception):
    """A question failed on the way to sending; its cause says how."""


def code_of(error: BaseException) -> str:
    """Slack's own word for it (`channel_not_found`), else `http_503` or the error's class."""
    if isinstance(error, NothingSent) and error.__cause__:
        return code_of(error.__cause__)
    if not isinstance(error, SlackApiError):
        return type(error).__name__
    data = getattr(error.response, "data", None)
    code = data.get("error") if isinstance(data, Mapping) else None
    return str(code) if code else f"http_{_status(error)}"


def outcome_of(error: BaseException) -> Outcome:
    """Whether the message may have arrived, and whether sending again can help.

    An error code that Slack gave and that is unknown here counts as `Blocked`: it did not
    arrive, nothing says that it would next time, and somebody hears of it.
    """
    if isinstance(error, NothingSent) and error.__cause__:
        outcome = outcome_of(error.__cause__)
        return Again(outcome.code) if isinstance(outcome, Uncertain) else outcome
    code = code_of(error)
    if isinstance(error, NEVER_CONNECTED):
        return Again(code)
    if not isinstance(error, SlackApiError):
        return Uncertain(code)
    status = _status(error)
    if status == 429 or code in TOO_FAST:
        return Again(code, retry_after(error))
    if code in NOT_NOW:
        return Again(code, retry_after(error), whole_workspace=True)
    if status >= 500 or code in SLACK_BROKE or code == "http_200":
        return Uncertain(code)
    if code in NO_LONGER_OURS:
        return Revoked(code)
    if code in NOT_AS_IT_IS:
        return Rejected(code)
    if code.startswith("http_"):
        return Again(code)
    if code not in NOT_THERE:
        log.warning("slack_code_unknown", code=code)
    return Blocked(code)


def retry_after(error: SlackApiError) -> timedelta | None:
    """The silence that a 429 asks for; None where it does not say."""
    seconds = getattr(error.response, "headers", {}).get("Retry-After", "")
    short = seconds.isdecimal() and len(seconds) < 7
    return timedelta(seconds=int(seconds)) if short else None


def _status(error: SlackApiError) -> int:
    # The library hands over aiohttp's own response where it could not read the body.
    response = error.response
    status = getattr(response, "status_code", None) or getattr(response, "status", None)
    return status if isinstance(status, int) else 0
