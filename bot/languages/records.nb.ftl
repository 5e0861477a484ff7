### Norsk bokmål: eksporter, og hva hver og en får vite om opplysningene sine.

## The spreadsheet

export-sheet-awards = Glitter og kaktuser
export-sheet-columns = Hva kolonnene betyr
export-column = Kolonne
export-meaning = Hva den sier

## Its columns

column-award-id = Nummeret til raden; brukes aldri igjen
column-kind = glitter: ros som alle ser. cactus: kritikk til én person, privat
column-given-at-utc = Når den ble gitt, i universell tid (UTC)
column-given-at-local = Når den ble gitt, på arbeidsområdets klokke
column-giver-id = Hvem som ga den: id i chatten; tomt uten konto i chatten
column-giver-name = Hvem som ga den, med navn
column-receiver-kind = person, eller team der et helt team fikk den
column-receiver-id = Hvem som fikk den: id i chatten; tomt for team og uten konto i chatten
column-receiver-name = Hvem som fikk den, med navn
column-reason = Giverens ord; for en kaktus: hva som skjedde
column-effect = For en kaktus: hva det førte til
column-wish = For en kaktus: hva som hadde vært bedre
column-tags = Verdiene som nevnes, uten #
column-source = colleague: giverens egne ord. customer: en kundes ord, brakt videre
column-channel-id = Hvor den ble gitt: id-en til kanalen eller chatten
column-channel-name = Hvor den ble gitt, med navn
column-retracted-at-utc = Når den ble trukket tilbake; tomt om den står
column-state = Hvor langt saken til kaktusen er kommet
column-owner-id = Hvem som har saken nå: id i chatten
column-owner-name = Hvem som har saken nå, med navn
column-owner-side = Hvordan den som har saken, ser det, der det er annerledes
column-delivered-at-utc = Når kaktusen nådde mottakeren (UTC)
column-answered-at-utc = Når den først ble besvart (UTC)
column-ended-at-utc = Når saken ble avsluttet (UTC)

## Exports from the chat

export-begun = Eksporten din lages nå. Filen kommer til deg i den private chatten vår.
export-waits = Eksporter med kaktuser krever en HR-person til her. Jeg har spurt { $who }; filen kommer når en av dem sier ja.
export-agree = { $who } vil eksportere glitter og kaktuser: { $detail }. Sier du ja til det?
export-agreed = I orden. Filen går til { $who }.
export-refused = Ingenting eksporteres. Jeg har sagt fra til { $who }.
export-was-agreed = { $who } sa ja til eksporten din; filen lages nå.
export-was-refused = { $who } sa nei til eksporten din. Snakk sammen og spør igjen.
export-progress = Eksporten din er på vei: { $count } av { $other } rader er skrevet.
export-nothing = Ingenting passer til dette, så det blir ingen fil: { $detail }
export-failed = Eksporten din kunne ikke skrives. Ingenting har forlatt registeret; spør igjen eller si fra til den som drifter meg.
export-told = { $who } eksporterte { $count ->
    [one] én rad
   *[other] { $count } rader
}: { $detail }. Det står i loggboken.
export-told-operator = Den som drifter meg, eksporterte { $count ->
    [one] én rad
   *[other] { $count } rader
}: { $detail }. Det står i loggboken.
export-ready = Her er eksporten din: { $count ->
    [one] én rad
   *[other] { $count } rader
}.
export-hash = Fingeravtrykk (SHA-256): { $it }
export-fetch = Hent den før { $when }; etter det er den borte.
export-download = Last ned filen
export-gone = Den filen er borte. Be om en ny: /glitter eksporter
export-declined = Da beholder jeg filen, og snart er den borte.
export-delivered = Filen ligger i OneDrive hos deg.
export-not-delivered = Filen kunne ikke legges i OneDrive hos deg. Be om den igjen: /glitter eksporter
export-period = Tidsrom: { $span }
export-kind = Slag: { $it }
export-team = For teamet: { $it }
export-person = Hvem: { $it }
export-source = Hørt fra: { $it }
export-state = Tilstand: { $it }
export-text = Med ordene: «{ $it }»
export-value = Verdi: { $it }
export-form = Filformat: { $it }
export-between = { $first } til { $last }
export-since = fra { $first }
export-until = til og med { $last }
export-always = alt som finnes
action-agree-export = Godkjenn eksporten
action-refuse-export = Avslå eksporten
action-fetch-export = Hent filen
action-leave-export = La filen ligge
refused-export-how = Jeg forstår ikke «{ $detail }». Skriv for eksempel: /glitter eksporter 2026-05 glitter xlsx, 2026-01-01..2026-03-31, en kollega, navnet på et team, #omsorg, kunde, en tilstand som blomstret, eller "ord".
refused-export-nobody-agrees = Eksporter med kaktuser krever en HR-person til her, og det er ingen. Den som drifter meg, kan utpeke en: python app.py role
refused-export-one-person = En eksport gjelder én person, eller alle: nevn én kollega, eller ingen.
refused-export-second-person = Det er din egen eksport: en annen i HR må godkjenne den.
words-kind-glitter = glitter, ros
words-kind-cactus = kaktus
words-colleague = kollega, kolleger
words-state-review = vurderes
words-state-open = ubesvart, ubesvarte
words-state-acknowledged = påtatt, påtatte
words-state-promised = lovet, lovede
words-state-disputed = omstridt, omstridte
words-state-offered = overleveres
words-state-done = ordnet, ordnede
words-state-bloomed = blomstret
words-state-reported = meldt, meldte, rapportert, rapporterte
words-state-withdrawn = trukket
words-state-closed = avsluttet, avsluttede
words-state-expired = utløpt, utløpte
words-period-week = uke, uka, uken
words-period-month = måned, måneden
words-period-year = år, året

## Privacy

post-erased = Her sto det ord som er slettet.
mydata-begun = Jeg samler alt om deg. Filen kommer til deg i den private chatten vår.
mydata-about = Alt om deg, begge veier; om andre bare navn
refused-mydata-how = Jeg forstår ikke «{ $detail }». Skriv /glitter minedata eller /glitter minedata csv.
words-mydata = minedata, mineopplysninger

## Sidene: det som er ens eget

pages-saved = Lagret.
pages-save = Lagre
pages-data = Mine opplysninger
pages-data-hint = Alt om deg i én fil, begge veier: det du har gitt og fått, sakene dine med det som er sagt i dem, innstillingene dine. Om andre står bare navn og hva de skrev til deg.
pages-data-json = Last ned som JSON
pages-data-csv = Last ned som CSV

pages-told = I orden
pages-link-again = Send en ny lenke
pages-link-sent = En ny lenke ligger i chatten din med meg. Den fører tilbake hit og gjelder i fem minutter.
refused-sign-in-anew = Her må jeg være sikker på at det er deg: logg inn en gang til. Det er mer enn ti minutter siden sist.

## Sidene: mennesker, og å slette noen

people-title = Mennesker
people-hint = Slå opp noen for å se hva som er lagret om dem, og for å slette dem.
people-awards = Det som er gitt
people-erased = Slettet for godt. Loggboken sier hvem som gjorde det, men ikke noe navn.
erase-title = Hva en sletting ville ta bort
erase-gave = Ga: { $count }
erase-received = Fikk: { $count }
erase-owns = Kaktuser hos dem: { $count }
erase-said = Steg i kaktuser: { $count }
erase-goes-words = Ordene deres, ordene til dem, og navnet hvor det enn står; kaktuser som pågår, avsluttes.
erase-goes-posts = Innlegg i kanaler endres der chatten tillater det. Det som står i deres egen chat, tilhører chatten.
erase-goes-traces = Roller, team, utkast, innlogginger, og det loggboken sier om dem.
erase-stays = Det andre har gitt og fått, går fortsatt opp: radene blir igjen, uten ord og uten navnet. Det kan ikke angres.
erase-type = Skriv navnet for å slette: { $name }
erase-now = Slett for godt
erase-not-noted = Ingenting ble slettet: jeg kunne ikke notere det for gjenopprettede sikkerhetskopier. Den som drifter meg, finner årsaken i loggen min.
refused-erase-name = Ingenting ble slettet: du skrev et annet navn. Skriv det som det står: { $who }
refused-erase-held = Et bevaringskrav fra { $detail } holder på opplysningene til { $when }. Den som drifter meg, kan avslutte det: python app.py hold release
refused-erase-yourself = Noen andre med HR-rollen må slette deg, eller den som drifter meg.

## Hvem som tar imot kaktuser

opt-in-ask = Her kan kolleger privat fortelle hverandre hva som gikk galt: det er en kaktus. Giveren står med navn, og du kan svare, gi den videre eller si imot. Kan kaktuser nå deg? Ingen får vite hva du velger, og du kan ombestemme deg: /glitter innstillinger
opt-in-yes = Takk: kaktuser kan nå deg. Du kan endre det når du vil: /glitter innstillinger
opt-in-no = Da når ingen kaktus deg. Du kan endre det når du vil: /glitter innstillinger
opt-in-stopped = Kaktus { $count } har ikke nådd noen: { $who } tar ikke imot kaktuser akkurat nå. Dere kan snakke sammen i stedet.
action-take-cacti = Kaktuser kan nå meg
action-no-cacti = Ingen kaktuser til meg
refused-opt-in = Ingenting ble sendt: her når kaktuser bare dem som har sagt ja, og det har ikke { $who }. Jeg har spurt, uten å si hvem eller hva; kanskje kan dere snakke sammen imens.
refused-opt-in-team = Ingenting ble sendt: her når kaktuser bare dem som har sagt ja, og det har ingen som ville fått den i { $detail }. Jeg har spurt, uten å si hvem eller hva.
