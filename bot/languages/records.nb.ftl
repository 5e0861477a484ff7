### Norsk bokmål: eksporter, og hva hver og en får vite om opplysningene sine.

## The spreadsheet

export-sheet-awards = Utmerkelser
export-sheet-columns = Hva kolonnene betyr
export-column = Kolonne
export-meaning = Hva den sier

## Its columns

column-award-id = Nummeret til utmerkelsen; brukes aldri igjen
column-kind = glitter: ros som alle ser. cactus: kritikk til én person, privat
column-given-at-utc = Når den ble gitt, i universell tid (UTC)
column-given-at-local = Når den ble gitt, på arbeidsområdets klokke
column-giver-id = Hvem som ga den: id i chatten; tomt uten chattekonto
column-giver-name = Hvem som ga den, med navn
column-receiver-kind = person, eller team der et helt team fikk den
column-receiver-id = Hvem som fikk den: id i chatten; tomt for team og uten chattekonto
column-receiver-name = Hvem som fikk den, med navn
column-reason = Giverens ord; for en kaktus: hva som skjedde
column-effect = For en kaktus: hva det førte til
column-wish = For en kaktus: hva som hadde vært bedre
column-tags = Verdiene som nevnes, uten #
column-source = colleague: giverens egne ord. customer: en kundes ord, brakt videre
column-channel-id = Hvor den ble gitt: id-en til kanalen eller chatten
column-channel-name = Hvor den ble gitt, med navn
column-retracted-at-utc = Når den ble trukket tilbake; tomt om den står
column-state = Hvor saken til kaktusen står
column-owner-id = Hvem som har saken nå: id i chatten
column-owner-name = Hvem som har saken nå, med navn
column-owner-side = Eierens egen side, der den er en annen
column-delivered-at-utc = Når kaktusen nådde mottakeren (UTC)
column-answered-at-utc = Når den først ble besvart (UTC)
column-ended-at-utc = Når saken ble avsluttet (UTC)
