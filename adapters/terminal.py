"""Messages as text for the terminal."""

from bot import texts
from bot.messages import HighlightEntry, WeeklyHighlights
from bot.model import Reader, Source


def highlights(page: WeeklyHighlights, reader: Reader) -> str:
    """One page of highlights, as it is posted."""
    first, last = texts.day(reader, page.first_day), texts.day(reader, page.last_day)
    if not page.entries:
        return texts.say(reader, "highlights-quiet", first=first, last=last)
    lines = [texts.say(reader, "highlights-title", first=first, last=last)]
    if page.late:
        lines.append(texts.say(reader, "highlights-late"))
    counts = {"givers": page.givers, "receivers": page.receivers}
    lines.append(texts.say(reader, "highlights-counts", **counts))
    for entry in page.entries:
        lines.extend(_entry(entry, reader))
    if page.pages > 1:
        number = {"page": page.page, "pages": page.pages}
        lines.append(texts.say(reader, "highlights-page", **number))
    return "\n".join(lines)


def _entry(entry: HighlightEntry, reader: Reader) -> list[str]:
    lines = ["", entry.person.name]
    for quote in entry.quotes:
        giver = f" · {quote.person.name}" if quote.person.name else ""
        if quote.source is Source.CUSTOMER:
            giver += f" · {texts.say(reader, 'award-from-customer')}"
        lines.append(f"  “{quote.reason}”{giver}")
    if entry.more:
        lines.append("  " + texts.say(reader, "highlights-more", count=entry.more))
    return lines
