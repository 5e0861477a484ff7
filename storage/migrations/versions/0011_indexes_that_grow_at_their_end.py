"""Indexes that an award writes at few places, however long the history is."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

ONE = sa.text("digest_id IS NOT NULL")


def upgrade() -> None:
    op.drop_index("ix_award_receiver", "award")
    op.create_index("ix_award_receiver", "award", ["receiver_id", "given_at"])
    op.drop_index("ix_delivery_digest_id", "delivery")
    op.create_index(
        "ix_delivery_digest_id",
        "delivery",
        ["digest_id"],
        sqlite_where=ONE,
        postgresql_where=ONE,
    )


def downgrade() -> None:
    op.drop_index("ix_delivery_digest_id", "delivery")
    op.create_index("ix_delivery_digest_id", "delivery", ["digest_id"])
    op.drop_index("ix_award_receiver", "award")
    op.create_index("ix_award_receiver", "award", ["receiver_id", "giver_id", "given_at"])
