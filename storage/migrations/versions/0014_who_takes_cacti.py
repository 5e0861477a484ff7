"""Where receivers opt in, each member says whether cacti may reach them."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("member", sa.Column("opt_in", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("member") as member:
        member.drop_column("opt_in")
