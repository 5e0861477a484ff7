"""Teams that can be named, and to whom a team's award went."""

import sqlalchemy as sa
from alembic import op

from storage.types import JSONText, UTCDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def _no(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), server_default=sa.false(), nullable=False)


def _partial(name: str, table: str, columns: list[str], where: str, *, unique: bool) -> None:
    op.create_index(
        name,
        table,
        columns,
        unique=unique,
        sqlite_where=sa.text(where),
        postgresql_where=sa.text(where),
    )


def upgrade() -> None:
    with op.batch_alter_table("team") as team:
        team.drop_constraint(op.f("uq_team_workspace_id_name"), type_="unique")
        team.add_column(sa.Column("aliases", JSONText(), server_default="[]", nullable=False))
        team.add_column(_no("cacti_to_all"))
        team.add_column(sa.Column("group_id", sa.Text(), nullable=True))
        team.add_column(sa.Column("removed_at", UTCDateTime(), nullable=True))
    _partial("uq_team_name", "team", ["workspace_id", "name"], "removed_at IS NULL", unique=True)
    op.create_index(op.f("ix_team_member_member_id"), "team_member", ["member_id"])
    op.create_table(
        "team_key",
        sa.Column("workspace_id", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("team_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_team_key_workspace_id_workspace")
        ),
        sa.ForeignKeyConstraint(["team_id"], ["team.id"], name=op.f("fk_team_key_team_id_team")),
        sa.PrimaryKeyConstraint("workspace_id", "key", "team_id", name=op.f("pk_team_key")),
    )
    op.create_table(
        "award_member",
        sa.Column("award_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["award_id"], ["award.id"], name=op.f("fk_award_member_award_id_award")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_award_member_member_id_member")
        ),
        sa.PrimaryKeyConstraint("award_id", "member_id", name=op.f("pk_award_member")),
    )
    op.create_index(op.f("ix_award_member_member_id"), "award_member", ["member_id"])
    given = ["team_id", "giver_id", "given_at"]
    _partial("ix_award_team", "award", given, "team_id IS NOT NULL", unique=False)
    with op.batch_alter_table("followup") as followup:
        followup.add_column(_no("untaken"))


def downgrade() -> None:
    with op.batch_alter_table("followup") as followup:
        followup.drop_column("untaken")
    op.drop_index("ix_award_team", "award")
    op.drop_index(op.f("ix_award_member_member_id"), "award_member")
    op.drop_table("award_member")
    op.drop_table("team_key")
    op.drop_index(op.f("ix_team_member_member_id"), "team_member")
    op.drop_index("uq_team_name", "team")
    with op.batch_alter_table("team") as team:
        for name in ("removed_at", "group_id", "cacti_to_all", "aliases"):
            team.drop_column(name)
        team.create_unique_constraint(op.f("uq_team_workspace_id_name"), ["workspace_id", "name"])
