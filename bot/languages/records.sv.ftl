### Svenska: exporter, och vad var och en får veta om sina uppgifter.

## The spreadsheet

export-sheet-awards = Glitter och kaktusar
export-sheet-columns = Vad kolumnerna betyder
export-column = Kolumn
export-meaning = Vad den säger

## Its columns

column-award-id = Radens nummer; används aldrig igen
column-kind = glitter: beröm som alla ser. cactus: kritik till en enda person, privat
column-given-at-utc = När den gavs, i universell tid (UTC)
column-given-at-local = När den gavs, på arbetsytans klocka
column-giver-id = Vem som gav den: id i chatten; tomt utan chattkonto
column-giver-name = Vem som gav den, med namn
column-receiver-kind = person, eller team när ett helt team fick den
column-receiver-id = Vem som fick den: id i chatten; tomt för team och utan chattkonto
column-receiver-name = Vem som fick den, med namn
column-reason = Givarens ord; för en kaktus: vad som hände
column-effect = För en kaktus: vad det ledde till
column-wish = För en kaktus: vad som hade varit bättre
column-tags = Värderingarna som nämns, utan #
column-source = colleague: givarens egna ord. customer: en kunds ord, vidarebefordrade
column-channel-id = Var den gavs: kanalens eller chattens id
column-channel-name = Var den gavs, med namn
column-retracted-at-utc = När den togs tillbaka; tomt om den står kvar
column-state = Hur långt kaktusens ärende har kommit
column-owner-id = Vem som har ärendet nu: id i chatten
column-owner-name = Vem som har ärendet nu, med namn
column-owner-side = Hur den som har ärendet ser det, om det är på ett annat sätt
column-delivered-at-utc = När kaktusen nådde mottagaren (UTC)
column-answered-at-utc = När den först besvarades (UTC)
column-ended-at-utc = När ärendet avslutades (UTC)

## Exports from the chat

export-begun = Din export görs nu. Filen kommer till dig i vår privata chatt.
export-waits = Exporter med kaktusar kräver en andra HR-person här. Jag har frågat { $who }; filen kommer när någon av dem säger ja.
export-agree = { $who } vill exportera glitter och kaktusar: { $detail }. Går du med på det?
export-agreed = Klart. Filen går till { $who }.
export-refused = Inget exporteras. Jag har sagt det till { $who }.
export-was-agreed = { $who } gick med på din export; filen görs nu.
export-was-refused = { $who } gick inte med på din export. Prata med varandra och fråga igen.
export-progress = Din export är på väg: { $count } av { $other } rader är skrivna.
export-nothing = Inget passar in på det här, så det blir ingen fil: { $detail }
export-failed = Din export kunde inte skrivas. Inget lämnade registret; fråga igen eller säg till den som driver mig.
export-told = { $who } exporterade { $count ->
    [one] en rad
   *[other] { $count } rader
}: { $detail }. Det står i loggboken.
export-told-operator = Den som driver mig exporterade { $count ->
    [one] en rad
   *[other] { $count } rader
}: { $detail }. Det står i loggboken.
export-ready = Här är din export: { $count ->
    [one] en rad
   *[other] { $count } rader
}.
export-hash = Fingeravtryck (SHA-256): { $it }
export-fetch = Hämta den före { $when }; sedan är den borta.
export-download = Ladda ner filen
export-gone = Den filen är borta. Be om en ny: /glitter exportera
export-declined = Då behåller jag filen, och snart är den borta.
export-delivered = Filen ligger i din OneDrive.
export-not-delivered = Filen gick inte att lägga i din OneDrive. Be om den igen: /glitter exportera
export-period = Tid: { $span }
export-kind = Slag: { $it }
export-team = För teamet: { $it }
export-person = Vem: { $it }
export-source = Hört av: { $it }
export-state = Läge: { $it }
export-text = Med orden: ”{ $it }”
export-value = Värdering: { $it }
export-form = Filformat: { $it }
export-between = { $first } till { $last }
export-since = från { $first }
export-until = till och med { $last }
export-always = allt som finns
action-agree-export = Godkänn exporten
action-refuse-export = Avslå exporten
action-fetch-export = Hämta filen
action-leave-export = Låt filen vara
refused-export-how = Jag förstår inte ”{ $detail }”. Skriv till exempel: /glitter exportera 2026-05 glitter xlsx, 2026-01-01..2026-03-31, en kollega, namnet på ett team, #omtanke, kund, ett läge som blommade, eller "ord".
refused-export-nobody-agrees = Exporter med kaktusar kräver en andra HR-person här, och det finns ingen. Den som driver mig kan utse en: python app.py role
refused-export-one-person = En export gäller en person, eller alla: nämn en kollega, eller ingen.
refused-export-second-person = Det är din egen export: någon annan på HR måste godkänna den.
words-kind-glitter = glitter, beröm
words-kind-cactus = kaktus
words-colleague = kollega, kollegor
words-state-review = granskas
words-state-open = obesvarad, obesvarade
words-state-acknowledged = omhändertagen, omhändertagna
words-state-promised = utlovad, utlovade
words-state-disputed = ifrågasatt, ifrågasatta
words-state-offered = överlämnas
words-state-done = ordnad, ordnade
words-state-bloomed = blommade, blommat
words-state-reported = anmäld, anmälda, rapporterad, rapporterade
words-state-withdrawn = tillbakatagen, tillbakatagna
words-state-closed = avslutad, avslutade
words-state-expired = utgången, utgångna
words-period-week = vecka, veckan
words-period-month = månad, månaden
words-period-year = år, året

## Privacy

post-erased = Här stod ord som har raderats.
mydata-begun = Jag samlar allt om dig. Filen kommer till dig i vår privata chatt.
mydata-about = Allt om dig, åt båda håll; om andra bara namn
refused-mydata-how = Jag förstår inte ”{ $detail }”. Skriv /glitter minadata eller /glitter minadata csv.
words-mydata = minadata, minauppgifter

## Sidorna: det egna

pages-saved = Sparat.
pages-save = Spara
pages-data = Mina uppgifter
pages-data-hint = Allt om dig i en fil, åt båda hållen: det du har gett och fått, dina ärenden med det som sagts i dem, dina inställningar. Om andra står bara namn och vad de skrev till dig.
pages-data-json = Ladda ner som JSON
pages-data-csv = Ladda ner som CSV

pages-told = Klart
pages-link-again = Skicka en ny länk
pages-link-sent = En ny länk finns i din chatt med mig. Den leder tillbaka hit och gäller i fem minuter.
refused-sign-in-anew = Här måste jag vara säker på att det är du: logga in en gång till. Det är mer än tio minuter sedan sist.

## Sidorna: människor, och att radera någon

people-title = Människor
people-hint = Sök upp någon för att se vad som finns sparat om dem, och för att radera dem.
people-awards = Det som har getts
people-erased = Raderat för gott. Loggboken säger vem som gjorde det, men inget namn.
erase-title = Vad en radering skulle ta bort
erase-gave = Gav: { $count }
erase-received = Fick: { $count }
erase-owns = Kaktusar hos dem: { $count }
erase-said = Steg i kaktusar: { $count }
erase-goes-words = Deras ord, orden till dem, och namnet var det än står; kaktusar som pågår avslutas.
erase-goes-posts = Inlägg i kanaler ändras där chatten tillåter det. Det som står i deras egen chatt tillhör chatten.
erase-goes-traces = Roller, team, utkast, inloggningar, och det loggboken säger om dem.
erase-stays = Det andra har gett och fått går fortfarande ihop: raderna blir kvar, utan ord och utan namnet. Det går inte att ångra.
erase-type = Skriv namnet för att radera: { $name }
erase-now = Radera för gott
erase-not-noted = Inget raderades: jag kunde inte anteckna det för återställda säkerhetskopior. Den som driver mig hittar orsaken i min logg.
refused-erase-name = Inget raderades: du skrev ett annat namn. Skriv det som det står: { $who }
refused-erase-held = Ett bevarandekrav från { $detail } håller kvar uppgifterna till { $when }. Den som driver mig kan avsluta det: python app.py hold release
refused-erase-yourself = Någon annan med HR-rollen får radera dig, eller den som driver mig.

## Vem som tar emot kaktusar

opt-in-ask = Här kan kollegor privat berätta för varandra vad som gick fel: det är en kaktus. Givaren står med namn, och du kan svara, lämna över eller invända. Får kaktusar nå dig? Ingen får veta vad du väljer, och du kan ändra dig: /glitter inställningar
opt-in-yes = Tack: kaktusar får nå dig. Du kan ändra det när du vill: /glitter inställningar
opt-in-no = Då når ingen kaktus dig. Du kan ändra det när du vill: /glitter inställningar
opt-in-stopped = Kaktus { $count } har inte nått någon: { $who } tar inte emot kaktusar just nu. Ni kan prata i stället.
action-take-cacti = Kaktusar får nå mig
action-no-cacti = Inga kaktusar till mig
refused-opt-in = Inget skickades: här når kaktusar bara dem som har tackat ja, och det har inte { $who }. Jag har frågat, utan att säga vem eller vad; kanske kan ni prata så länge.
refused-opt-in-team = Inget skickades: här når kaktusar bara dem som har tackat ja, och det har ingen som skulle få den i { $detail }. Jag har frågat, utan att säga vem eller vad.
