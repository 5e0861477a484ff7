"""What people decide for themselves, and admins for everybody, filled in as forms."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from bot import homes, links, naming_rules, people, texts, weeks
from bot.cleaning import clean
from bot.commands import tags_in
from bot.errors import Refusal
from bot.heard import FormName
from bot.messages import YES, Field, FieldKind, Form, Message, Option, SettingsSaved
from bot.model import Duty, Member, Naming, OptIn, Place, Reader, Settings, Standing, Workspace
from bot.scene import Scene
from bot.settings import change_settings

OWN_NAMES = {"en": "English", "sv": "Svenska", "nb": "Norsk bokmål", "fi": "Suomi"}
COUNTRIES = ("SE", "NO", "FI", "DK")
DUTIES = {"hr": Duty.HR, "admins": Duty.ADMIN}
LONGEST_LIST = 200
MOST_A_DAY, MOST_HOLD, MOST_DAYS, MOST_MONTHS = 1000, 24 * 60, 30, 60

# ---------------------------------------------------------------- one's own


def mine(scene: Scene) -> Form:
    """The speaker's own settings."""
    return Form(FormName.MY_SETTINGS, "1", my_fields(scene.speaker, scene.workspace))


def my_fields(member: Member, workspace: Workspace) -> tuple[Field, ...]:
    reader = people.reader(member, workspace)
    languages = (
        Option("", texts.say(reader, "option-language-chat")),
        *(Option(code, OWN_NAMES[code]) for code in texts.LANGUAGES),
    )
    naming = tuple(Option(one.value, texts.say(reader, f"option-naming-{one}")) for one in Naming)
    opts_in = workspace.settings.receivers_opt_in
    direct = YES if member.direct_messages else ""
    starts, ends = str(member.work_starts), str(member.work_ends)
    return (
        Field("language", FieldKind.CHOICE, member.language or "", False, options=languages),
        Field("naming", FieldKind.CHOICE, member.naming.value, options=naming),
        Field("direct_messages", FieldKind.CHECK, direct, required=False),
        *([_check("takes_cacti", member.opt_in is OptIn.YES)] if opts_in else []),
        Field("work_starts", FieldKind.CHOICE, starts, options=_hours(0, 23)),
        Field("work_ends", FieldKind.CHOICE, ends, options=_hours(1, 24)),
    )


def save_mine(scene: Scene, filled: Mapping[str, str]) -> Message:
    """Keep what the speaker chose, or show the form again with what to mend."""
    before = my_fields(scene.speaker, scene.workspace)
    after = tuple(_with(field, filled) for field in before)
    chosen = {field.name: field.value for field in after}
    starts, ends = int(chosen["work_starts"]), int(chosen["work_ends"])
    if starts >= ends:
        mend = Refusal("hours-how").notice
        return Form(FormName.MY_SETTINGS, "1", after, mend, "work_ends")
    members, member = scene.unit.members, scene.speaker
    members.set_hours(member.id, starts, ends)
    members.choose(
        member.id,
        language=chosen["language"] or None,
        naming=Naming(chosen["naming"]),
        direct_messages=chosen["direct_messages"] == YES,
    )
    if any(one.name == "takes_cacti" for one in _changed(before, after)):
        members.opt_in(member.id, OptIn.YES if chosen["takes_cacti"] else OptIn.NO)
    homes.renew(scene.unit, scene.workspace, [member])
    if chosen["naming"] != member.naming:
        naming_rules.follow(scene)
    return SettingsSaved(_changed(before, after))


# ---------------------------------------------------------------- everybody's


def everybodys(scene: Scene) -> Form:
    """The workspace's settings. Raises Refusal unless the speaker is admin."""
    _admins_only(scene)
    return Form(FormName.SETTINGS, "1", _fields(scene))


def save(scene: Scene, filled: Mapping[str, str]) -> Message:
    """Keep, audit and tell what an admin decided. Raises Refusal."""
    _admins_only(scene)
    before = _fields(scene)
    after = tuple(_with(field, filled) for field in before)
    changed = _changed(before, after)
    try:
        given = {one.name: _meant(one) for one in changed if one.name not in DUTIES}
        named = {one.name: _named(scene, one) for one in changed if one.name in DUTIES}
    except _Mend as mend:
        return Form(FormName.SETTINGS, "1", after, mend.notice, mend.at)
    actor = f"member {scene.speaker.id}"
    if given:
        change_settings(scene.unit, scene.workspace.id, given, actor)
    for name, members in named.items():
        _hand_out(scene, DUTIES[name], members, actor)
    if named:
        homes.renew_all(scene.unit, scene.workspace)
    return SettingsSaved(tuple(_naming(one, named) for one in changed))


class _Mend(Exception):
    """A field cannot be taken as it is."""

    def __init__(self, field: Field, code: str, count: int = 0, other: int = 0) -> None:
        super().__init__(code)
        self.at = field.name
        self.notice = Refusal(code, count=count, other=other).notice


def _admins_only(scene: Scene) -> None:
    if not people.is_admin(scene.unit, scene.speaker):
        raise Refusal("admin-only")


def _fields(scene: Scene) -> tuple[Field, ...]:
    now, reader = scene.workspace.settings, _reader(scene)
    channels = people.channels(scene.unit, scene.workspace, *_chosen_channels(now))
    weekdays = tuple(Option(str(n), texts.weekday(reader, n).capitalize()) for n in range(1, 8))
    languages = tuple(Option(code, OWN_NAMES[code]) for code in texts.LANGUAGES)
    countries = (
        Option("", texts.say(reader, "option-holidays-none")),
        *(Option(code, texts.country(reader, code)) for code in COUNTRIES),
    )
    return (
        _channel("highlights_channel", now.highlights_channel, channels),
        _choice("highlights_weekday", now.highlights_weekday, weekdays),
        _choice("highlights_hour", now.highlights_hour, _hours(0, 23)),
        Field("zone", FieldKind.LINE, now.zone, longest=60),
        _choice("language", now.language, languages),
        _channel("glitter_channel", now.glitter_channel, channels),
        _number("daily_glitter_limit", now.daily_glitter_limit, MOST_A_DAY),
        _number("daily_cactus_limit", now.daily_cactus_limit, MOST_A_DAY),
        _list("values", now.values),
        _list("emoji", now.emoji),
        _check("reaction_replies", now.reaction_replies),
        _check("cactus_on", now.cactus_on),
        _number("cactus_hold_minutes", now.cactus_hold_minutes, MOST_HOLD),
        _check("cactus_working_hours", now.cactus_working_hours),
        _number("answer_days", now.answer_days, MOST_DAYS, least=1),
        _choice("holidays", now.holidays or "", countries),
        _check("receivers_opt_in", now.receivers_opt_in),
        _check("two_person_exports", now.two_person_exports),
        Field("policy_link", FieldKind.LINE, now.policy_link, False, longest=links.LONGEST),
        _number("cactus_months", now.cactus_months, MOST_MONTHS, least=1),
        _number("glitter_months", now.glitter_months, MOST_MONTHS, least=1),
        *(_holders(scene, name, duty) for name, duty in DUTIES.items()),
    )


def _chosen_channels(now: Settings) -> Iterable[Place]:
    keys = (now.highlights_channel, now.glitter_channel)
    return (Place.parse(key) for key in keys if key)


def _choice(name: str, value: object, options: tuple[Option, ...]) -> Field:
    return Field(name, FieldKind.CHOICE, str(value), required=False, options=options)


def _channel(name: str, key: str | None, options: tuple[Option, ...]) -> Field:
    chosen = Place.parse(key).id if key else ""
    return Field(name, FieldKind.CHANNEL, chosen, required=False, options=options)


def _number(name: str, value: int, most: int, *, least: int = 0) -> Field:
    return Field(name, FieldKind.NUMBER, str(value), least=least, most=most)


def _check(name: str, value: bool) -> Field:
    return Field(name, FieldKind.CHECK, YES if value else "", required=False)


def _list(name: str, words: tuple[str, ...]) -> Field:
    said = ", ".join(words)
    return Field(name, FieldKind.LINE, said, required=False, longest=LONGEST_LIST)


def _holders(scene: Scene, name: str, duty: Duty) -> Field:
    holders = [one for one in scene.unit.members.with_duty(scene.workspace.id, duty) if one.account]
    accounts = ",".join(one.account or "" for one in holders)
    named = people.persons(holders)
    # Where nobody is named, the platform's own admins decide.
    required = duty is Duty.ADMIN and bool(holders)
    return Field(name, FieldKind.PEOPLE, accounts, required=required, people=named)


def _hours(first: int, last: int) -> tuple[Option, ...]:
    return tuple(Option(str(hour), f"{hour:02}:00") for hour in range(first, last + 1))


def _with(field: Field, filled: Mapping[str, str]) -> Field:
    """The field as it was filled in; a choice that is not offered leaves it as it was."""
    value = clean(filled.get(field.name, field.value)).strip()
    if field.kind is FieldKind.CHECK:
        value = YES if value == YES else ""
    if field.kind is FieldKind.CHOICE and value not in {option.value for option in field.options}:
        value = field.value
    return replace(field, value=value)


def _changed(before: Iterable[Field], after: Iterable[Field]) -> tuple[Field, ...]:
    return tuple(new for old, new in zip(before, after, strict=True) if new != old)


def _meant(field: Field) -> Any:
    """The value that `bot.model.Settings` holds. Raises _Mend."""
    match field.kind:
        case FieldKind.CHECK:
            return field.value == YES
        case FieldKind.CHANNEL:
            return Place.channel(field.value).key if field.value else None
        case FieldKind.NUMBER:
            return _counted(field)
        case FieldKind.CHOICE if field.name in ("highlights_weekday", "highlights_hour"):
            return int(field.value)
        case FieldKind.LINE if field.name == "zone":
            if not weeks.is_zone(field.value):
                raise _Mend(field, "no-zone")
            return field.value
        case FieldKind.LINE if field.name == "policy_link":
            if field.value and not links.web_address(field.value):
                raise _Mend(field, "no-address")
            return field.value
        case FieldKind.LINE:
            return tags_in(field.value.replace(":", " ")[:LONGEST_LIST])
        case _:
            return field.value or None


def _counted(field: Field) -> int:
    short = len(field.value) < 8 and field.value.isdecimal()
    if not short or not field.least <= int(field.value) <= field.most:
        raise _Mend(field, "no-number", count=field.least, other=field.most)
    return int(field.value)


def _named(scene: Scene, field: Field) -> list[Member]:
    """The members whom a field names. Raises _Mend."""
    accounts = [one for one in field.value.split(",") if one]
    found = scene.unit.members.find(scene.workspace.id, accounts)
    may = [found[one] for one in accounts if one in found]
    if len(may) < len(accounts) or any(one.standing is not Standing.ACTIVE for one in may):
        raise _Mend(field, "heir")
    if field.required and not may:
        raise _Mend(field, "no-admin")
    return may


def _naming(field: Field, named: Mapping[str, Iterable[Member]]) -> Field:
    return replace(field, people=people.persons(named.get(field.name, ())))


def _hand_out(scene: Scene, duty: Duty, members: Iterable[Member], actor: str) -> None:
    """Give the role to these and to nobody else; each change is in the audit."""
    unit, workspace_id = scene.unit, scene.workspace.id
    before = {one.id for one in unit.members.with_duty(workspace_id, duty)}
    after = {one.id for one in members}
    for id in sorted(after - before):
        unit.members.give_duty(id, duty)
        unit.audit.add(workspace_id, actor, "role granted", {"member": id, "role": duty.value})
    for id in sorted(before - after):
        unit.members.take_duty(id, duty)
        unit.audit.add(workspace_id, actor, "role revoked", {"member": id, "role": duty.value})


def _reader(scene: Scene) -> Reader:
    return people.reader(scene.speaker, scene.workspace)
