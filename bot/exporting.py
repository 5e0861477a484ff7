"""HR takes awards out of the records: what is asked for, who must agree, and who is told."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot import export_words, people, texts
from bot.errors import Refusal
from bot.exports import Form
from bot.heard import ActionName
from bot.memory import ExportFilter, ExportJob, ExportStatus, Owed, Unit
from bot.messages import Button, Delivery, ExportReady, Message, Notice
from bot.model import Duty, Kind, Member, Place, Reader, Workspace
from bot.scene import Scene
from bot.teams import WhichTeam

OWN = "mydata."
"""How the form of a job begins that is everything about whoever asked."""
NAMESAKES = 20
FILES_LAST = timedelta(hours=1)
"""How long a file that nobody has fetched is kept."""


def asked(scene: Scene, text: str, named: Sequence[Member]) -> Message:
    """`export 2026-05 glitter @kim xlsx`: the file comes to HR's private chat. Raises Refusal."""
    _require_hr(scene.unit, scene.speaker)
    wanted, form = _understood(scene, text, named)
    if needs_second(scene.workspace, wanted):
        return ask_second(scene.unit, scene.workspace, scene.speaker, wanted, form)
    scene.unit.exports.ask(scene.speaker.id, wanted, form, ExportStatus.PENDING)
    return Notice("export-begun")


def asked_own(scene: Scene, text: str) -> Message:
    """`mydata`, perhaps `csv`: everything about the speaker, for them. Raises Refusal."""
    forms = {"": "json", "json": "json", "csv": "csv"}
    if (form := forms.get(text.lower().strip())) is None:
        raise Refusal("mydata-how", detail=text)
    wanted = ExportFilter(scene.workspace.id, person=scene.speaker.id)
    scene.unit.exports.ask(scene.speaker.id, wanted, f"{OWN}{form}", ExportStatus.PENDING)
    return Notice("mydata-begun")


def is_own(job: ExportJob) -> bool:
    """Whether it is everything about whoever asked, which needs no role."""
    return job.form.startswith(OWN)


def needs_second(workspace: Workspace, wanted: ExportFilter) -> bool:
    """Whether somebody else of HR has to agree: where it may hold cacti, and was decided so."""
    return workspace.settings.two_person_exports and wanted.kind is not Kind.GLITTER


def ask_second(
    unit: Unit, workspace: Workspace, asker: Member, wanted: ExportFilter, form: Form
) -> Notice:
    """Ask the others of HR; the file comes to the asker's private chat. Raises Refusal."""
    others = _other_hr(unit, workspace, asker)
    if not others:
        raise Refusal("export-nobody-agrees")
    job_id = unit.exports.ask(asker.id, wanted, form, ExportStatus.ASKED)
    names = (ActionName.AGREE_EXPORT, ActionName.REFUSE_EXPORT)
    buttons = tuple(Button(name, str(job_id)) for name in names)
    who = people.persons([asker])
    for one in others:
        reader = people.reader(one, workspace)
        told = summary(wanted, form, reader, unit)
        _owe(unit, one, Notice("export-agree", who, detail=told, buttons=buttons), reader)
    return Notice("export-waits", people.persons(others))


def decided(scene: Scene, job_id: int, *, agreed: bool) -> Message:
    """A second HR person agrees or not; whoever asked is told. Raises Refusal."""
    unit = scene.unit
    _require_hr(unit, scene.speaker)
    job = unit.exports.get(scene.workspace.id, job_id)
    if job is None or job.status is not ExportStatus.ASKED:
        raise Refusal("gone")
    if job.member_id == scene.speaker.id:
        raise Refusal("export-second-person")
    unit.exports.move(job, ExportStatus.PENDING if agreed else ExportStatus.REFUSED)
    action = "export agreed" if agreed else "export refused"
    unit.audit.add(scene.workspace.id, f"member {scene.speaker.id}", action, {"export": job_id})
    asker = unit.members.get(scene.workspace.id, [job.member_id])[job.member_id]
    who = people.persons([scene.speaker])
    news = Notice("export-was-agreed" if agreed else "export-was-refused", who)
    _owe(unit, asker, news, people.reader(asker, scene.workspace))
    return Notice("export-agreed" if agreed else "export-refused", people.persons([asker]))


def fetched(scene: Scene, job_id: int, *, wanted: bool) -> Message:
    """Whoever asked takes the file, or leaves it, where the platform asks first. Raises Refusal."""
    job = scene.unit.exports.get(scene.workspace.id, job_id)
    mine = job is not None and job.member_id == scene.speaker.id
    if not (job and mine and is_own(job)):
        _require_hr(scene.unit, scene.speaker)
    if job is None or not mine or job.status is not ExportStatus.READY:
        raise Refusal("gone")
    return Notice("export-delivered" if wanted else "export-declined")


def may_begin(unit: Unit, job: ExportJob) -> Reader | None:
    """How the asker reads; None, and they are told, where they are not HR any more."""
    workspace = unit.workspaces.get(job.workspace_id)
    asker = unit.members.get(job.workspace_id, [job.member_id]).get(job.member_id)
    if workspace is None or workspace.suspended_at or asker is None:
        unit.exports.move(job, ExportStatus.FAILED)
        return None
    reader = people.reader(asker, workspace)
    if not is_own(job) and Duty.HR not in unit.members.duties(asker.id):
        unit.exports.move(job, ExportStatus.FAILED)
        _owe(unit, asker, Notice("refused-hr-only"), reader)
        return None
    return replace(reader, zone=workspace.settings.zone)


def still_making(unit: Unit, job: ExportJob, done: int, total: int) -> None:
    """A long export says how far it has come."""
    asker, reader = _asker(unit, job)
    _owe(unit, asker, Notice("export-progress", count=done, other=total), reader)


def made(unit: Unit, job: ExportJob, rows: int, size: int, sha256: str) -> None:
    """Audit a finished file, owe it to whoever asked, and tell the others of HR."""
    if not unit.exports.move(job, ExportStatus.READY):
        return  # another process has made it, too
    asker, reader = _asker(unit, job)
    until = unit.now + FILES_LAST
    if is_own(job):
        note_own(unit, asker, rows, sha256)
        about = texts.say(reader, "mydata-about")
        own = ExportReady(job.id, file_name(job), rows, size, sha256, about, until)
        _owe(unit, asker, own, reader)
        return
    form = Form(job.form)
    details = {"export": job.id, **audited(job.wanted, form, rows, sha256)}
    unit.audit.add(job.workspace_id, f"member {asker.id}", "export", details)
    asked_for = summary(job.wanted, form, reader, unit)
    if not rows:
        _owe(unit, asker, Notice("export-nothing", detail=asked_for), reader)
        return
    ready = ExportReady(job.id, file_name(job), rows, size, sha256, asked_for, until)
    _owe(unit, asker, ready, reader)
    tell_hr(unit, job.wanted, form, rows, asker)


def to_send(unit: Unit, delivery: Delivery) -> Delivery:
    """A file on its way; a refusal instead where whoever asked is not HR any more."""
    assert isinstance(delivery.message, ExportReady)
    job = unit.exports.get(delivery.workspace_id, delivery.message.export_id)
    if job and (is_own(job) or Duty.HR in unit.members.duties(job.member_id)):
        return delivery
    return replace(delivery, message=Notice("refused-hr-only"))


def note_own(unit: Unit, member: Member, rows: int, sha256: str) -> None:
    """The audit says that somebody has taken along what is theirs."""
    told = {"member": member.id, "rows": rows, "sha256": sha256}
    unit.audit.add(member.workspace_id, f"member {member.id}", "mydata", told)


def failed(unit: Unit, job: ExportJob) -> None:
    """Tell whoever asked that there will be no file; once."""
    if unit.exports.move(job, ExportStatus.FAILED):
        asker, reader = _asker(unit, job)
        _owe(unit, asker, Notice("export-failed"), reader)


def tell_hr(unit: Unit, wanted: ExportFilter, form: Form, rows: int, by: Member | None) -> None:
    """Nobody takes records out unseen: the other HR people are told. `by` None: the operator."""
    workspace = unit.workspaces.get(wanted.workspace_id)
    assert workspace
    for one in _other_hr(unit, workspace, by):
        reader = people.reader(one, workspace)
        detail = summary(wanted, form, reader, unit)
        code = "export-told" if by else "export-told-operator"
        who = people.persons([by]) if by else ()
        _owe(unit, one, Notice(code, who, count=rows, detail=detail), reader)


def file_name(job: ExportJob) -> str:
    if is_own(job):
        return f"my-data-{job.asked_at:%Y-%m-%d}-{job.id}.{job.form.removeprefix(OWN)}"
    return f"glitterkaktus-{job.asked_at:%Y-%m-%d}-{job.id}.{job.form}"


def summary(wanted: ExportFilter, form: Form, reader: Reader, unit: Unit) -> str:
    """The filter as the reader reads it."""
    here = wanted.workspace_id
    team = unit.teams.get(here, [wanted.team]) if wanted.team is not None else {}
    person = unit.members.get(here, [wanted.person]) if wanted.person is not None else {}
    state, source = wanted.state, wanted.source
    facts = {
        "export-kind": f"{wanted.kind}" if wanted.kind else "",
        "export-person": "".join(people.person(one).name for one in person.values()),
        "export-team": "".join(one.name for one in team.values()),
        "export-value": wanted.value and f"#{wanted.value}",
        "export-source": texts.say(reader, f"filter-source-{source}") if source else "",
        "export-state": export_words.typed(reader, state) if state else "",
        "export-text": wanted.text,
        "export-form": form.value,
    }
    period = texts.say(reader, "export-period", span=export_words.span(wanted, reader))
    return " · ".join(
        [period, *(texts.say(reader, text, it=it) for text, it in facts.items() if it)]
    )


def told(wanted: ExportFilter) -> dict[str, Any]:
    """What a filter asks for, field by field, as plain values; fields left open are left out."""
    fields = {
        "from": wanted.starts_at.isoformat() if wanted.starts_at else None,
        "to": wanted.ends_at.isoformat() if wanted.ends_at else None,
        "kind": wanted.kind,
        "person": wanted.person,
        "side": wanted.side,
        "team": wanted.team,
        "value": wanted.value,
        "source": wanted.source,
        "state": wanted.state,
        "text": wanted.text,
        "standing": wanted.standing or None,
        "for_hr": wanted.for_hr or None,
    }
    return {name: value for name, value in fields.items() if value not in (None, "")}


def audited(wanted: ExportFilter, form: Form, rows: int, sha256: str) -> dict[str, Any]:
    """What the audit keeps of an export: never its content."""
    return {"filter": told(wanted), "format": form.value, "rows": rows, "sha256": sha256}


def _understood(scene: Scene, text: str, named: Sequence[Member]) -> tuple[ExportFilter, Form]:
    now, zone = scene.unit.now, scene.workspace.settings.zone
    read = export_words.read(text, now, zone)
    team, person = _team_or_person(scene, read.team)
    if len(found := {*(one.id for one in named), *([person] if person else [])}) > 1:
        raise Refusal("export-one-person")
    wanted = ExportFilter(
        scene.workspace.id,
        starts_at=read.starts_at,
        ends_at=read.ends_at,
        kind=read.kind,
        person=next(iter(found), None),
        team=team,
        value=read.value,
        source=read.source,
        state=read.state,
        text=read.text,
        for_hr=True,
    )
    return wanted, read.form


def _team_or_person(scene: Scene, name: str) -> tuple[int | None, int | None]:
    """Whose name it is: the id of a team, or of somebody. Raises Refusal."""
    if not name:
        return None, None
    try:
        team = scene.names().exactly(name)
    except WhichTeam as several:
        raise Refusal("export-how", detail=several.typed) from None
    if team:
        return team.id, None
    alike = scene.unit.history.named(scene.workspace.id, name, NAMESAKES)
    meant = [one for one in alike if one.name.casefold() == name.casefold()]
    if len(meant) != 1:
        raise Refusal("export-how", detail=name)
    return None, meant[0].id


def _require_hr(unit: Unit, member: Member) -> None:
    if Duty.HR not in unit.members.duties(member.id):
        raise Refusal("hr-only")


def _other_hr(unit: Unit, workspace: Workspace, but: Member | None) -> list[Member]:
    found = unit.members.with_duty(workspace.id, Duty.HR)
    return [one for one in found if one.account and (but is None or one.id != but.id)]


def asker_of(unit: Unit, *, job: ExportJob) -> Member:
    return _asker(unit, job)[0]


def _asker(unit: Unit, job: ExportJob) -> tuple[Member, Reader]:
    workspace = unit.workspaces.get(job.workspace_id)
    assert workspace
    asker = unit.members.get(job.workspace_id, [job.member_id])[job.member_id]
    return asker, people.reader(asker, workspace)


def _owe(unit: Unit, member: Member, message: Message, reader: Reader) -> None:
    if member.account:
        place = Place.direct(member.account)
        unit.deliveries.owe([Owed(member.workspace_id, place, message, reader)])
