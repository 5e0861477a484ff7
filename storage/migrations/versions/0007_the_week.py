"""The week: moments, plans, previews, who says "me too", private messages about it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "award_reaction",
        sa.Column("award_id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["award_id"], ["award.id"], name=op.f("fk_award_reaction_award_id_award")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_award_reaction_member_id_member")
        ),
        sa.PrimaryKeyConstraint("award_id", "member_id", name=op.f("pk_award_reaction")),
    )
    op.create_table(
        "digest_plan",
        sa.Column("workspace_id", sa.Text(), nullable=False),
        sa.Column("iso_year", sa.Integer(), nullable=False),
        sa.Column("iso_week", sa.Integer(), nullable=False),
        sa.Column("moment_id", sa.Integer(), nullable=True),
        sa.Column("skip", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_digest_plan_workspace_id_workspace")
        ),
        sa.ForeignKeyConstraint(
            ["moment_id"], ["award.id"], name=op.f("fk_digest_plan_moment_id_award")
        ),
        sa.PrimaryKeyConstraint(
            "workspace_id", "iso_year", "iso_week", name=op.f("pk_digest_plan")
        ),
    )
    with op.batch_alter_table("digest") as digest:
        digest.add_column(sa.Column("moment_id", sa.Integer(), nullable=True))
        digest.create_foreign_key(op.f("fk_digest_moment_id_award"), "award", ["moment_id"], ["id"])
    with op.batch_alter_table("member") as member:
        member.add_column(
            sa.Column("weekly", sa.Boolean(), server_default=sa.true(), nullable=False)
        )
    with op.batch_alter_table("workspace") as workspace:
        workspace.add_column(
            sa.Column("previewed_week", sa.Text(), server_default="", nullable=False)
        )
    op.create_index("ix_followup_workspace", "followup", ["workspace_id", "ended_at"])
    known = sa.text("award_id IS NOT NULL AND ref <> ''")
    op.create_index(
        "ix_delivery_ref", "delivery", ["ref"], sqlite_where=known, postgresql_where=known
    )


def downgrade() -> None:
    op.drop_index("ix_delivery_ref", "delivery")
    op.drop_index("ix_followup_workspace", "followup")
    with op.batch_alter_table("workspace") as workspace:
        workspace.drop_column("previewed_week")
    with op.batch_alter_table("member") as member:
        member.drop_column("weekly")
    with op.batch_alter_table("digest") as digest:
        digest.drop_constraint(op.f("fk_digest_moment_id_award"), type_="foreignkey")
        digest.drop_column("moment_id")
    op.drop_table("digest_plan")
    op.drop_table("award_reaction")
