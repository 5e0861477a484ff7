"""Glitter can be given for a message, and remembers where that stands."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("award") as award:
        award.add_column(sa.Column("link", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("award") as award:
        award.drop_column("link")
