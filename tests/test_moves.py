"""Every cell of the table of moves: each state, each move, each role, also the forbidden ones."""

from itertools import product

import pytest

from bot.errors import Refusal
from bot.model import Followup, Move, Role, State
from bot.moves import ENDED, MOVES, next_state, open_to

# Written out by hand, state by state, so that the clever table has a plain one beside it.
ALLOWED = """
held          bot    deliver    open
held          bot    hold-back  review
held          bot    expire     expired
held          giver  send-now   open
held          giver  edit       held
held          giver  withdraw   withdrawn
review        giver  withdraw   withdrawn
review        hr     release    open
review        hr     stop       closed
review        bot    expire     expired
open          owner  thank      acknowledged
open          owner  reply      acknowledged
open          owner  promise    promised
open          owner  hand-over  offered
open          owner  dispute    disputed
open          owner  report     reported
open          owner  done       done
open          giver  reply      open
open          giver  withdraw   withdrawn
open          hr     close      closed
open          bot    expire     expired
open          bot    stand-in   open
acknowledged  owner  reply      acknowledged
acknowledged  owner  promise    promised
acknowledged  owner  hand-over  offered
acknowledged  owner  dispute    disputed
acknowledged  owner  report     reported
acknowledged  owner  done       done
acknowledged  giver  reply      acknowledged
acknowledged  giver  withdraw   withdrawn
acknowledged  hr     close      closed
acknowledged  bot    expire     expired
acknowledged  bot    stand-in   open
promised      owner  reply      promised
promised      owner  promise    promised
promised      owner  hand-over  offered
promised      owner  dispute    disputed
promised      owner  report     reported
promised      owner  done       done
promised      giver  reply      promised
promised      giver  withdraw   withdrawn
promised      hr     close      closed
promised      bot    expire     expired
promised      bot    stand-in   open
disputed      owner  thank      acknowledged
disputed      owner  reply      disputed
disputed      owner  promise    promised
disputed      owner  report     reported
disputed      owner  done       done
disputed      giver  reply      disputed
disputed      giver  withdraw   withdrawn
disputed      hr     close      closed
disputed      bot    expire     expired
offered       owner  reply      offered
offered       heir   accept     open
offered       heir   decline    open
offered       giver  reply      offered
offered       giver  withdraw   withdrawn
offered       hr     close      closed
offered       bot    expire     expired
done          owner  reply      done
done          giver  reply      done
done          giver  bloom      bloomed
done          giver  reopen     open
done          hr     close      closed
done          bot    expire     expired
reported      hr     resume     open
reported      hr     close      closed
reported      bot    expire     expired
"""
CELLS = {
    (State(state), Move(move), Role(role)): State(to)
    for state, role, move, to in map(str.split, ALLOWED.strip().splitlines())
}


def case(state: State, *, reopened: bool = False) -> Followup:
    return Followup(1, "slack:T1", state, 2, None, reopened=reopened)


@pytest.mark.parametrize("state", State)
def test_every_cell_is_as_written_by_hand(state: State) -> None:
    for move, role in product(Move, Role):
        wanted = CELLS.get((state, move, role))
        try:
            assert next_state(case(state), move, role) is wanted, (move, role)
        except Refusal:
            assert wanted is None, (move, role)


def test_no_cell_is_left_out_of_either_table() -> None:
    assert MOVES == CELLS


@pytest.mark.parametrize("state", sorted(ENDED))
def test_what_has_ended_stays_ended(state: State) -> None:
    for role in Role:
        assert open_to(case(state), role) == []


def test_a_move_of_somebody_else_and_a_move_too_late_are_told_apart() -> None:
    with pytest.raises(Refusal, match="not-yours"):
        next_state(case(State.OPEN), Move.THANK, Role.GIVER)
    with pytest.raises(Refusal, match="moved-on"):
        next_state(case(State.DONE), Move.THANK, Role.OWNER)


def test_it_is_opened_again_once_only() -> None:
    assert next_state(case(State.DONE), Move.REOPEN, Role.GIVER) is State.OPEN
    with pytest.raises(Refusal, match="reopened-once"):
        next_state(case(State.DONE, reopened=True), Move.REOPEN, Role.GIVER)
    assert Move.REOPEN not in open_to(case(State.DONE, reopened=True), Role.GIVER)


def test_the_owner_of_a_new_cactus_can_do_six_things_and_finish() -> None:
    assert open_to(case(State.OPEN), Role.OWNER) == [
        Move.THANK,
        Move.REPLY,
        Move.PROMISE,
        Move.HAND_OVER,
        Move.DISPUTE,
        Move.REPORT,
        Move.DONE,
    ]
