### Norsk bokmål: lekeplassens side, rundt det boten sier.

## Its frame

playground-title = Lekeplassen til Glitterkaktus
playground-company = Lekeplass · { $company }
playground-skip = Hopp til meldingsfeltet
playground-sidebar = Folk og steder
playground-people = Du er
playground-channels = Kanaler
playground-direct = Direktemeldinger
playground-clock = Klokke
playground-clock-shows = Klokken viser { $when }
playground-clock-elsewhere = { $time } i { $city }
playground-jump-zone = Tiden i { $city }
playground-jump-ten-minutes = +10 minutter
playground-jump-tomorrow = I morgen 9:00
playground-jump-friday = Til fredag 15:00
playground-suggestions = Forslag
playground-message = Melding
playground-message-to = Melding til { $place }
playground-no-script = Lekeplassen trenger JavaScript: den er en liten chat.
playground-only-two = Bare dere to
playground-only-you = Bare du ser dette
playground-bot = bot
playground-cancel = Avbryt
playground-take-example = Sett dette inn i meldingsfeltet
playground-new-in = Ny melding i { $place }
playground-new-here = nye meldinger
playground-new-for = har en ny melding

## An empty place

playground-quiet = Det er stille i #{ $channel }
playground-quiet-what = Noen gjorde sikkert noe bra i dag. Klikk på et eksempel, endre det som du vil, og trykk Enter.
playground-quiet-next = Bli så en annen til venstre, eller still klokken frem: kaktuser som venter, blir sendt, og på fredag kommer ukens glitter.
playground-private = Bare du og boten
playground-private-what = Det du skriver her, er det bare du og Glitterkaktus som ser. Hit kommer også kaktuser.
playground-example-glitter = ble igjen for kunden som lette etter balsamico
playground-example-cactus = returdisken sto tom midt på dagen på tirsdag

## The message field

playground-hint = Skriv / for kommandoer, @ for en kollega. Enter sender.
playground-hint-commands = Velg en kommando med piltastene og Enter.
playground-hint-glitter = Nevn en eller flere kolleger med @, og fortell så hva de gjorde.
playground-hint-form = Enter åpner et skjema. Eller nevn en kollega med @, og fortell om én situasjon.
playground-hint-cactus = Nevn en kollega med @, og fortell om én situasjon. Den du nevner leser det, med navnet ditt, og HR kan gjøre det.
playground-command-glitter = Ros en kollega så alle ser det
playground-command-cactus = Fortell én kollega, på tomannshånd, hva som skjedde
playground-command-me = Hva du har fått og gitt
playground-command-undo = Trekk tilbake ditt siste glitter
playground-command-moment = For administratorer og teamledere: velg ukens øyeblikk
playground-command-help = Slik virker ros
playground-command-open = Kaktusene du har gitt og fått
playground-command-cactus-help = Slik virker kritikk

## What went wrong

playground-gone = Forbindelsen er borte. Prøver igjen …
playground-not-through = Det kom ikke frem. Prøv igjen.
playground-nobody = Ingen jobber her ennå.
playground-unknown-command = Jeg kan /glitter og /cactus. Ingen har sett det du skrev.
playground-unknown-person = Ingen med det navnet jobber her.
playground-unknown-place = Det finnes ikke noe slikt sted her.
playground-too-long = Det ble for langt: det er plass til { $count } tegn. Kort det ned.
playground-too-much = Det ble for mye på én gang. Kort det ned.
playground-unreadable = Jeg klarte ikke å lese det siden sendte ({ $detail }). Last siden på nytt.

## Its people and places

playground-role-manager = Leder
playground-role-till = Kasse
playground-role-hr = HR
playground-role-warehouse = Lager
playground-role-web-shop = Nettbutikk
playground-city-stockholm = Stockholm
playground-city-oslo = Oslo
playground-city-helsinki = Helsingfors
playground-city-copenhagen = København
playground-city-umea = Umeå
playground-city-kolkata = Kolkata
playground-topic-everyone = Alle i butikkene
playground-topic-till-line = Kassalinjen i Umeå
