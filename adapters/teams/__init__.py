"""Microsoft Teams."""

from adapters.teams.edge import TeamsEdge

__all__ = ["TeamsEdge"]
