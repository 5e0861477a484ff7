"""Somebody is taken out of the records: their words, and what points to them. Others' counts stay.

The row of the member stays without a name or an account, so that what others gave and received
still adds up.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Connection,
    Text,
    bindparam,
    cast,
    delete,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from bot.erasure import INSTEAD, NOBODY, Gone, without
from bot.model import DeliveryStatus, Place, PlaceKind, Standing, State, Verb
from bot.moves import ENDED
from storage.delivery_rows import MESSAGE
from storage.recent import given_by, received_by
from storage.tables import (
    ABSENCE,
    AUDIT,
    AWARD,
    AWARD_REACTION,
    BY_NAME,
    DELIVERY,
    DRAFT,
    DUTY,
    EXPORT_JOB,
    FOLLOWUP,
    FOLLOWUP_EVENT,
    HOLD,
    INSTALLATION,
    MEMBER,
    PLACE,
    SESSION,
    SIGN_IN_LINK,
    TEAM,
    TEAM_MEMBER,
)

_AT_ONCE = 500
_BLANK = MESSAGE.dump_json(INSTEAD).decode()
_WHERE = ("workspace_id", "place", "language", "zone")
_ERASED = {"erased": True}


class Erasure:
    """Of one member, in one transaction."""

    def __init__(self, connection: Connection, now: datetime) -> None:
        self._connection = connection
        self._now = now

    def erase(self, member_id: int) -> None:
        gone = self._gone(member_id)
        if gone is None:
            return
        workspace_id = self._workspace_of(member_id)
        self._messages(workspace_id, gone)
        self._words(gone)
        self._mentions(workspace_id, gone)
        self._cases(gone)
        self._traces(workspace_id, gone)
        self._audit(workspace_id, gone)
        nobody = {
            "account": None,
            "name": NOBODY,
            "locale": "",
            "zone": "",
            "language": None,
            "standing": Standing.DEACTIVATED.value,
            "muted_until": None,
            "left_at": None,
            "opt_in": "",
        }
        self._do(update(MEMBER).where(MEMBER.c.id == member_id).values(nobody))

    def _gone(self, member_id: int) -> Gone | None:
        row = self._connection.execute(select(MEMBER).where(MEMBER.c.id == member_id)).first()
        if row is None:
            return None
        theirs = select(AWARD.c.id).where(or_(given_by(member_id), received_by(member_id)))
        owned = select(FOLLOWUP.c.award_id).where(
            or_(FOLLOWUP.c.owner_id == member_id, FOLLOWUP.c.heir_id == member_id)
        )
        ids = {*self._connection.execute(theirs).scalars()}
        ids |= {*self._connection.execute(owned).scalars()}
        return Gone(member_id, row.account, row.name, frozenset(ids))

    def _words(self, gone: Gone) -> None:
        """The words of what they gave and received, in pieces that fit a statement."""
        blank: dict[str, Any] = {
            "reason": NOBODY,
            "tags": [],
            "place": Place(PlaceKind.DIRECT, NOBODY).key,
            "place_name": "",
            "source_ref": literal("erased:") + cast(AWARD.c.id, Text),
            "retracted_ref": None,
            "link": "",
        }
        for ids in _pieces(gone.awards):
            self._do(update(AWARD).where(AWARD.c.id.in_(ids)).values(blank))
            case = update(FOLLOWUP).where(FOLLOWUP.c.award_id.in_(ids))
            self._do(case.values(effect="", wish="", side=""))
            told = update(FOLLOWUP_EVENT).where(FOLLOWUP_EVENT.c.award_id.in_(ids))
            self._do(told.values(note="", source_ref=""))
        said = update(FOLLOWUP_EVENT).where(FOLLOWUP_EVENT.c.actor_id == gone.member_id)
        self._do(said.values(note="", source_ref=""))

    def _mentions(self, workspace_id: str, gone: Gone) -> None:
        """Their name in what others wrote to others."""
        for name in gone.names:
            cleared = func.replace(AWARD.c.reason, name, NOBODY)
            named = AWARD.c.reason.contains(name, autoescape=True)
            mine = AWARD.c.workspace_id == workspace_id
            self._do(update(AWARD).where(mine, named).values(reason=cleared))
            for column in (FOLLOWUP.c.effect, FOLLOWUP.c.wish, FOLLOWUP.c.side):
                told = (FOLLOWUP.c.workspace_id == workspace_id) & column.contains(
                    name, autoescape=True
                )
                other = {column.name: func.replace(column, name, NOBODY)}
                self._do(update(FOLLOWUP).where(told).values(other))
            here = select(FOLLOWUP.c.award_id).where(FOLLOWUP.c.workspace_id == workspace_id)
            note = FOLLOWUP_EVENT.c.note
            people = select(MEMBER.c.id).where(MEMBER.c.workspace_id == workspace_id)
            for column in (HOLD.c.reason, HOLD.c.owner):
                told = HOLD.c.member_id.in_(people) & column.contains(name, autoescape=True)
                other = {column.name: func.replace(column, name, NOBODY)}
                self._do(update(HOLD).where(told).values(other))
            said = FOLLOWUP_EVENT.c.award_id.in_(here) & note.contains(name, autoescape=True)
            cleared = func.replace(note, name, NOBODY)
            self._do(update(FOLLOWUP_EVENT).where(said).values(note=cleared))

    def _cases(self, gone: Gone) -> None:
        """Nobody can go on with a case whose words or people are gone."""
        ended = {
            "state": State.EXPIRED.value,
            "wake_at": None,
            "heir_id": None,
            "ended_at": self._now,
            "moves": FOLLOWUP.c.moves + 1,
        }
        running = FOLLOWUP.c.state.not_in([one.value for one in ENDED])
        for ids in _pieces(gone.awards):
            self._do(update(FOLLOWUP).where(FOLLOWUP.c.award_id.in_(ids), running).values(ended))
            heirs = update(FOLLOWUP).where(FOLLOWUP.c.award_id.in_(ids))
            self._do(heirs.where(FOLLOWUP.c.heir_id == gone.member_id).values(heir_id=None))

    def _messages(self, workspace_id: str, gone: Gone) -> None:
        """Everything ever owed: what stands in channels is edited, all else is blanked here."""
        told = select(DELIVERY).where(
            DELIVERY.c.workspace_id == workspace_id, DELIVERY.c.message.is_not(None)
        )
        streamed = told.order_by(DELIVERY.c.id).execution_options(yield_per=_AT_ONCE)
        changed = []
        for row in self._connection.execute(streamed):
            if _is_theirs(row.place, gone) or row.award_id in gone.awards:
                changed.append((row, _BLANK))
            elif (left := _left(row.message, gone)) != row.message:
                changed.append((row, left))
        self._rewrite(changed, gone)
        if gone.account:
            here = DELIVERY.c.workspace_id == workspace_id
            alone = [Place.direct(gone.account).key, Place.home(gone.account).key]
            aside = DELIVERY.c.place.startswith(f"{PlaceKind.ASIDE}:")
            aside &= DELIVERY.c.place.endswith(f"|{gone.account}", autoescape=True)
            to_them = here & (DELIVERY.c.place.in_(alone) | aside)
            nowhere = Place.direct(NOBODY).key
            self._do(update(DELIVERY).where(to_them).values(place=nowhere))

    def _rewrite(self, changed: Iterable[tuple[Any, str]], gone: Gone) -> None:
        """All of them together: somebody may have been told of in tens of thousands."""
        written, ended, edits = [], [], []
        for row, message in changed:
            theirs = _is_theirs(row.place, gone)
            written.append({"its_id": row.id, "its_message": message})
            waits = row.status == DeliveryStatus.PENDING.value
            if waits and (theirs or message == _BLANK):
                ended.append({"its_id": row.id})
            sent = row.status == DeliveryStatus.SENT.value and row.verb == Verb.POST.value
            if sent and not theirs:
                edits.append(self._edit(row, message))
        mine = update(DELIVERY).where(DELIVERY.c.id == bindparam("its_id"))
        cancelled = {"status": DeliveryStatus.CANCELLED.value, "finished_at": self._now}
        self._each(mine.values(message=bindparam("its_message")), written)
        self._each(mine.values(cancelled), ended)
        self._each(insert(DELIVERY), edits)

    def _edit(self, row: Any, message: str) -> dict[str, Any]:
        return {
            **{name: row._mapping[name] for name in _WHERE},
            "verb": Verb.EDIT.value,
            "message": message,
            "status": DeliveryStatus.PENDING.value,
            "try_at": self._now,
            "attempts": 0,
            "target_id": row.id,
            "check_first": False,
            "ref": "",
            "code": "",
        }

    def _traces(self, workspace_id: str, gone: Gone) -> None:
        id = gone.member_id
        for table in (DUTY, TEAM_MEMBER, AWARD_REACTION, SIGN_IN_LINK, SESSION, BY_NAME, HOLD):
            self._do(delete(table).where(table.c.member_id == id))
        self._do(delete(EXPORT_JOB).where(EXPORT_JOB.c.member_id == id))
        self._do(delete(ABSENCE).where(or_(ABSENCE.c.member_id == id, ABSENCE.c.stand_in_id == id)))
        self._do(update(TEAM).where(TEAM.c.lead_id == id).values(lead_id=None))
        self._do(update(BY_NAME).where(BY_NAME.c.joined_id == id).values(joined_id=None))
        self._do(update(BY_NAME).where(BY_NAME.c.asked_id == id).values(asked_id=None))
        drafts = DRAFT.c.workspace_id == workspace_id
        mine = DRAFT.c.member_id == id
        if gone.account:
            mine = mine | DRAFT.c.said.contains(json.dumps(gone.account), autoescape=True)
            key = Place(PlaceKind.DIRECT, gone.account).key
            here = (PLACE.c.workspace_id == workspace_id) & (PLACE.c.key == key)
            self._do(delete(PLACE).where(here))
            by_them = (INSTALLATION.c.workspace_id == workspace_id) & (
                INSTALLATION.c.installer == gone.account
            )
            self._do(update(INSTALLATION).where(by_them).values(installer=None))
        for name in gone.names:
            mine = mine | DRAFT.c.said.contains(name, autoescape=True)
        self._do(delete(DRAFT).where(drafts, mine))

    def _audit(self, workspace_id: str, gone: Gone) -> None:
        """The lines stay, as that something was done; what they tell of the person goes."""
        mine = AUDIT.c.workspace_id == workspace_id
        for row in self._connection.execute(select(AUDIT).where(mine)).all():
            told = json.dumps(row.details, ensure_ascii=False)
            names = any(name in told for name in (gone.account, *gone.names) if name)
            if names or row.details.get("member") == gone.member_id:
                self._do(update(AUDIT).where(AUDIT.c.id == row.id).values(details=_ERASED))

    def _workspace_of(self, member_id: int) -> str:
        found = select(MEMBER.c.workspace_id).where(MEMBER.c.id == member_id)
        return str(self._connection.execute(found).scalar_one())

    def _do(self, statement: Any) -> None:
        self._connection.execute(statement)

    def _each(self, statement: Any, rows: list[dict[str, Any]]) -> None:
        if rows:
            self._connection.execute(statement, rows)


def _is_theirs(key: str, gone: Gone) -> bool:
    """Whether only they read what is said at a place."""
    place = Place.parse(key)
    return place.kind is not PlaceKind.CHANNEL and place.account == gone.account


def _left(written: str, gone: Gone) -> str:
    """The message as it is kept without them; the very same where it does not tell of them."""
    told = json.loads(written)
    left = without(told, gone)
    if left is None:
        return _BLANK
    return written if left == told else json.dumps(left, ensure_ascii=False, separators=(",", ":"))


def _pieces(ids: Iterable[int]) -> Iterator[list[int]]:
    listed = sorted(ids)
    for at in range(0, len(listed), _AT_ONCE):
        yield listed[at : at + _AT_ONCE]
