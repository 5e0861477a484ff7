### Suomi: viennit ja se, mitä jokainen saa tietää tiedoistaan.

## The spreadsheet

export-sheet-awards = Tunnustukset
export-sheet-columns = Mitä sarakkeet ovat
export-column = Sarake
export-meaning = Mitä se kertoo

## Its columns

column-award-id = Tunnustuksen numero; sitä ei käytetä koskaan uudelleen
column-kind = glitter: kehu, jonka kaikki näkevät. cactus: palaute yhdelle ihmiselle kahden kesken
column-given-at-utc = Milloin se annettiin, yleisaikaa (UTC)
column-given-at-local = Milloin se annettiin, työtilan kellon mukaan
column-giver-id = Antajan tunnus keskustelussa; tyhjä, jos tiliä ei ole
column-giver-name = Antajan nimi
column-receiver-kind = person eli henkilö, tai team, kun koko tiimi sai sen
column-receiver-id = Saajan tunnus keskustelussa; tyhjä tiimillä ja ilman tiliä
column-receiver-name = Saajan nimi
column-reason = Antajan sanat; kaktuksessa: mitä tapahtui
column-effect = Kaktuksessa: mitä siitä seurasi
column-wish = Kaktuksessa: mikä olisi ollut parempi
column-tags = Mainitut arvot ilman #-merkkiä
column-source = colleague: antajan omat sanat. customer: asiakkaan välitetyt sanat
column-channel-id = Missä se annettiin: kanavan tai keskustelun tunnus
column-channel-name = Missä se annettiin, nimellä
column-retracted-at-utc = Milloin se peruttiin; tyhjä, jos se on voimassa
column-state = Missä vaiheessa kaktuksen asia on
column-owner-id = Kenellä asia on nyt: tunnus keskustelussa
column-owner-name = Kenellä asia on nyt, nimellä
column-owner-side = Omistajan oma näkemys, jos se on toinen
column-delivered-at-utc = Milloin kaktus tavoitti saajansa (UTC)
column-answered-at-utc = Milloin siihen ensi kerran vastattiin (UTC)
column-ended-at-utc = Milloin asia päättyi (UTC)

## Exports from the chat

export-begun = Vientiäsi tehdään. Tiedosto tulee sinulle yksityiseen keskusteluumme.
export-waits = Vientiin, jossa on kaktuksia, tarvitaan täällä toinen HR-ihminen. Kysyin: { $who }. Tiedosto tulee, kun joku suostuu.
export-agree = { $who } haluaa viedä tunnustuksia, myös kaktuksia: { $detail }. Suostutko?
export-agreed = Selvä. Tiedoston saa { $who }.
export-refused = Mitään ei viedä. Tiedon sai { $who }.
export-was-agreed = { $who } suostui vientiisi; tiedostoa tehdään.
export-was-refused = { $who } ei suostunut vientiisi. Jutelkaa ja pyydä uudelleen.
export-progress = Vientisi etenee: { $count } / { $other } riviä on kirjoitettu.
export-failed = Vientiäsi ei voitu kirjoittaa. Mitään ei lähtenyt; pyydä uudelleen tai kerro ylläpitäjälleni.
export-told = { $who } vei tietoja ({ $count ->
    [one] yksi rivi
   *[other] { $count } riviä
}): { $detail }. Siitä jäi merkintä.
export-told-operator = Ylläpitäjäni vei tietoja ({ $count ->
    [one] yksi rivi
   *[other] { $count } riviä
}): { $detail }. Siitä jäi merkintä.
export-ready = Tässä on vientisi: { $count ->
    [one] yksi rivi
   *[other] { $count } riviä
}.
export-hash = Sormenjälki (SHA-256): { $it }
export-fetch = Hae se ennen: { $when }. Sen jälkeen sitä ei enää ole.
export-download = Lataa tiedosto
export-gone = Sitä tiedostoa ei enää ole. Pyydä uusi: /glitter export
export-declined = Pidän sitten tiedoston itselläni, ja pian sitä ei enää ole.
export-delivered = Tiedosto on OneDrivessasi.
export-not-delivered = Tiedostoa ei saatu OneDriveesi. Pyydä uudelleen: /glitter export
export-period = Aika: { $span }
export-kind = Laji: { $it }
export-team = Tiimi: { $it }
export-value = Arvo: { $it }
export-form = Muoto: { $it }
export-between = { $first } – { $last }
export-since = { $first } alkaen
export-until = { $last } asti
export-always = kaikki, mitä on
action-agree-export = Hyväksy vienti
action-refuse-export = Hylkää vienti
action-fetch-export = Hae tiedosto
action-leave-export = Jätä tiedosto
refused-export-how = En ymmärrä: ”{ $detail }”. Kirjoita vaikka: /glitter export 2026-05 glitter xlsx, tai 2026-01-01..2026-03-31, tai tiimin nimi.
refused-export-nobody-agrees = Vientiin, jossa on kaktuksia, tarvitaan täällä toinen HR-ihminen, eikä sellaista ole. Ylläpitäjäni voi nimetä hänet: python app.py role
refused-export-second-person = Tämä on oma vientisi: jonkun toisen HR-ihmisen on suostuttava.
words-kind-glitter = glitter, kehu, kehut
words-kind-cactus = kaktus
words-period-week = viikko
words-period-month = kuukausi
words-period-year = vuosi

## Privacy

post-erased = Tästä on poistettu sanoja.
mydata-begun = Kokoan kaiken sinusta. Tiedosto tulee sinulle yksityiseen keskusteluumme.
mydata-about = Kaikki sinusta, molempiin suuntiin; muista vain nimet
refused-mydata-how = En ymmärrä: ”{ $detail }”. Kirjoita /glitter mydata tai /glitter mydata csv.
words-mydata = omattiedot, tietoni
