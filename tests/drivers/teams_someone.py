"""People as Teams, its connector and Entra know them."""

import html
from dataclasses import dataclass
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from bot.model import Standing
from tests.drivers.teams_service import TENANT

OTHER_TENANT = "7f3c1a52-0000-4000-8000-000000000002"


@dataclass(frozen=True)
class Someone:
    account: str
    name: str
    locale: str
    zone: str
    standing: Standing

    @property
    def id(self) -> str:
        return f"{'28' if self.standing is Standing.BOT else '29'}:{self.account}"

    @property
    def object_id(self) -> str:
        """As Entra and the people picker know them."""
        return str(uuid5(NAMESPACE_OID, self.account))

    @property
    def member(self) -> dict[str, Any]:
        """As the connector describes them."""
        home = OTHER_TENANT if self.standing is Standing.STRANGER else TENANT
        return {
            "id": self.id,
            "aadObjectId": self.object_id,
            "name": self.name,
            "tenantId": home,
            "userRole": "user",
        }


def mention(id: str, name: str) -> dict[str, Any]:
    mentioned = {"id": id, "name": name}
    text = f"<at>{html.escape(name, quote=False)}</at>"
    return {"type": "mention", "mentioned": mentioned, "text": text}
