"""A list that is sorted by state finds the cacti of each."""

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_followup_state", "followup", ["workspace_id", "state"])


def downgrade() -> None:
    op.drop_index("ix_followup_state", "followup")
