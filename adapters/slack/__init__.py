"""Slack: one workspace by its bot token, over the Events API."""

from adapters.slack.edge import SlackEdge

__all__ = ["SlackEdge"]
