"""The gentle check finds what may hurt a point, and leaves ordinary sentences alone."""

import time
from itertools import chain

import pytest

from bot import texts
from bot.kindness import Phrase, Why, look

LANGUAGES = texts.LANGUAGES

GENERAL = {
    "en": {
        "You never put the trolleys back.": "You never",
        "Kim always leaves the returns to the rest of us.": "always leaves",
        "always late with the keys, and then we queue outside": "always late",
        "The fish counter is always empty when I come.": "is always",
        "It's always me who has to stay.": "It's always",
        "There’s never anybody at the desk.": "There’s never",
        "Everybody knows how it goes on Fridays.": "Everybody knows",
        "They sit in the back room all the time.": "all the time",
        "Every single time I ask I get the same answer.": "Every single time",
    },
    "sv": {
        "Du kommer alltid för sent på måndagar.": "kommer alltid",
        "Du svarar aldrig när vi ringer från kassan.": "svarar aldrig",
        "Det är aldrig någon i returdisken.": "är aldrig",
        "Varför plockar du aldrig undan vagnarna?": "plockar du aldrig",
        "Jag blir trött av att du aldrig lyssnar.": "du aldrig lyssnar",
        "Det är alltid jag som får stanna.": "är alltid",
        "Alla vet hur det går till på kvällarna.": "Alla vet",
        "Du pratar hela tiden i telefon.": "Du pratar hela tiden",
        "Varje gång du stänger saknas växel.": "Varje gång du",
        "Kassan är jämt obemannad.": "jämt",
    },
    "nb": {
        "Du kommer alltid for sent på mandager.": "kommer alltid",
        "Du svarer aldri når vi ringer fra kassen.": "svarer aldri",
        "Det er aldri noen i returdisken.": "er aldri",
        "Hvorfor rydder du aldri bort vognene?": "rydder du aldri",
        "Jeg blir sliten av at du aldri hører etter.": "du aldri hører",
        "Du gjør alltid det samme.": "gjør alltid",
        "Alle vet hvordan det er på kveldene.": "Alle vet",
        "Du snakker hele tiden i telefonen.": "Du snakker hele tiden",
        "Hver gang du stenger, mangler det veksel.": "Hver gang du",
        "Det er støtt og stadig rot på lageret.": "støtt og stadig",
    },
    "fi": {
        "Olet aina myöhässä maanantaisin.": "Olet aina",
        "Sinä et koskaan vastaa, kun soitamme kassalta.": "et koskaan",
        "Palautustiskillä ei ole koskaan ketään.": "ei ole koskaan",
        "Miksi et ikinä vie kärryjä takaisin?": "et ikinä",
        "Kim jättää aina siivouksen muille.": "jättää aina",
        "Se olen aina minä, joka jää.": "aina minä",
        "Kaikki tietävät, miten iltaisin käy.": "Kaikki tietävät",
        "Olet koko ajan puhelimessa.": "Olet koko ajan",
        "Joka ikinen kerta vaihtorahat puuttuvat.": "Joka ikinen kerta",
        "Varasto on jatkuvasti sekaisin.": "jatkuvasti",
    },
}

PERSON = {
    "en": {
        "You are so slow at the till.": "You are so",
        "It was lazy to leave the boxes there.": "lazy",
        "Only an idiot parks the pallet there.": "idiot",
        "You’re hopeless at closing.": "You’re hopeless",
        "That is typical of you.": "typical of you",
        "Your attitude on Tuesday was the problem.": "Your attitude",
        "You don't care about the customers.": "You don't care",
    },
    "sv": {
        "Du är så slarvig med kassan.": "Du är så",
        "Kim är lat på kvällarna.": "lat",
        "Bara en idiot ställer pallen där.": "idiot",
        "Du är hopplös på att stänga.": "Du är hopplös",
        "Det var typiskt dig.": "typiskt dig",
        "Din attityd i tisdags var problemet.": "Din attityd",
        "Du bryr dig inte om kunderna.": "bryr dig inte",
    },
    "nb": {
        "Du er så slurvete med kassen.": "Du er så",
        "Kim er lat om kveldene.": "lat",
        "Bare en idiot setter pallen der.": "idiot",
        "Du er håpløs til å stenge.": "Du er håpløs",
        "Det var typisk deg.": "typisk deg",
        "Holdningen din på tirsdag var problemet.": "Holdningen din",
        "Du bryr deg ikke om kundene.": "bryr deg ikke",
    },
    "fi": {
        "Olet niin huolimaton kassalla.": "Olet niin",
        "Kim on laiska iltaisin.": "laiska",
        "Vain idiootti jättää lavan siihen.": "idiootti",
        "Olet toivoton sulkemaan.": "Olet toivoton",
        "Se on sinulle tyypillistä.": "sinulle tyypillistä",
        "Asenteesi oli tiistaina ongelma.": "Asenteesi",
        "Sinua ei kiinnosta asiakkaiden jono.": "Sinua ei kiinnosta",
    },
}

ORDINARY = {
    "en": [
        "The delivery from the wholesaler never arrived on Monday.",
        "The customer never got her receipt.",
        "The fire door must always be closed after six.",
        "The alarm rings every time the cold room is opened.",
        "We opened as usual at eight, but the till was locked.",
        "Nobody was at the fish counter between twelve and one.",
        "The returns desk was empty at noon on Tuesday.",
        "You left the pallet in front of the emergency exit.",
        "I felt stupid in front of the customer when the price was wrong.",
        "The labels were useless in the freezer, and parking was hopeless.",
        "The scanner at till three is slow, and the knife is dull.",
        "A customer with a pram could not get past the boxes.",
        "You promised to call the supplier by Friday, and I heard nothing.",
        "The delivery came late, and the keys were with you.",
        "When I asked about the schedule, you walked away.",
    ],
    "sv": [
        "Leveransen från grossisten kom aldrig i måndags.",
        "Kunden fick aldrig sitt kvitto.",
        "Nödutgången får aldrig blockeras, men i går stod pallen där.",
        "Branddörren ska alltid vara stängd efter sex.",
        "Larmet går varje gång kylrummet öppnas.",
        "Vi öppnade som vanligt klockan åtta, men kassan var låst.",
        "Det var kö hela tiden mellan tolv och ett.",
        "Skannern i kassa tre är slö och kniven likaså.",
        "Det kändes dumt inför kunden när priset var fel.",
        "Kupongerna var värdelösa, och parkeringen var hopplös i lördags.",
        "Avokadon var omogen och mjölken sur.",
        "Du är ledig på fredag, så jag tar det nu.",
        "Ingen stod i fiskdisken mellan tolv och ett.",
        "Du lovade att ringa leverantören, och jag hörde inget.",
        "En kund med barnvagn kom inte förbi lådorna.",
    ],
    "nb": [
        "Leveransen fra grossisten kom aldri på mandag.",
        "Kunden fikk aldri kvitteringen sin.",
        "Nødutgangen må aldri sperres, men i går sto pallen der.",
        "Branndøren skal alltid være lukket etter seks.",
        "Alarmen går hver gang kjølerommet åpnes.",
        "Vi åpnet som vanlig klokken åtte, men kassen var låst.",
        "Det var kø hele tiden mellom tolv og ett.",
        "Skanneren i kasse tre er treg, og kniven er sløv.",
        "Det føltes dumt overfor kunden da prisen var feil.",
        "Kupongene var ubrukelige, og parkeringen var håpløs på lørdag.",
        "Avokadoen var umoden og melken sur.",
        "Du er ledig på fredag, så jeg tar det nå.",
        "Ingen sto i fiskedisken mellom tolv og ett.",
        "Du lovet å ringe leverandøren, og jeg hørte ingenting.",
        "En kunde med barnevogn kom ikke forbi eskene.",
    ],
    "fi": [
        "Tukun toimitus ei koskaan saapunut maanantaina.",
        "Asiakas ei saanut koskaan kuittiaan.",
        "Palo-oven pitää aina olla kiinni kuuden jälkeen.",
        "Hälytys soi aina kun kylmiö avataan.",
        "Myymälä on auki aina yhdeksään asti.",
        "Avasimme tavalliseen tapaan kahdeksalta, mutta kassa oli lukossa.",
        "Jono oli pitkä koko ajan kahdentoista ja yhden välillä.",
        "Skanneri kassalla kolme on hidas ja veitsi tylsä.",
        "Asiakkaan edessä tuntui tyhmältä, kun hinta oli väärä.",
        "Kuponki oli hyödytön, ja pysäköinti oli lauantaina toivotonta.",
        "Avokado oli raaka ja maito hapanta.",
        "Olet vapaalla perjantaina, joten kerron tämän nyt.",
        "Kalatiskillä ei ollut ketään kahdentoista ja yhden välillä.",
        "Lupasit soittaa tavarantoimittajalle, enkä kuullut mitään.",
        "Lastenvaunujen kanssa ei päässyt laatikoiden ohi.",
    ],
}


def cases(found: dict[str, dict[str, str]]) -> list[tuple[str, str]]:
    return list(chain.from_iterable(sentences.items() for sentences in found.values()))


@pytest.mark.parametrize(("sentence", "phrase"), cases(GENERAL))
def test_words_that_generalise_are_shown(sentence: str, phrase: str) -> None:
    assert look(sentence) == Phrase(phrase, Why.GENERAL)


@pytest.mark.parametrize(("sentence", "phrase"), cases(PERSON))
def test_words_about_somebody_are_shown(sentence: str, phrase: str) -> None:
    assert look(sentence) == Phrase(phrase, Why.PERSON)


@pytest.mark.parametrize("sentence", list(chain.from_iterable(ORDINARY.values())))
def test_what_happened_in_the_shop_raises_no_finger(sentence: str) -> None:
    assert look(sentence) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_of_the_help_would_pass(language: str) -> None:
    assert look(texts.words(language, "help-cactus-give")) is None


def stems(language: str, why: Why) -> list[str]:
    return [stem.strip() for stem in texts.words(language, f"check-{why}").split(",")]


@pytest.mark.parametrize("why", Why)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_phrase_of_the_lists_is_found_by_itself(language: str, why: Why) -> None:
    listed = stems(language, why)
    assert len(listed) >= 30
    assert "" not in listed
    assert sorted(listed) == sorted(set(listed))
    assert [stem for stem in listed if stem != stem.lower()] == []
    found = {stem: look(stem.replace("*", "xx")) for stem in listed}
    assert [stem for stem, phrase in found.items() if phrase is None or phrase.why is not why] == []


def test_a_phrase_is_found_across_a_line_break_and_in_capitals() -> None:
    assert look("Listen: YOU\nNEVER call back.") == Phrase("YOU\nNEVER", Why.GENERAL)


def test_the_first_phrase_is_shown_whatever_it_is_about() -> None:
    assert look("You never call; you are so slow.") == Phrase("You never", Why.GENERAL)
    assert look("You are so slow; you never call.") == Phrase("You are so", Why.PERSON)


def test_a_word_inside_another_word_is_not_meant() -> None:
    assert look("The platform lathe is beside the idiotproof switch.") is None
    assert look("Idiotsäker, idiotsikker, idioottivarma") is None


@pytest.mark.parametrize("piece", ["r ", "du ", "never ", "a", "du aldri ", "\n", "*r aldrig"])
def test_the_longest_words_are_looked_through_in_a_moment(piece: str) -> None:
    longest = (piece * 3000)[:3000]
    look("")  # compiles the lists
    before = time.process_time()
    look(longest)
    assert time.process_time() - before < 0.5
