
import pytest
from tests.test_scenarios import stage, slack, answered
import tests.test_scenarios as t

@pytest.mark.parametrize("n", range(12))
def test_b(world, stage, n):
    t.test_two_undo_at_once_and_it_is_taken_back_once(world, stage)

@pytest.mark.parametrize("n", range(6))
def test_c(world, stage, n):
    t.test_withdrawn_and_sent_at_once_one_of_them_wins(world, stage)
