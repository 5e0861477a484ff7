### Svenska. En rad per mening; `who` är en lista av personer, redan sammanfogad.

## Glitter

award-title = ✨ Glitter
award-posted = { $giver } gav glitter till { $receivers }
award-posted-customer = { $giver } fick höra det här av en kund om { $receivers }
award-received = { $giver } gav dig glitter
award-received-customer = { $giver } fick höra det här om dig av en kund
award-from-customer = Hört av en kund
award-recorded = Sparat: ditt glitter till { $receivers }.
award-recorded-here = Det syns här om ett ögonblick.
award-recorded-channel = Det syns i { $channel } om ett ögonblick.
award-recorded-there = Det syns i kanalen om ett ögonblick.
award-recorded-direct = Det går raka vägen till den du nämnde.
award-undo-minutes = Du kan ta tillbaka det inom { $minutes ->
    [one] en minut
   *[other] { $minutes } minuter
}.
same-again = Du gav { $receivers } exakt de här orden { $when }, så jag sparade dem inte en gång till.
same-again-hint = Tryck på knappen om du ville ge dem två gånger.

mine-title = Ditt glitter
mine-received = Fått: { $week } den här veckan, { $ever } totalt.
mine-given = Gett: { $week } den här veckan, { $ever } totalt.
mine-latest = De senaste orden till dig
mine-none = Inget glitter till dig ännu. Säkraste sättet att få är att ge.

## Kaktus

cactus-title = 🌵 En kaktus
cactus-held = Det här får { $receiver } läsa, med ditt namn. Ingen annan ser det.
cactus-held-when = Den går i väg { $when }. Till dess kan du ta tillbaka den.
cactus-received = { $giver } har en kaktus till dig: något som hände, sagt bara till dig.
cactus-received-hint = Bara ni två ser det här. Ta den tid du behöver och prata med { $giver } när du är redo.
cactus-moved-open = Din kaktus är framme hos { $receiver } nu.
cactus-moved-withdrawn = Tillbakatagen. { $receiver } fick aldrig se din kaktus.

## Veckan

highlights-title = ✨ Veckans glitter, { $first } – { $last }
highlights-late = Jag var borta när det här skulle ha kommit, så här är det nu.
highlights-counts = { $givers ->
    [one] En kollega
   *[other] { $givers } kollegor
} gav glitter till { $receivers ->
    [one] en person
   *[other] { $receivers } personer
}.
highlights-page = Sida { $page } av { $pages }
highlights-more = { $count ->
    [one] och en till
   *[other] och { $count } till
}
highlights-quiet = En lugn vecka, { $first } – { $last }. Någon gjorde säkert något bra: säg det med /glitter.

## Knappar

action-undo = Ångra
action-give-again = Ge igen
action-withdraw = Ta tillbaka
action-send-now = Skicka nu
action-resend = Skicka igen

## Hjälp

help-glitter-title = ✨ Glitter: beröm som syns
help-glitter-give = /glitter @Kim stannade kvar sent för balsamicokunden
help-glitter-give-hint = Nämn en eller flera kollegor och berätta vad de gjorde. #ord blir värderingar.
help-glitter-customer = /glitter @Kim kund: så vänlig i kassan
help-glitter-customer-hint = För beröm som du har hört av en kund.
help-glitter-words = /glitter me · vad du har fått och gett
help-glitter-undo = /glitter undo · tar tillbaka ditt senaste glitter, inom 10 minuter
help-glitter-cactus = /cactus help · så ger du kritik på tu man hand
help-cactus-title = 🌵 Kaktus: kritik som hjälper
help-cactus-give = /cactus @Kim returdisken var tom i tisdags mitt på dagen
help-cactus-give-hint = Berätta om ett tillfälle: vad som hände och var. Aldrig hur någon är.
help-cactus-private = Bara mottagaren läser den, med ditt namn. Den är aldrig anonym och hamnar aldrig i en kanal.
help-cactus-hold = Den väntar en stund innan den går i väg, så att du hinner tänka efter.
help-cactus-whistle = Det här är ingen visselblåsarkanal: allvarliga missförhållanden hör hemma där din arbetsgivare lovar anonymitet.

## Svar

undone = Tillbakataget: ditt glitter till { $who } räknas inte längre.
undone-already = Ditt glitter till { $who } var redan tillbakataget.
moved-to-direct = Jag får inte skriva i { $detail }, så { $who } fick ditt glitter som direktmeddelande.
blocked-receiver = Jag nådde inte { $who } med ditt glitter. Det är sparat och räknas.
blocked-cactus = Jag nådde inte { $who } med din kaktus. Ingen har läst den; prata öga mot öga i stället.
blocked-highlights = Jag får inte skriva i { $detail }, så veckans glitter väntar. Bjud in mig dit eller välj en annan kanal, så kommer det genast.
no-highlights-channel = Det är dags för veckans glitter, men ingen kanal är vald. Välj en, så kommer det genast.
unknown-outcome = Jag vet inte om ett meddelande kom fram till { $detail }. Titta där, och skicka det igen om det saknas.
resent = På väg igen.
receiver-refused = { $who } visade sig inte vara en kollega som kan få glitter, så det togs tillbaka.
cactus-openly-private = En kaktus är privat, och de orden stod öppet, så jag sparade ingenting. Skriv den här, bara till mig: cactus @namn vad som hände
cactus-openly-aloud = Jag har svarat i vår privata chatt.
workspace-unknown = Jag känner inte den här arbetsytan än. Be din administratör att installera mig igen.

## Nej: vad som gick fel, och vad man kan göra

refused-nobody = Ingen är nämnd. Skriv @ och välj en kollega, och berätta sedan vad hen gjorde.
refused-not-a-mention = Jag vet inte vem { $detail } är. Skriv @ och välj kollegan i listan som öppnas.
refused-no-reason = Det fattas några ord om vad som hände: minst { $count } tecken.
refused-too-long = Det är { $other } tecken långt; { $count } är det mesta. Korta det lite.
refused-too-many = Högst { $count } kollegor åt gången. Dela upp det i två.
refused-oneself = Glitter till dig själv får du helst av någon annan.
refused-oneself-cactus = En kaktus går till någon annan. Prata igenom det med en kollega du litar på.
refused-bot = { $who } är en bot och kan inte glädjas åt det. Välj en kollega.
refused-deactivated = Kontot för { $who } är stängt, så inget skulle komma fram.
refused-stranger = { $who } hör till en annan organisation. Här går det bara till dina egna kollegor.
refused-you-stranger = Det här hör till en annan organisation än din, så jag kan inte ta emot det av dig.
refused-daily-glitter = { $count } om dagen är det mesta, och du har { $other } kvar i dag. Du kan ge mer från { $when }.
refused-daily-cactus = { $count } om dagen är det mesta, och du har { $other } kvar i dag. Du kan skicka fler från { $when }.
refused-pair-cactus = { $who } fick en kaktus av dig för mindre än en vecka sedan. Du kan skicka nästa från { $when }, eller ta det öga mot öga.
refused-one-receiver = En kaktus går till en enda person. Nämn en, och berätta bara det som rör hen.
refused-cactus-off = Kaktusar är avstängda i den här arbetsytan.
refused-undo-none = Du har inget glitter från de senaste 10 minuterna att ta tillbaka.
refused-undo-late = De 10 minuterna för att ta tillbaka det är över.
refused-not-yours = Den knappen är någon annans.
refused-gone = Det finns inte kvar här. Inget har ändrats.
refused-moved-on = Det avgjordes alldeles nyss: kaktusen har redan gått vidare.
refused-not-ready = Export och historik kommer i en senare version. Be den som driver mig att köra: python app.py export
refused-suspended = Jag har tagits bort från den här arbetsytan. Be din administratör att installera mig igen.
not-recorded = Inte sparat: mitt minne svarar inte. Inget är förlorat; skicka det igen om en minut.
went-wrong = Inte sparat: något gick sönder i mig (referens { $detail }). Skicka det igen, och säg till den som driver mig om det fortsätter.
your-words = Dina ord: { $draft }

## Ord som kan skrivas, bredvid de engelska

words-help = hjälp
words-me = mig, jag
words-undo = ångra
words-settings = inställningar
words-export = exportera
words-history = historik
words-open = öppna
words-customer = kund
words-and = och
