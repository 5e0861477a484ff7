"""Colleagues without an account, known by their name in a team."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def _references(column: str, table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_by_name_{column}_{table}")
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name)


def upgrade() -> None:
    op.create_table(
        "by_name",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.Column("joined_id", sa.Integer(), nullable=True),
        sa.Column("asked_id", sa.Integer(), nullable=True),
        _references("member_id", "member"),
        _references("workspace_id", "workspace"),
        _references("team_id", "team"),
        _references("joined_id", "member"),
        _references("asked_id", "member"),
        sa.PrimaryKeyConstraint("member_id", name=op.f("pk_by_name")),
        sa.UniqueConstraint(
            "workspace_id", "key", "team_id", name=op.f("uq_by_name_workspace_id_key_team_id")
        ),
    )


def downgrade() -> None:
    op.drop_table("by_name")
