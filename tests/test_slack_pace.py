"""Slack takes one message a second in each channel: here nobody lets the product go faster."""

from itertools import pairwise

from bot.model import Verb
from storage import tables
from tests.drivers.slack import SlackChat
from tests.product import SECRET, Running


def test_a_channel_gets_at_most_one_message_a_second(database_file: str) -> None:
    with SlackChat() as chat:
        for account in ("ana", "bo", "kim"):
            chat.join(account, account.title())
        settings = {**chat.environment, "SECRET_KEY": SECRET, "DATABASE_URL": database_file}
        product = Running(settings, lambda _: None)
        chat.connect(product.base_url, lambda: None)
        for reason in ("the calm release", "the good coffee", "the open till"):
            chat.say("ana", f"/glitter @bo {reason}")
        product.settle()
        with product.product.database.snapshot() as connection:
            found = connection.execute(tables.DELIVERY.select().order_by(tables.DELIVERY.c.id))
            sent = [row for row in found if row.place.startswith("channel:")]
        product.close()
    assert [row.verb for row in sent] == [Verb.POST] * 3
    # A message is taken this long after the one before it has been answered.
    waits = [(after.finished_at - before.finished_at) for before, after in pairwise(sent)]
    assert min(wait.total_seconds() for wait in waits) >= 1
