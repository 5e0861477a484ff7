"""The environment, read once and checked: each bad value stops the start with one sentence."""

from typing import Annotated, Literal, Self, get_args, get_origin
from urllib.parse import urlsplit
from uuid import UUID

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.errors import OperatorError

MICROSOFT_OPENID = "https://login.botframework.com/v1/.well-known/openidconfiguration"
MICROSOFT_LOGIN = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token"
MICROSOFT_GRAPH = "https://graph.microsoft.com/v1.0"

LONGEST_SHOWN = 12
"""Characters: no secret is as short."""

Listed = Annotated[tuple[str, ...], NoDecode]


class Environment(BaseSettings):
    """Every setting that design and README name; nothing else is read from the environment."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    database_url: str = "sqlite:///glitter.db"
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=0, le=65535)
    public_url: str | None = None
    secret_key: Listed = ()
    """Newest first."""

    slack_signing_secret: str | None = None
    slack_bot_token: str | None = None
    slack_client_id: str | None = None
    slack_client_secret: str | None = None
    slack_app_token: str | None = None
    slack_api_url: str = "https://slack.com/api/"

    teams_app_id: str | None = None
    teams_app_password: str | None = None
    teams_tenant_id: Listed = ()
    teams_openid_url: str = MICROSOFT_OPENID
    teams_token_url: str = MICROSOFT_LOGIN
    """May hold `{tenant}`."""
    teams_service_urls: Listed = ()
    teams_install_app: UUID | None = None
    """The app's id in the organisation's catalogue; None: people get it otherwise."""
    teams_graph_url: str = MICROSOFT_GRAPH

    playground: bool | None = None
    cactus_hold_minutes: int = Field(default=10, ge=0, le=24 * 60)
    cactus_working_hours: bool = True
    daily_glitter_limit: int = Field(default=20, ge=0)
    daily_cactus_limit: int = Field(default=2, ge=0)
    log_format: Literal["console", "json"] = "console"
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @field_validator("teams_install_app", mode="before")
    @classmethod
    def _is_app(cls, value: object) -> object:
        try:
            return UUID(str(value)) if value is not None else None
        except ValueError:
            raise ValueError(
                "is no app's id; the Teams admin centre shows it, such as"
                " 5a1f6a5e-7c1b-4d52-9f0e-2f1f6f2f9a10"
            ) from None

    @field_validator("*", mode="before")
    @classmethod
    def _not_blank(cls, value: object) -> object:
        # What is declared below runs before this: lists are split by then.
        words = value if isinstance(value, tuple) else (value,)
        if any(isinstance(word, str) and not word.strip() for word in words):
            raise ValueError("is blank; give it a value or remove it")
        return value

    @field_validator("secret_key", "teams_tenant_id", "teams_service_urls", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(","))
        return value

    @field_validator("secret_key", mode="after")
    @classmethod
    def _long_enough(cls, keys: tuple[str, ...]) -> tuple[str, ...]:
        if any(len(key) < 32 for key in keys):
            raise ValueError("needs at least 32 characters in each key")
        return keys

    @field_validator(
        "public_url",
        "slack_api_url",
        "teams_openid_url",
        "teams_token_url",
        "teams_graph_url",
        mode="after",
    )
    @classmethod
    def _is_url(cls, url: str | None) -> str | None:
        if url is not None:
            _check_url(url)
        return url

    @field_validator("teams_service_urls", mode="after")
    @classmethod
    def _are_origins(cls, urls: tuple[str, ...]) -> tuple[str, ...]:
        for url in urls:
            _check_url(url)
        return tuple(url.rstrip("/") for url in urls)

    @model_validator(mode="after")
    def _belong_together(self) -> Self:
        self._check_slack()
        teams = (self.teams_app_id, self.teams_app_password, self.teams_tenant_id or None)
        if any(teams) and not all(teams):
            raise ValueError(
                "TEAMS_APP_ID, TEAMS_APP_PASSWORD and TEAMS_TENANT_ID go together; set all three"
            )
        if self.playground and (self.slack_on or self.teams_on):
            raise ValueError("PLAYGROUND has no sign-in, so it must be off beside Slack or Teams")
        if (self.slack_on or self.teams_on) and not self.secret_key:
            raise ValueError("SECRET_KEY is required with Slack or Teams: 32 characters or more")
        return self

    def _check_slack(self) -> None:
        if (self.slack_client_id is None) != (self.slack_client_secret is None):
            raise ValueError("SLACK_CLIENT_ID and SLACK_CLIENT_SECRET go together; set both")
        comes_in = self.slack_signing_secret or self.slack_app_token
        if comes_in and not self.slack_on:
            raise ValueError(
                "SLACK_SIGNING_SECRET and SLACK_APP_TOKEN need SLACK_BOT_TOKEN beside them, or"
                " SLACK_CLIENT_ID and SLACK_CLIENT_SECRET for many workspaces"
            )
        if self.slack_on and not comes_in:
            raise ValueError(
                "SLACK_BOT_TOKEN and SLACK_CLIENT_ID need SLACK_SIGNING_SECRET beside them, or"
                " SLACK_APP_TOKEN for Socket Mode"
            )
        if self.slack_client_id and not self.public_url:
            raise ValueError("PUBLIC_URL is needed with SLACK_CLIENT_ID: browsers come back to it")

    @property
    def slack_on(self) -> bool:
        return self.slack_bot_token is not None or self.slack_client_id is not None

    @property
    def teams_on(self) -> bool:
        return self.teams_app_id is not None

    @property
    def playground_on(self) -> bool:
        if self.playground is None:
            return not (self.slack_on or self.teams_on)
        return self.playground


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.username:
        raise ValueError("is not a web address; write it like https://bot.example.com")


def _wrong(name: str, value: object) -> str:
    """What the setting should be, and what stands there unless it could be a pasted secret."""
    field = Environment.model_fields[name]
    limits = {type(limit).__name__: limit for limit in field.metadata}
    if choices := get_args(field.annotation) if get_origin(field.annotation) is Literal else ():
        wanted = f"{', '.join(choices[:-1])} or {choices[-1]}"
    elif field.annotation is int:
        upto = f" to {limits['Le'].le}" if "Le" in limits else " upwards"
        wanted = f"a whole number from {limits['Ge'].ge}{upto}"
    else:
        wanted = "on or off"
    shown = f", and is “{value}”" if len(str(value)) <= LONGEST_SHOWN else ""
    return f"should be {wanted}{shown}"


def read_environment() -> Environment:
    """Raises OperatorError with one sentence that names the first bad setting."""
    try:
        return Environment()
    except ValidationError as error:
        first = error.errors()[0]
        ours = first["type"] == "value_error"
        name = str(first["loc"][0]) if first["loc"] else ""
        reason = str(first["ctx"]["error"]) if ours else _wrong(name, first["input"])
        sentence = f"{name.upper()}: {reason}" if name else reason
        raise OperatorError(f"{sentence}.") from None
