"""Old messages that tell of no award of their own are found, workspace by workspace."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

OLD = sa.text("award_id IS NULL AND finished_at IS NOT NULL")


def upgrade() -> None:
    op.create_index(
        "ix_delivery_of_no_award",
        "delivery",
        ["workspace_id", "finished_at"],
        sqlite_where=OLD,
        postgresql_where=OLD,
    )


def downgrade() -> None:
    op.drop_index("ix_delivery_of_no_award", "delivery")
