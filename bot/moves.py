"""The one table of moves: who may do what with a cactus in which state."""

from bot.errors import Refusal
from bot.model import Followup, Move, Role, State

_HELD, _LIVE = (State.HELD, State.REVIEW), (State.OPEN, State.ACKNOWLEDGED, State.PROMISED)
_TALKING = (*_LIVE, State.DISPUTED, State.OFFERED, State.DONE)

ENDED = frozenset({State.BLOOMED, State.WITHDRAWN, State.CLOSED, State.EXPIRED})
RUNNING = tuple(state for state in State if state not in ENDED)

# In this state, this move belongs to this role and leads to that state.
MOVES: dict[tuple[State, Move, Role], State] = {
    (State.HELD, Move.DELIVER, Role.BOT): State.OPEN,
    (State.HELD, Move.HOLD_BACK, Role.BOT): State.REVIEW,
    (State.HELD, Move.SEND_NOW, Role.GIVER): State.OPEN,
    (State.HELD, Move.EDIT, Role.GIVER): State.HELD,
    (State.REVIEW, Move.RELEASE, Role.HR): State.OPEN,
    (State.REVIEW, Move.STOP, Role.HR): State.CLOSED,
    **{(state, Move.WITHDRAW, Role.GIVER): State.WITHDRAWN for state in (*_HELD, *_TALKING[:-1])},
    **{(state, Move.THANK, Role.OWNER): State.ACKNOWLEDGED for state in (_LIVE[0], State.DISPUTED)},
    **{(state, Move.PROMISE, Role.OWNER): State.PROMISED for state in (*_LIVE, State.DISPUTED)},
    **{(state, Move.DONE, Role.OWNER): State.DONE for state in (*_LIVE, State.DISPUTED)},
    **{(state, Move.DISPUTE, Role.OWNER): State.DISPUTED for state in _LIVE},
    **{(state, Move.HAND_OVER, Role.OWNER): State.OFFERED for state in _LIVE},
    **{(state, Move.REPORT, Role.OWNER): State.REPORTED for state in (*_LIVE, State.DISPUTED)},
    **{(state, Move.REPLY, Role.GIVER): state for state in _TALKING},
    **{(state, Move.REPLY, Role.OWNER): state for state in _TALKING[1:]},
    (State.OPEN, Move.REPLY, Role.OWNER): State.ACKNOWLEDGED,
    **{(state, Move.STAND_IN, Role.BOT): State.OPEN for state in _LIVE},
    (State.OFFERED, Move.ACCEPT, Role.HEIR): State.OPEN,
    (State.OFFERED, Move.DECLINE, Role.HEIR): State.OPEN,
    (State.DONE, Move.BLOOM, Role.GIVER): State.BLOOMED,
    (State.DONE, Move.REOPEN, Role.GIVER): State.OPEN,
    (State.REPORTED, Move.RESUME, Role.HR): State.OPEN,
    **{(state, Move.CLOSE, Role.HR): State.CLOSED for state in (*_TALKING, State.REPORTED)},
    **{(state, Move.EXPIRE, Role.BOT): State.EXPIRED for state in RUNNING},
}


def next_state(followup: Followup, move: Move, role: Role) -> State:
    """Where `move` leads. Raises Refusal where this role may not make it now."""
    if state := MOVES.get((followup.state, move, role)):
        if move is Move.REOPEN and followup.reopened:
            raise Refusal("reopened-once")
        return state
    if any(role == other for _, of, other in MOVES if of is move):
        raise Refusal("moved-on")
    raise Refusal("not-yours")


def open_to(followup: Followup, role: Role) -> list[Move]:
    """The moves that this role can make now, in the order of the table."""
    found = [move for state, move, whose in MOVES if state is followup.state and whose is role]
    if followup.reopened and Move.REOPEN in found:
        found.remove(Move.REOPEN)
    return [move for move in Move if move in found]
