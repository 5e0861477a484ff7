"""Slack: one workspace by its bot token, many by OAuth; over HTTP or a socket."""

from adapters.slack.edge import SlackEdge

__all__ = ["SlackEdge"]
