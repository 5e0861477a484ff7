"""What is recent lies apart in the indexes by person, so that adding to them stays cheap."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index("ix_award_giver", "award")
    op.drop_index("ix_award_receiver", "award")
    op.add_column(
        "award", sa.Column("recent", sa.Boolean(), nullable=False, server_default=sa.false())
    )
    op.create_index("ix_award_giver", "award", ["recent", "giver_id", "kind", "given_at"])
    op.create_index("ix_award_receiver", "award", ["recent", "receiver_id", "given_at"])


def downgrade() -> None:
    op.drop_index("ix_award_receiver", "award")
    op.drop_index("ix_award_giver", "award")
    op.drop_column("award", "recent")
    op.create_index("ix_award_giver", "award", ["giver_id", "kind", "given_at"])
    op.create_index("ix_award_receiver", "award", ["receiver_id", "given_at"])
