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
