"""What readers are told of power and law: who can read everything, on which ground, and that they
may object. The words that are looked for are those of the GDPR in its four languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.web.about import PRIVACY
from bot import texts
from bot.model import Settings
from bot.texts import LANGUAGES
from tests.test_languages import said, sentences

ROOT = Path(__file__).parent.parent
TRUST = "Whom you trust with what"
NAMES = {"en": "English", "sv": "Svenska", "nb": "Norsk", "fi": "Suomi"}
OPERATOR_READS_ALL = {
    "en": r"whoever runs .*\bcan read (all|every)",
    "sv": r"den som (sköter|driver) .*\bkan läsa allt\b",
    "nb": r"den som drifter .*\bkan lese alt\b",
    "fi": r"ylläpitäjä .*\bvoi lukea kaiken\b",
}
ONLY_SOME_CAN_READ = {
    "en": r"\b(only|nobody else|nobody but)\b.*\bcan (read|see)\b",
    "sv": r"\b(bara|endast|ingen annan)\b.*\bkan (läsa|se)\b|\bkan bara (läsas|ses)\b",
    "nb": r"\b(bare|kun|ingen andre)\b.*\bkan (lese|se)\b|\bkan bare (leses|ses)\b",
    "fi": r"\b(vain|kukaan muu)\b.*\b(voi|voivat) (lukea|nähdä)\b"
    r"|\b(voi|voivat) (lukea|nähdä) (vain|ainoastaan)\b",
}
"""What would be false, because whoever runs the bot can."""
CONSENT = {"en": r"\bconsent", "sv": r"samtyck", "nb": r"samtykk", "fi": r"suostu"}
"""Article 6(1)(a) and its verbs."""
HR_AMONG_THEMSELVES = ("export-", "refused-export-", "action-agree-export", "field-two_person_")
"""A second person of HR agrees to an export: not to what is kept of themselves."""
TOLD = {
    "en": {
        "controller": r"controller is \[employer",
        "ground, 13(1)(c) and (d)": r"legal ground is our legitimate interest",
        "receivers, 13(1)(e)": r"HR can read",
        "access and portability, 13(2)(b)": r"see and take along",
        "rectification and erasure, 13(2)(b)": r"corrected or erased",
        "complaint, 13(2)(d)": r"complain to \[the supervisory authority",
        "decisions, 13(2)(f)": r"no machine decides",
    },
    "sv": {
        "controller": r"[Pp]ersonuppgiftsansvarig är \[arbetsgivaren",
        "ground, 13(1)(c) and (d)": r"rättsliga grunden är vårt berättigade intresse",
        "receivers, 13(1)(e)": r"HR kan läsa",
        "access and portability, 13(2)(b)": r"se och ta med dig",
        "rectification and erasure, 13(2)(b)": r"rättat eller raderat",
        "complaint, 13(2)(d)": r"klaga hos Integritetsskyddsmyndigheten",
        "decisions, 13(2)(f)": r"ingen maskin fattar",
    },
    "nb": {
        "controller": r"[Bb]ehandlingsansvarlig er \[arbeidsgiveren",
        "ground, 13(1)(c) and (d)": r"rettslige grunnlaget er vår berettigede interesse",
        "receivers, 13(1)(e)": r"HR kan lese",
        "access and portability, 13(2)(b)": r"se og ta med deg",
        "rectification and erasure, 13(2)(b)": r"rettet eller slettet",
        "complaint, 13(2)(d)": r"klage til Datatilsynet",
        "decisions, 13(2)(f)": r"ingen maskin avgjør",
    },
    "fi": {
        "controller": r"[Rr]ekisterinpitäjä on \[työnantaja",
        "ground, 13(1)(c) and (d)": r"[Oo]ikeusperuste on oikeutettu etumme",
        "receivers, 13(1)(e)": r"HR voi lukea",
        "access and portability, 13(2)(b)": r"nähdä ja saada mukaasi",
        "rectification and erasure, 13(2)(b)": r"oikaistaviksi tai poistettaviksi",
        "complaint, 13(2)(d)": r"valituksen tietosuojavaltuutetulle",
        "decisions, 13(2)(f)": r"eikä kone päätä",
    },
}
"""What employees have to be told, and by which article of the GDPR."""
OBJECT = {"en": r"\bobject\b", "sv": r"\binvänd", "nb": r"\bprotestere\b", "fi": r"\bvastusta"}
"""Article 21, as each language's GDPR calls it."""
INTEREST = {
    "en": r"legitimate interest",
    "sv": r"berättiga(t|de) intresse",
    "nb": r"berettiget interesse",
    "fi": r"oikeutettu etu",
}
PARTS = (
    "Purpose",
    "Necessity",
    "Balance",
    "Safeguards",
    "Right to object",
    "Information",
    "Outcome",
)


def page(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def section(name: str, heading: str) -> str:
    found = re.search(rf"^## {heading}.*?\n(.*?)(?=^## |\Z)", page(name), re.M | re.S)
    assert found, f"{name} has no section {heading!r}"
    return found[1]


def spoken(text: str) -> list[str]:
    """Its sentences, roughly: addresses and numbers with dots count as one word."""
    return [one for line in text.splitlines() for one in re.split(r"(?<=[.!?])\s+", line) if one]


def finds(pattern: str, text: str) -> bool:
    return any(re.search(pattern, one, re.IGNORECASE) for one in spoken(text))


def product(language: str) -> Iterator[tuple[str, str]]:
    for name in sentences(language):
        yield from ((name, one) for one in spoken(said(language, name)))


def employees_read(language: str) -> tuple[str, str]:
    """What employees are told in a language: the text, and what stands apart below it."""
    whole = section("docs/privacy.md", "Telling employees")
    found = re.search(rf"^\*\*{NAMES[language]}\.\*\* (.+)\n\n(\*.+)$", whole, re.MULTILINE)
    assert found, f"employees are told nothing in {NAMES[language]}"
    return found[1], found[2]


@pytest.mark.parametrize(
    ("name", "heading"), [("SECURITY.md", TRUST), ("docs/privacy.md", "Who sees what")]
)
def test_where_trust_is_told_it_is_told_that_the_operator_reads_everything(
    name: str, heading: str
) -> None:
    told = section(name, heading)
    assert finds(r"(runs the machine|operator).*can read every", told)
    assert finds(r"\b(every|each) cactus\b", told)
    assert finds(r"\bunencrypted\b", told)
    assert finds(r"nothing in the (software|program) can prevent", told)


@pytest.mark.parametrize("language", LANGUAGES)
def test_employees_are_told_that_the_operator_reads_everything(language: str) -> None:
    shown = [texts.words(language, name) for name in PRIVACY]
    for told in ("\n".join(shown), employees_read(language)[0]):
        assert finds(OPERATOR_READS_ALL[language], told), told


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_says_that_only_some_can_read_what_the_operator_can(language: str) -> None:
    false = [one for _, one in product(language) if finds(ONLY_SOME_CAN_READ[language], one)]
    pages = [page("README.md"), *(one.read_text("utf-8") for one in (ROOT / "docs").glob("*.md"))]
    for text in (*pages, *employees_read(language)):
        false += [one for one in spoken(text) if finds(ONLY_SOME_CAN_READ[language], one)]
    assert false == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_asks_an_employee_for_consent(language: str) -> None:
    asked = [
        f"{name} = {one}"
        for name, one in product(language)
        if re.search(CONSENT[language], one, re.IGNORECASE)
        and not name.startswith(HR_AMONG_THEMSELVES)
    ]
    asked += [one for one in employees_read(language) if finds(CONSENT[language], one)]
    assert asked == []


def test_the_documents_speak_of_consent_only_to_rule_it_out() -> None:
    """Entra's *admin consent*, in docs/teams.md, is another thing."""
    pages = [ROOT / "README.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs").glob("*.md"))]
    said_of_it = [
        one
        for path in pages
        for one in spoken(path.read_text("utf-8"))
        if any(re.search(stem, one, re.IGNORECASE) for stem in CONSENT.values())
        and "admin consent" not in one
    ]
    assert [one for one in said_of_it if not re.search(r"\b(not|rarely|never)\b", one)] == []
    assert said_of_it, "nobody is warned of consent"


def test_the_balance_of_interests_has_all_its_parts() -> None:
    template = section("docs/privacy.md", "A balance of legitimate interests")
    parts = re.findall(r"^(\d+)\. \*(.+?)\.\* (.+)$", template, re.MULTILINE)
    assert [int(number) for number, _, _ in parts] == list(range(1, len(parts) + 1))
    assert [name for _, name, _ in parts] == list(PARTS)
    written = {name: text for _, name, text in parts}
    assert "article 6(1)(f)" in template
    assert finds(r"against it:", written["Balance"]), "only one side is weighed"
    assert finds(r"article 21", written["Right to object"])
    assert finds(r"at any time", written["Right to object"])
    to_decide = [name for name in ("Necessity", "Balance", "Outcome") if "…" not in written[name]]
    assert to_decide == [], "a template leaves to the employer what only they can weigh"


@pytest.mark.parametrize("language", LANGUAGES)
def test_employees_are_told_what_the_law_wants_told(language: str) -> None:
    told, _ = employees_read(language)
    assert [what for what, words in TOLD[language].items() if not re.search(words, told)] == []
    assert "Slack" in told
    assert "Teams" in told
    kept = Settings()
    assert [int(one) for one in re.findall(r"\b\d+\b", told)] == [
        kept.glitter_months,
        kept.cactus_months,
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_employees_are_told_the_command_that_the_product_tells(language: str) -> None:
    told, _ = employees_read(language)
    commands = re.findall(r"`(/glitter [^`]+)`", told)
    said_here = " ".join(one for _, one in product(language))
    assert len(commands) == 2
    assert [one for one in commands if one not in said_here] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_right_to_object_stands_apart_and_on_the_page_about_privacy(language: str) -> None:
    _, apart = employees_read(language)
    ground = texts.words(language, "about-privacy-ground")
    assert finds(OBJECT[language], apart)
    assert finds(OBJECT[language], ground)
    assert finds(INTEREST[language], ground)
    assert "about-privacy-ground" in PRIVACY
