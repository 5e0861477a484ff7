"""What opens a workspace is kept sealed; who has a say on the platform is known."""

import sqlalchemy as sa
from alembic import op

from storage.types import UTCDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "credential",
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False),
        sa.Column("renew_at", UTCDateTime(), nullable=True),
        sa.Column("kept_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("holder", name=op.f("pk_credential")),
    )
    op.create_table(
        "spent",
        sa.Column("ticket", sa.Text(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("ticket", name=op.f("pk_spent")),
    )
    op.create_index(op.f("ix_spent_at"), "spent", ["at"])
    with op.batch_alter_table("installation") as installation:
        installation.add_column(sa.Column("holder", sa.Text(), server_default="", nullable=False))
    with op.batch_alter_table("member") as member:
        member.add_column(sa.Column("rank", sa.Text(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("member") as member:
        member.drop_column("rank")
    with op.batch_alter_table("installation") as installation:
        installation.drop_column("holder")
    op.drop_index(op.f("ix_spent_at"), "spent")
    op.drop_table("spent")
    op.drop_table("credential")
