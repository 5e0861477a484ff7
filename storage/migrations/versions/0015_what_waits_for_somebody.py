"""What could not be brought to somebody is found when they come."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

BLOCKED = sa.text("status = 'blocked'")


def upgrade() -> None:
    op.create_index(
        "ix_delivery_blocked",
        "delivery",
        ["workspace_id", "place"],
        sqlite_where=BLOCKED,
        postgresql_where=BLOCKED,
    )


def downgrade() -> None:
    op.drop_index("ix_delivery_blocked", "delivery")
