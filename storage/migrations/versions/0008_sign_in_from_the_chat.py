"""The pages: links from the chat that work once, and sessions."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from storage.types import UTCDateTime

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _whose(table: str) -> list[Any]:
    return [
        sa.Column("workspace_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("powers", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f(f"fk_{table}_workspace_id_workspace")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f(f"fk_{table}_member_id_member")
        ),
    ]


def upgrade() -> None:
    op.create_table(
        "sign_in_link",
        sa.Column("token_hash", sa.Text(), nullable=False),
        *_whose("sign_in_link"),
        sa.Column("ends_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_sign_in_link")),
    )
    op.create_table(
        "web_session",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        *_whose("web_session"),
        sa.Column("began_at", UTCDateTime(), nullable=False),
        sa.Column("seen_at", UTCDateTime(), nullable=False),
        sa.Column("ends_at", UTCDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_session")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_web_session_token_hash")),
        sqlite_autoincrement=True,
    )
    for table in ("sign_in_link", "web_session"):
        for column in ("member_id", "ends_at"):
            op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def downgrade() -> None:
    for table in ("web_session", "sign_in_link"):
        for column in ("ends_at", "member_id"):
            op.drop_index(op.f(f"ix_{table}_{column}"), table)
        op.drop_table(table)
