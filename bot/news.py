"""Who hears of a move: cards change in place, and whoever did not act is told."""

from bot import cards, homes, people
from bot.cards import Case, Input
from bot.heard import ActionName
from bot.memory import Owed, Unit
from bot.messages import Button, CaseNews, Message, Notice
from bot.model import Duty, Member, Move, Place, Role, Standing, Workspace


def spread(
    unit: Unit,
    case: Case,
    move: Move,
    role: Role,
    actor: Member | None,
    given: Input,
    *,
    before: Case,
) -> None:
    """Cards on screens change in place; whoever did not act hears the news."""
    _refresh(unit, case, before)
    match move:
        case Move.DELIVER | Move.RELEASE:
            for one in case.owners:
                post_card(unit, case, one, Role.OWNER, _received(case, one))
            if move is Move.RELEASE:
                send_news(unit, case, case.giver, "news-release", None)
        case Move.STAND_IN:
            post_card(unit, case, case.owner, Role.OWNER, "case-stand-in")
            send_news(unit, case, case.giver, "news-hand-over", case.owner)
        case Move.HOLD_BACK:
            send_news(unit, case, case.giver, "news-hold-back", None)
            _to_hr(unit, case, "case-review")
        case Move.HAND_OVER:
            assert given.heir is not None
            post_card(unit, case, given.heir, Role.HEIR, "case-offered")
            # The giver is told that it moved, not why.
            send_news(unit, case, case.giver, "news-hand-over", given.heir)
        case Move.DECLINE:
            send_news(unit, case, case.owner, "news-decline", actor, given.note)
        case Move.ACCEPT:
            send_news(unit, case, case.giver, "news-accept", case.owner)
        case Move.REPORT:
            _to_hr(unit, case, "case-reported")
            send_news(unit, case, case.giver, "news-report", None)
        case Move.REPLY | Move.REOPEN | Move.BLOOM if role is Role.GIVER:
            for one in case.owners:
                send_news(unit, case, one, f"news-{move}", actor, given.note)
        case Move.WITHDRAW:
            for one in case.owners if case.followup.delivered_at else ():
                send_news(unit, case, one, "news-withdraw", actor)
        case Move.THANK | Move.REPLY | Move.PROMISE | Move.DISPUTE | Move.DONE:
            send_news(unit, case, case.giver, f"news-{move}", actor, given.note)
        case Move.STOP:
            send_news(unit, case, case.giver, "news-stop", None, given.note)
        case Move.RESUME | Move.CLOSE:
            for one in (case.giver, *case.owners):
                send_news(unit, case, one, f"news-{move}", None, given.note)
    homes.renew(unit, case.workspace, {**before.members, **case.members}.values())


def _received(case: Case, owner: Member) -> str:
    """What a card says that has come to somebody."""
    if case.followup.untaken:
        return "case-received-all"
    if case.team:
        return "case-received-team" if owner in case.shared else "case-stand-in"
    return "case-received" if owner.id == case.award.receiver_id else "case-stand-in"


def post_card(unit: Unit, case: Case, to: Member, role: Role, news: str) -> None:
    """Owe a card to somebody's direct chat."""
    if to.account is None:
        return
    unsure = Standing.UNVERIFIED in (case.giver.standing, to.standing)
    unit.deliveries.owe(
        [
            Owed(
                case.workspace.id,
                Place.direct(to.account),
                cards.card(unit, case, role, news),
                people.reader(to, case.workspace),
                award_id=case.award.id,
                check_first=unsure,
            )
        ]
    )


def _to_hr(unit: Unit, case: Case, news: str) -> None:
    """The card for HR to decide. An admin is not HR, and hears only that somebody is missing."""
    for one in hr(unit, case.workspace):
        if Duty.HR in unit.members.duties(one.id):
            post_card(unit, case, one, Role.HR, news)
        else:
            tell(unit, case.workspace, one, Notice("case-needs-hr"))


def post_held(unit: Unit, case: Case) -> None:
    """Owe the giver a fresh look at a cactus that goes out later than they were told."""
    giver = case.giver
    if giver.account is None:
        return
    place, reader = Place.direct(giver.account), people.reader(giver, case.workspace)
    held = cards.held(unit, case)
    unit.deliveries.owe([Owed(case.workspace.id, place, held, reader, award_id=case.award.id)])


def _refresh(unit: Unit, case: Case, before: Case) -> None:
    """Bring the cards that stand in direct chats up to date."""
    sides = [*((one, Role.OWNER) for one in case.owners), (case.giver, Role.GIVER)]
    if case.followup.heir_id:
        sides.append((case.members[case.followup.heir_id], Role.HEIR))
    sides.append((before.owner, Role.FORMER))
    if before.followup.heir_id:
        sides.append((before.members[before.followup.heir_id], Role.FORMER))
    sides.extend((one, Role.HR) for one in hr(unit, case.workspace))
    sides.extend((one, Role.TEAM) for one in case.shared)
    told: set[int] = set()
    for member, role in sides:
        if member.account and member.id not in told:
            told.add(member.id)
            reader, place = people.reader(member, case.workspace), Place.direct(member.account)
            now = cards.card(unit, case, role)
            unit.deliveries.refresh(case.workspace.id, place, case.award.id, now, reader)


def send_news(
    unit: Unit, case: Case, to: Member, news: str, actor: Member | None, words: str = ""
) -> None:
    """Tell somebody what became of a case: the text `news`, with what they can do about it.

    `actor` None: the bot. Nothing where they have no account.
    """
    if to.account is None:
        return
    owner_or_giver = actor or case.owner
    subject = str(case.award.id)
    names = [ActionName.SHOW]
    if news == "news-done":
        names = [ActionName.BLOOM, ActionName.REOPEN]
        if case.followup.reopened:
            names.pop()
    elif news == "news-reply":
        names = [ActionName.REPLY, ActionName.SHOW]
    message = CaseNews(
        case.award.id,
        news,
        people.person(owner_or_giver),
        words,
        case.followup.promised_on,
        case.followup.due_at,
        tuple(Button(name, subject) for name in names),
    )
    tell(unit, case.workspace, to, message)


def tell(unit: Unit, workspace: Workspace, member: Member, message: Message) -> None:
    """Owe a private message to a member."""
    if member.account:
        reader = people.reader(member, workspace)
        unit.deliveries.owe([Owed(workspace.id, Place.direct(member.account), message, reader)])


def hr(unit: Unit, workspace: Workspace) -> list[Member]:
    """The people with the HR role; where there are none, the admins."""
    for duty in (Duty.HR, Duty.ADMIN):
        if found := unit.members.with_duty(workspace.id, duty):
            return found
    return []
