"""What is said where a team takes part, whatever it and its people are called."""

from datetime import UTC, datetime

from bot.heard import ActionName
from bot.messages import (
    AwardPosted,
    Button,
    CactusHeld,
    CactusText,
    CaseCard,
    CaseFigures,
    GlitterReceived,
    Message,
    MyGlitter,
    Notice,
    Person,
    Quote,
    TeamEntry,
    TeamList,
    TeamNamed,
)
from bot.model import Source, State

NOON = datetime(2026, 11, 27, 12, tzinfo=UTC)


def about_teams(who: Person, team: str = "Kassan", words: str = "so calm") -> list[Message]:
    """`who` gives to the team and is in it."""
    few, many = TeamNamed(team, (who, who), 2), TeamNamed(team, (), 40)
    text = CactusText(who, Person(team), words)
    sums = CaseFigures(6, None, 5, 2.0, None, team)
    picks = tuple(Button(ActionName.CHOOSE_TEAM, f"1:{id}", team) for id in (1, 2))
    return [
        AwardPosted(1, who, (Person(team),), words, teams=(few,)),
        AwardPosted(1, who, (Person(team), who), words, teams=(many, few)),
        *(GlitterReceived(1, who, words, (), source, team=team) for source in Source),
        MyGlitter(1, 1, 0, 0, (Quote(who, words, Source.CUSTOMER, team=team),)),
        *(CactusHeld(1, text, NOON, team=one) for one in (few, many)),
        *(
            CaseCard(1, text, Person(team), State.OPEN, news=news)
            for news in ("case-received-team", "case-received-all")
        ),
        CaseFigures(12, 5, 5, 2.0, 9.0, teams=(sums, sums)),
        sums,
        TeamList((TeamEntry(team, (team, words), who, 2, (who,), True),), 2, "team-saved"),
        TeamList((TeamEntry(team, (), None, 1, (), False),)),
        Notice("which-team", detail=team, buttons=picks),
    ]
