"""Members choose whether they get direct messages; their home page is kept up to date."""

import sqlalchemy as sa
from alembic import op

from storage.types import UTCDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("member") as member:
        member.add_column(
            sa.Column("direct_messages", sa.Boolean(), server_default=sa.true(), nullable=False)
        )
        member.add_column(sa.Column("home_opened_at", UTCDateTime(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("member") as member:
        member.drop_column("home_opened_at")
        member.drop_column("direct_messages")
