"""Files asked for in the chat, and an audit that nothing can change."""

import sqlalchemy as sa
from alembic import op

from storage.types import UTCDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_REFUSAL = "the audit is only ever added to"
# An erasure may blank what a line tells; that it was there, when and what for, stays.
_SAME = (
    "NEW.id = OLD.id AND NEW.at = OLD.at AND NEW.action = OLD.action AND NEW.actor = OLD.actor"
    " AND coalesce(NEW.workspace_id, '') = coalesce(OLD.workspace_id, '')"
    " AND NEW.details = '{\"erased\": true}'"
)
_SQLITE = (
    "CREATE TRIGGER audit_stays BEFORE DELETE ON audit"
    f" BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END",
    f"CREATE TRIGGER audit_is_kept BEFORE UPDATE ON audit WHEN NOT ({_SAME})"
    f" BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END",
)
_POSTGRESQL = (
    "CREATE FUNCTION audit_is_kept() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    f" IF TG_OP = 'UPDATE' THEN IF {_SAME} THEN RETURN NEW; END IF; END IF;"
    f" RAISE EXCEPTION '{_REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$",
    "CREATE TRIGGER audit_is_kept BEFORE UPDATE OR DELETE ON audit"
    " FOR EACH ROW EXECUTE FUNCTION audit_is_kept()",
    "CREATE TRIGGER audit_stays BEFORE TRUNCATE ON audit"
    " FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept()",
)


def upgrade() -> None:
    op.create_table(
        "export_job",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("workspace_id", sa.Text(), nullable=False),
        sa.Column("member_id", sa.Integer(), nullable=False),
        sa.Column("wanted", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("asked_at", UTCDateTime(), nullable=False),
        sa.Column("begun_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id"], ["workspace.id"], name=op.f("fk_export_job_workspace_id_workspace")
        ),
        sa.ForeignKeyConstraint(
            ["member_id"], ["member.id"], name=op.f("fk_export_job_member_id_member")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export_job")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_export_job_status"), "export_job", ["status"])
    for statement in _SQLITE if _on_sqlite() else _POSTGRESQL:
        op.execute(sa.text(statement.replace(":", "\\:")))


def downgrade() -> None:
    on = "" if _on_sqlite() else " ON audit"
    for trigger in ("audit_stays", "audit_is_kept"):
        op.execute(f"DROP TRIGGER {trigger}{on}")
    if not _on_sqlite():
        op.execute("DROP FUNCTION audit_is_kept()")
    op.drop_index(op.f("ix_export_job_status"), "export_job")
    op.drop_table("export_job")


def _on_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"
