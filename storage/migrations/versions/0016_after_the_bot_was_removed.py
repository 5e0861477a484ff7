"""When what a workspace left behind has gone; and what points to what goes is found quickly."""

import sqlalchemy as sa
from alembic import op

from storage.types import UTCDateTime

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

_TARGETED = sa.text("target_id IS NOT NULL")


def upgrade() -> None:
    op.add_column("workspace", sa.Column("emptied_at", UTCDateTime(), nullable=True))
    op.create_index(
        "ix_delivery_target_id",
        "delivery",
        ["target_id"],
        sqlite_where=_TARGETED,
        postgresql_where=_TARGETED,
    )
    op.create_index("ix_followup_event_actor_id", "followup_event", ["actor_id"])


def downgrade() -> None:
    op.drop_index("ix_followup_event_actor_id", "followup_event")
    op.drop_index("ix_delivery_target_id", "delivery")
    with op.batch_alter_table("workspace") as workspace:
        workspace.drop_column("emptied_at")
