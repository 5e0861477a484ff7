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
