"""Who is who, as far as Teams has told since the start: names, and Entra object ids."""

MOST = 50_000
"""People kept in memory; whoever is forgotten is asked for again."""


class Directory:
    """Filled from senders and rosters only: what a mention says is typed by somebody else."""

    def __init__(self) -> None:
        self._names: dict[tuple[str, str], str] = {}
        self._accounts: dict[tuple[str, str], str] = {}
        self._object_ids: dict[tuple[str, str], str] = {}

    def saw(self, workspace_id: str, account: str, name: str, object_id: str) -> None:
        """ "" where something was not told."""
        if max(len(self._names), len(self._accounts)) >= MOST:
            self._names.clear()
            self._accounts.clear()
            self._object_ids.clear()
        if account and name:
            self._names[workspace_id, account] = name
        if account and object_id:
            self._accounts[workspace_id, object_id.lower()] = account
            self._object_ids[workspace_id, account] = object_id.lower()

    def name(self, workspace_id: str, account: str) -> str:
        """ "" where nobody has told."""
        return self._names.get((workspace_id, account), "")

    def account(self, workspace_id: str, object_id: str) -> str:
        """ "" where nobody has told."""
        return self._accounts.get((workspace_id, object_id.lower()), "")

    def object_id(self, workspace_id: str, account: str) -> str:
        """ "" where nobody has told."""
        return self._object_ids.get((workspace_id, account), "")
