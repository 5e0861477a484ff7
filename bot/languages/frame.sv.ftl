### Svenska: lekplatsens sida, runt det som botten säger.

## Its frame

playground-title = Lekplats för Glitterkaktus
playground-company = Lekplats · { $company }
playground-skip = Hoppa till meddelandefältet
playground-sidebar = Människor och platser
playground-people = Du är
playground-channels = Kanaler
playground-direct = Direktmeddelanden
playground-clock = Klocka
playground-clock-shows = Klockan visar { $when }
playground-clock-elsewhere = { $time } i { $city }
playground-jump-zone = Tiden i { $city }
playground-jump-ten-minutes = +10 minuter
playground-jump-tomorrow = I morgon 9:00
playground-jump-friday = Till fredag 15:00
playground-suggestions = Förslag
playground-message = Meddelande
playground-message-to = Meddelande till { $place }
playground-no-script = Lekplatsen behöver JavaScript: den är en liten chatt.
playground-only-two = Bara ni två
playground-only-you = Bara du ser det här
playground-bot = bot
playground-cancel = Avbryt
playground-take-example = Lägg det här i meddelandefältet
playground-new-in = Nytt meddelande i { $place }
playground-new-here = nya meddelanden
playground-new-for = har ett nytt meddelande

## An empty place

playground-quiet = Det är tyst i #{ $channel }
playground-quiet-what = Någon gjorde säkert något bra i dag. Klicka på ett exempel, ändra det som du vill och tryck på Enter.
playground-quiet-next = Bli sedan någon annan till vänster, eller ställ fram klockan: kaktusar som väntar går i väg, och på fredag kommer veckans glitter.
playground-private = Bara du och botten
playground-private-what = Det du skriver här ser bara du och Glitterkaktus. Hit kommer också kaktusar.
playground-example-glitter = stannade kvar för kunden som letade efter balsamico
playground-example-cactus = returdisken var tom mitt på dagen i tisdags

## The message field

playground-hint = Skriv / för kommandon, @ för en kollega. Enter skickar.
playground-hint-commands = Välj ett kommando med piltangenterna och Enter.
playground-hint-glitter = Nämn en eller flera kollegor med @, och berätta sedan vad de gjorde.
playground-hint-form = Enter öppnar ett formulär. Eller nämn en kollega med @, och berätta om ett tillfälle.
playground-hint-cactus = Nämn en kollega med @, och berätta om ett tillfälle. Hen läser det, med ditt namn, och HR kan göra det.
playground-command-glitter = Beröm en kollega så att alla ser det
playground-command-cactus = Berätta för en enda kollega vad som hände
playground-command-me = Vad du har fått och gett
playground-command-undo = Ta tillbaka ditt senaste glitter
playground-command-moment = För administratörer och teamledare: välj veckans ögonblick
playground-command-help = Så fungerar beröm
playground-command-open = Kaktusarna du har gett och fått
playground-command-cactus-help = Så fungerar kritik

## What went wrong

playground-gone = Anslutningen är borta. Försöker igen …
playground-not-through = Det gick inte fram. Försök igen.
playground-nobody = Ingen arbetar här än.
playground-unknown-command = Jag kan /glitter och /cactus. Ingen har sett det du skrev.
playground-unknown-person = Ingen med det namnet arbetar här.
playground-unknown-place = Det finns ingen sådan plats här.
playground-too-long = Det blev för långt: högst { $count } tecken får plats. Korta ner det.
playground-too-much = Det blev för mycket på en gång. Korta ner det.
playground-unreadable = Jag kunde inte läsa det som sidan skickade ({ $detail }). Ladda om sidan.

## Its people and places

playground-role-manager = Chef
playground-role-till = Kassa
playground-role-hr = HR
playground-role-warehouse = Lager
playground-role-web-shop = Webbutik
playground-city-stockholm = Stockholm
playground-city-oslo = Oslo
playground-city-helsinki = Helsingfors
playground-city-copenhagen = Köpenhamn
playground-city-umea = Umeå
playground-city-kolkata = Kolkata
playground-topic-everyone = Alla i butikerna
playground-topic-till-line = Kassalinjen i Umeå
