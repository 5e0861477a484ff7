### Norsk bokmål. Én linje per setning; `who` er en liste av personer, allerede satt sammen.

## Glitter

award-title = ✨ Glitter
award-posted = { $giver } ga glitter til { $receivers }
award-posted-customer = { $giver } fikk høre dette av en kunde om { $receivers }
award-received = { $giver } ga deg glitter
award-received-customer = { $giver } fikk høre dette om deg av en kunde
award-from-customer = Hørt av en kunde
award-recorded = Lagret: glitteret ditt til { $receivers }.
award-recorded-here = Det vises her om et øyeblikk.
award-recorded-channel = Det vises i { $channel } om et øyeblikk.
award-recorded-there = Det vises i kanalen om et øyeblikk.
award-recorded-direct = Det går rett til den du nevnte.
award-undo-minutes = Du kan ta det tilbake innen { $minutes ->
    [one] ett minutt
   *[other] { $minutes } minutter
}.
same-again = Du ga { $receivers } akkurat disse ordene { $when }, så jeg lagret dem ikke en gang til.
same-again-hint = Trykk på knappen hvis du mente det to ganger.

mine-title = Glitteret ditt
mine-received = Fått: { $week } denne uken, { $ever } i alt.
mine-given = Gitt: { $week } denne uken, { $ever } i alt.
mine-latest = De siste ordene til deg
mine-none = Ikke noe glitter til deg ennå. Den sikreste måten å få på er å gi.

## Kaktus

cactus-title = 🌵 En kaktus
cactus-held = Dette får { $receiver } lese, med navnet ditt. Ingen andre ser det.
cactus-held-when = Den går ut { $when }. Frem til da kan du trekke den tilbake.
cactus-received = { $giver } har en kaktus til deg: noe som hendte, sagt bare til deg.
cactus-received-hint = Bare dere to ser dette. Ta den tiden du trenger, og snakk med { $giver } når du er klar.
cactus-moved-open = Kaktusen din er hos { $receiver } nå.
cactus-moved-withdrawn = Trukket tilbake. { $receiver } fikk aldri se kaktusen din.

## Uken

highlights-title = ✨ Ukens glitter, { $first } – { $last }
highlights-late = Jeg var borte da dette skulle ha kommet, så her er det nå.
highlights-counts = { $givers ->
    [one] Én kollega
   *[other] { $givers } kolleger
} ga glitter til { $receivers ->
    [one] én person
   *[other] { $receivers } personer
}.
highlights-page = Side { $page } av { $pages }
highlights-more = { $count ->
    [one] og én til
   *[other] og { $count } til
}
highlights-quiet = En stille uke, { $first } – { $last }. Noen gjorde sikkert noe bra: si det med /glitter.

## Knapper

action-undo = Angre
action-give-again = Gi igjen
action-withdraw = Trekk tilbake
action-send-now = Send nå
action-resend = Send på nytt

## Hjelp

help-glitter-title = ✨ Glitter: ros som synes
help-glitter-give = /glitter @Kim ble igjen til sent for balsamicokunden
help-glitter-give-hint = Nevn én eller flere kolleger, og fortell hva de gjorde. #ord blir verdier.
help-glitter-customer = /glitter @Kim kunde: så vennlig i kassen
help-glitter-customer-hint = For ros som du har hørt av en kunde.
help-glitter-words = /glitter me · hva du har fått og gitt
help-glitter-undo = /glitter undo · tar tilbake det siste glitteret ditt, innen 10 minutter
help-glitter-cactus = /cactus help · slik gir du kritikk på tomannshånd
help-cactus-title = 🌵 Kaktus: kritikk som hjelper
help-cactus-give = /cactus @Kim returdisken sto tom tirsdag midt på dagen
help-cactus-give-hint = Fortell om én hendelse: hva som skjedde, og hvor. Aldri hvordan noen er.
help-cactus-private = Bare mottakeren leser den, med navnet ditt. Den er aldri anonym og havner aldri i en kanal.
help-cactus-hold = Den venter litt før den går ut, så du rekker å tenke deg om.
help-cactus-whistle = Dette er ingen varslingskanal: alvorlige forhold hører hjemme der arbeidsgiveren din lover anonymitet.

## Svar

undone = Tatt tilbake: glitteret ditt til { $who } teller ikke lenger.
undone-already = Glitteret ditt til { $who } var allerede tatt tilbake.
moved-to-direct = Jeg får ikke skrive i { $detail }, så { $who } fikk glitteret ditt som direktemelding.
blocked-receiver = Jeg nådde ikke { $who } med glitteret ditt. Det er lagret og teller.
blocked-cactus = Jeg nådde ikke { $who } med kaktusen din. Ingen har lest den; ta det heller ansikt til ansikt.
blocked-highlights = Jeg får ikke skrive i { $detail }, så ukens glitter venter. Inviter meg dit eller velg en annen kanal, så kommer det straks.
no-highlights-channel = Det er tid for ukens glitter, og ingen kanal er valgt. Velg en, så kommer det straks.
unknown-outcome = Jeg vet ikke om en melding kom frem til { $detail }. Se etter der, og send den på nytt hvis den mangler.
resent = På vei igjen.
receiver-refused = { $who } viste seg ikke å være en kollega som kan få glitter, så det ble tatt tilbake.
cactus-openly-private = En kaktus er privat, og de ordene sto åpent, så jeg lagret ingenting. Skriv den her, bare til meg: cactus @navn hva som skjedde
cactus-openly-aloud = Jeg har svart i den private chatten vår.
workspace-unknown = Jeg kjenner ikke dette arbeidsområdet ennå. Be administratoren din om å installere meg igjen.

## Nei: hva som gikk galt, og hva man kan gjøre

refused-nobody = Ingen er nevnt. Skriv @ og velg en kollega, og fortell så hva vedkommende gjorde.
refused-not-a-mention = Jeg vet ikke hvem { $detail } er. Skriv @ og velg kollegaen i listen som åpner seg.
refused-no-reason = Det mangler noen ord om hva som skjedde: minst { $count } tegn.
refused-too-long = Det er { $other } tegn langt; { $count } er det meste. Kort det litt ned.
refused-too-many = Høyst { $count } kolleger om gangen. Del det i to.
refused-oneself = Glitter til deg selv får du helst av noen andre.
refused-oneself-cactus = En kaktus går til noen andre. Snakk gjennom det med en kollega du stoler på.
refused-bot = { $who } er en bot og kan ikke glede seg over det. Velg en kollega.
refused-deactivated = Kontoen til { $who } er stengt, så ingenting ville kommet frem.
refused-stranger = { $who } hører til en annen organisasjon. Her går det bare til dine egne kolleger.
refused-you-stranger = Dette hører til en annen organisasjon enn din, så jeg kan ikke ta imot det fra deg.
refused-daily-glitter = { $count } om dagen er det meste, og du har { $other } igjen i dag. Du kan gi mer fra { $when }.
refused-daily-cactus = { $count } om dagen er det meste, og du har { $other } igjen i dag. Du kan sende flere fra { $when }.
refused-pair-cactus = { $who } fikk en kaktus av deg for mindre enn en uke siden. Du kan sende den neste fra { $when }, eller ta det ansikt til ansikt.
refused-one-receiver = En kaktus går til én person. Nevn én, og fortell bare det som gjelder vedkommende.
refused-cactus-off = Kaktuser er slått av i dette arbeidsområdet.
refused-undo-none = Du har ikke noe glitter fra de siste 10 minuttene å ta tilbake.
refused-undo-late = De 10 minuttene for å ta det tilbake er over.
refused-not-yours = Den knappen tilhører noen andre.
refused-gone = Det finnes ikke her lenger. Ingenting er endret.
refused-moved-on = Det ble avgjort for et øyeblikk siden: kaktusen har allerede gått videre.
refused-not-ready = Eksport og historikk kommer i en senere versjon. Be den som drifter meg om å kjøre: python app.py export
refused-suspended = Jeg er fjernet fra dette arbeidsområdet. Be administratoren din om å installere meg igjen.
not-recorded = Ikke lagret: minnet mitt svarer ikke. Ingenting er tapt; send det på nytt om et minutt.
went-wrong = Ikke lagret: noe gikk i stykker i meg (referanse { $detail }). Send det på nytt, og si fra til den som drifter meg hvis det fortsetter.
your-words = Ordene dine: { $draft }

## Ord som kan skrives, ved siden av de engelske

words-help = hjelp
words-me = meg
words-undo = angre
words-settings = innstillinger
words-export = eksporter
words-history = historikk
words-open = åpne
words-customer = kunde
words-and = og
