"""A chat in the browser, for trying the bot without any account."""

from adapters.playground.clock import PlaygroundClock
from adapters.playground.edge import PlaygroundEdge
from adapters.playground.people import Colleague

__all__ = ["Colleague", "PlaygroundClock", "PlaygroundEdge"]
