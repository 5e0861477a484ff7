### Svenska: exporter, och vad var och en får veta om sina uppgifter.

## The spreadsheet

export-sheet-awards = Utmärkelser
export-sheet-columns = Vad kolumnerna betyder
export-column = Kolumn
export-meaning = Vad den säger

## Its columns

column-award-id = Utmärkelsens nummer; används aldrig igen
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
column-tags = Värdena som nämns, utan #
column-source = colleague: givarens egna ord. customer: en kunds ord, vidarebefordrade
column-channel-id = Var den gavs: kanalens eller chattens id
column-channel-name = Var den gavs, med namn
column-retracted-at-utc = När den togs tillbaka; tomt om den står kvar
column-state = Var kaktusens ärende står
column-owner-id = Vem som har ärendet nu: id i chatten
column-owner-name = Vem som har ärendet nu, med namn
column-owner-side = Ägarens egen bild, om den är en annan
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
export-failed = Din export kunde inte skrivas. Inget lämnade registret; fråga igen eller säg till den som driver mig.
export-told = { $who } exporterade { $count ->
    [one] en rad
   *[other] { $count } rader
}: { $detail }. Det står i loggen över exporter.
export-told-operator = Den som driver mig exporterade { $count ->
    [one] en rad
   *[other] { $count } rader
}: { $detail }. Det står i loggen över exporter.
export-ready = Här är din export: { $count ->
    [one] en rad
   *[other] { $count } rader
}.
export-hash = Fingeravtryck (SHA-256): { $it }
export-fetch = Hämta den före { $when }; sedan är den borta.
export-download = Ladda ner filen
export-gone = Den filen är borta. Be om en ny: /glitter export
export-declined = Då behåller jag filen, och snart är den borta.
export-delivered = Filen ligger i din OneDrive.
export-not-delivered = Filen gick inte att lägga i din OneDrive. Be om den igen: /glitter export
export-period = Tid: { $span }
export-kind = Slag: { $it }
export-team = För teamet: { $it }
export-value = Värde: { $it }
export-form = Filformat: { $it }
export-between = { $first } till { $last }
export-since = från { $first }
export-until = till och med { $last }
export-always = allt som finns
action-agree-export = Godkänn exporten
action-refuse-export = Avslå exporten
action-fetch-export = Hämta filen
action-leave-export = Låt filen vara
refused-export-how = Jag förstår inte ”{ $detail }”. Skriv till exempel: /glitter export 2026-05 glitter xlsx, eller 2026-01-01..2026-03-31, eller namnet på ett team.
refused-export-nobody-agrees = Exporter med kaktusar kräver en andra HR-person här, och det finns ingen. Den som driver mig kan utse en: python app.py role
refused-export-second-person = Det är din egen export: någon annan på HR måste godkänna den.
words-kind-glitter = glitter, beröm
words-kind-cactus = kaktus
words-period-week = vecka, veckan
words-period-month = månad, månaden
words-period-year = år, året

## Privacy

post-erased = Här stod ord som har raderats.
mydata-begun = Jag samlar allt om dig. Filen kommer till dig i vår privata chatt.
mydata-about = Allt om dig, åt båda håll; av andra bara namn
refused-mydata-how = Jag förstår inte ”{ $detail }”. Skriv /glitter mydata eller /glitter mydata csv.
words-mydata = minadata, minauppgifter
