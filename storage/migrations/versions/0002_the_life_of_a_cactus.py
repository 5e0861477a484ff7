"""The life of a cactus: its texts and times, duties, absences, working hours."""

import sqlalchemy as sa
from alembic import op

from storage.types import UTCDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), server_default="", nullable=False)


def _number(name: str, default: int) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), server_default=str(default), nullable=False)


def _moment(name: str) -> sa.Column[sa.DateTime]:
    return sa.Column(name, UTCDateTime(), nullable=True)


def upgrade() -> None:
    op.create_table(
        "absence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("stand_in_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", UTCDateTime(), nullable=False),
        sa.Column("ends_at", UTCDateTime(), nullable=False),
        sa.Column("handled", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_absence_member_id_member")
        ),
        sa.ForeignKeyConstraint(
            ["stand_in_id"], ["member.id"], name=op.f("fk_absence_stand_in_id_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    op.create_index(op.f("ix_absence_member_id"), "absence", ["member_id"])
    op.create_table(
        "duty",
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_duty_member_id_member")
        ),
        sa.PrimaryKeyConstraint("member_id", "duty", name=op.f("pk_duty")),
    )
    with op.batch_alter_table("followup") as followup:
        for name in ("effect", "wish", "side"):
            followup.add_column(_text(name))
        followup.add_column(sa.Column("heir_id", sa.Integer(), nullable=True))
        for name in ("due_at", "delivered_at", "answered_at", "ended_at"):
            followup.add_column(_moment(name))
        followup.add_column(sa.Column("promised_on", sa.Date(), nullable=True))
        followup.add_column(_number("reminded", 0))
        followup.add_column(
            sa.Column("reopened", sa.Boolean(), server_default=sa.false(), nullable=False)
        )
        followup.add_column(_number("moves", 0))
        followup.create_index(op.f("ix_followup_heir_id"), ["heir_id"])
        followup.create_foreign_key(
            op.f("fk_followup_heir_id_member"), "member", ["heir_id"], ["id"]
        )
    with op.batch_alter_table("followup_event") as event:
        event.add_column(_text("note"))
        event.add_column(_text("source_ref"))
    with op.batch_alter_table("member") as member:
        member.add_column(_number("work_starts", 8))
        member.add_column(_number("work_ends", 17))
        member.add_column(_moment("muted_until"))


def downgrade() -> None:
    with op.batch_alter_table("member") as member:
        for name in ("muted_until", "work_ends", "work_starts"):
            member.drop_column(name)
    with op.batch_alter_table("followup_event") as event:
        for name in ("source_ref", "note"):
            event.drop_column(name)
    with op.batch_alter_table("followup") as followup:
        followup.drop_constraint(op.f("fk_followup_heir_id_member"), type_="foreignkey")
        followup.drop_index(op.f("ix_followup_heir_id"))
        for name in (
            "moves",
            "reopened",
            "reminded",
            "promised_on",
            "ended_at",
            "answered_at",
            "delivered_at",
            "due_at",
            "heir_id",
            "wish",
            "side",
            "effect",
        ):
            followup.drop_column(name)
    op.drop_table("duty")
    op.drop_index(op.f("ix_absence_member_id"), "absence")
    op.drop_table("absence")
