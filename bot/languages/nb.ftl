### Norsk bokmål. Én linje per setning; `who` er en liste av personer, allerede satt sammen.

moment = { $day } kl. { $time }
quoted = «{ $words }»

## Glitter

award-title = ✨ Glitter
award-posted = { $giver } ga glitter til { $receivers }
award-posted-customer = { $giver } hørte dette om { $receivers } fra en kunde
award-below = ✨ { $receivers } fikk glitter av { $giver } for denne meldingen
award-received = { $giver } ga deg glitter
award-received-customer = { $giver } hørte dette om deg fra en kunde
award-received-team = { $giver } ga teamet ditt { $team } glitter
award-received-team-customer = { $giver } hørte dette om teamet ditt { $team } fra en kunde
award-team = I { $team } er { $people }
award-team-many = Det er { $count } kolleger i { $team }.
award-for-team = til { $team }
reason-message = for denne meldingen
message-open = Åpne meldingen
award-from-customer = Hørt fra en kunde
award-recorded = Lagret: glitteret ditt til { $receivers }.
award-recorded-here = Det vises her om et øyeblikk.
award-recorded-channel = Det vises i { $channel } om et øyeblikk.
award-recorded-there = Det vises i kanalen om et øyeblikk.
award-recorded-direct = Det går rett til den du nevnte.
award-undo-minutes = Du kan trekke det tilbake innen { $minutes ->
    [one] ett minutt
   *[other] { $minutes } minutter
}.
show-ask = { $receiver } i { $team } har ingen konto i chatten. Vis dette, på skjermen eller på papir.
show-title = ✨ Glitter til { $receiver }
show-from = Fra { $giver }, { $day }
show-from-customer = En kunde sa det til { $giver }, { $day }
award-shown = Den som leder teamet, får det for å vise det til { $who }.
award-untold = Teamet har ingen leder ennå, så fortell det gjerne selv til { $who }.
same-again = Du ga { $receivers } akkurat disse ordene { $when }, så jeg lagret dem ikke en gang til.
same-again-hint = Trykk på knappen hvis du mente det to ganger.

mine-title = Glitteret ditt
mine-received = Fått: { $week } denne uken, { $ever } i alt.
mine-given = Gitt: { $week } denne uken, { $ever } i alt.
mine-latest = De siste ordene til deg
mine-none = Ikke noe glitter til deg ennå. Den sikreste måten å få på er å gi.

## Kaktus

cactus-title = 🌵 En kaktus
cactus-bloomed-title = 🌸 En kaktus som blomstret
cactus-held = Dette får { $receiver } lese, med navnet ditt. Bortsett fra HR ser ingen andre det.
cactus-held-when = Den sendes { $when }. Frem til da kan du endre den eller trekke den tilbake.
cactus-held-hours = En kaktus kommer bare frem i mottakerens egen arbeidstid, så den sendes { $when } etter din klokke. Frem til da kan du endre den eller trekke den tilbake.
cactus-held-team = I teamet kommer den til { $people }.
cactus-held-team-many = Den når alle { $count } i teamet; den som tar tak i den først, har hånd om den.
cactus-effect = Hva det førte til
cactus-wish = Hva som hadde vært bedre
cactus-side = Den andre siden
check-found = Ett uttrykk kan stå i veien for det du vil si: «{ $phrase }».
check-why-general = Slike ord er lette å si imot, og da snakker ingen lenger om det som skjedde.
check-why-person = Dette handler om hvordan noen er. Det som skjedde, er lettere å ta til seg, og å gjøre noe med.
check-hint = Endre det, eller send det som det er: du bestemmer. Ingenting er lagret ennå.

praise-begun = lyttet, og gjorde noe bedre for oss alle
case-received = { $giver } har en kaktus til deg: noe som skjedde, sagt bare til deg.
case-received-team = { $giver } har en kaktus til { $receiver }. Den kommer bare til deg, så du kan svare på den eller gi den videre.
case-received-all = { $giver } har en kaktus til { $receiver }. Alle i teamet kan lese den; den som tar tak i den først, har hånd om den.
case-offered = { $owner } spør om du vil overta denne kaktusen.
case-review = Den tredje kaktusen til samme person på ett døgn. Slipp den gjennom, eller stopp den med et ord til den som skrev.
case-reported = { $owner } har meldt denne kaktusen som krenkende. Den hviler til dere har bestemt dere.
case-needs-hr = En kaktus venter på at HR bestemmer, og ingen her har HR-rollen. Gi den til noen i innstillingene (/glitter innstillinger): kaktusen finnes så på sidene deres.
case-owner = Hos { $owner }
case-due = Senest { $when }.
case-promised = Lovet senest { $day }.
case-policy = Våre rutiner mot trakassering
case-state-held = Ikke sendt ennå
case-state-review = Venter på HR
case-state-open = Venter på svar
case-state-acknowledged = Tas hånd om
case-state-promised = Lovet
case-state-disputed = Sett ulikt
case-state-offered = På vei til en annen
case-state-done = Ordnet; hjalp det?
case-state-bloomed = 🌸 Blomstret
case-state-reported = Hviler til HR har bestemt seg
case-state-withdrawn = Trukket tilbake
case-state-closed = Avsluttet av HR
case-state-expired = Avsluttet da tiden var ute

news-release = HR har lest kaktusen din og sendt den videre.
news-hold-back = Noen kaktuser går via HR, og HR leser din først. Det sier ingenting om deg eller ordene dine; du får høre hvordan det går.
news-stop = HR har stoppet kaktusen din. Ingen andre har lest den.
news-thank = { $person } takker for kaktusen og tar tak i det.
news-reply = { $person } har skrevet til deg om kaktusen.
news-promise = { $person } lover at det er i orden senest { $day }.
news-dispute = { $person } ser det på en annen måte. Begge sider står nå på kortet.
news-done = { $person } sier at det er ordnet. Hjalp det?
news-hand-over = Kaktusen din er på vei til { $person }.
news-accept = Kaktusen din er hos { $person } nå.
news-decline = { $person } overtok ikke kaktusen; den blir hos deg.
news-bloom = 🌸 Kaktusen blomstrer: { $person } sier at det hjalp.
news-reopen = { $person } sier at det ikke har hjulpet ennå, så kaktusen er åpen igjen.
news-withdraw = { $person } har trukket kaktusen tilbake. Du trenger ikke gjøre noe mer.
news-report = HR ser på kaktusen din; den hviler så lenge.
news-resume = HR har sett på kaktusen, og den går videre.
news-close = HR har avsluttet kaktusen.
news-due-soon = En kaktus fra { $person } venter på deg, senest { $when }.
news-overdue = Fristen for en kaktus fra { $person } gikk ut { $when }. Et ord i dag er bedre enn et perfekt svar neste uke.
case-escalated = Kaktus { NUMBER($count, useGrouping: 0) } hos { $who } har ventet siden { $when }. Ordene blir hos dem som den gjelder.

case-stand-in = { $owner }, du er stedfortreder for en kollega som er borte, så denne kaktusen kommer til deg.
figures-title = 🌵 Slik går det med kaktusene her
figures-came = { $count ->
    [one] Én kaktus kom.
   *[other] { $count } kaktuser kom.
}
figures-in-time = Besvart i tide: { $count }.
figures-bloomed = 🌸 Blomstret: { $count }.
figures-to-answer = Halvparten fikk svar innen { $hours } { $hours ->
    [one] arbeidstime
   *[other] arbeidstimer
}.
figures-to-end = Halvparten var avsluttet innen { $hours } { $hours ->
    [one] arbeidstime
   *[other] arbeidstimer
}.
figures-hidden = Det som ikke vises her, ville handlet om færre enn { $count } saker.

cases-title = 🌵 Åpne kaktuser
cases-none = Ingen åpne kaktuser. Nyt roen.
cases-mine = { $number } · fra { $other } til deg · { $state }
cases-given = { $number } · fra deg, hos { $other } · { $state }
cases-due = senest { $when }
team-list-title = Teamene
team-list-none = Det finnes ikke noe team ennå. En administrator lager det første: /glitter team new Kassan
team-saved = Lagret. Slik ser teamet ut nå.
team-removed = { $detail } er fjernet. Det som teamet har fått, står fortsatt i historikken under navnet.
team-also = også { $aliases }
team-led = ledes av { $lead }
team-no-lead = ingen leder det
team-count = { $count ->
    [one] én kollega
   *[other] { $count } kolleger
}
team-cacti-all = kaktuser går til alle
team-cacti-lead = kaktuser går til den som leder
team-people = Medlemmer: { $people }

## Uken

highlights-title = ✨ Ukens glitter, { $days }
highlights-late = Jeg var borte da dette skulle ha kommet, men her er det.
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
highlights-quiet = En stille uke ({ $days }). Noen gjorde sikkert noe bra: si det med /glitter.
highlights-moment = 🌟 Ukens øyeblikk
highlights-names = Ukens glitter gikk til
highlights-others = Alle andre
highlights-unnamed = { $count ->
    [one] Og én til, med navn og historie nedenfor.
   *[other] Og { $count } til, alle med navn og historie nedenfor.
}
highlights-below = Historiene følger under denne meldingen.
highlights-customers = Hørt fra kunder
highlights-firsts = Aller første glitter: { $who }
highlights-values = Ukens verdier: { $values }
highlights-bloomed = { $count ->
    [one] 🌸 Én kaktus blomstret.
   *[other] 🌸 { $count } kaktuser blomstret.
}
highlights-tip = 💡 Ukens tips: { $tip }
preview-title = Et blikk fremover: ukens glitter
preview-when = Det legges ut { $when }. Hva du bestemmer her, ser andre først i innlegget.
preview-skipped = Du har hoppet over denne uken; glitteret kommer med neste ukes.
preview-nobody = Ingen har fått glitter ennå.
preview-candidates = Ukens øyeblikk kan også være:
preview-candidate = { $number } · { $giver } til { $receivers }: { $reason }
moment-choice-title = Hvilken historie blir ukens øyeblikk?
moment-choice-until = Du kan velge frem til { $when }. Hvis kolleger reagerer på et innlegg, er det deres valg som gjelder.
moment-choice-picked = Valgt så langt:
moment-choice-none = Det er ikke noe glitter å velge blant denne uken ennå.
moment-picked = Notert: glitteret til { $who } blir ukens øyeblikk, med mindre kollegene velger et annet med reaksjonene sine.
team-week-title = ✨ Teamet ditt { $team }, { $days }
team-week-private = Bare for deg som leder teamet.
team-week-none = Ingen i teamet fikk glitter denne uken.
team-week-unseen = Ikke noe glitter på seks uker: { $who }. Se kanskje en gang til på hva de gjør.
team-week-cases = Kaktuser som venter på deg
team-week-answer = Halvparten av teamets kaktuser ble besvart innen { $hours } { $hours ->
    [one] arbeidstime
   *[other] arbeidstimer
}.
workspace-week-title = Uken i tall, { $days }
workspace-week-glitter = Glitter: { $count }. Givere: { $givers }. Mottakere: { $receivers }.
workspace-week-customers = Hørt fra kunder: { $count }.

chart-title = Glitter per uke
chart-week = uke { $week }
chart-alt = Glitter i hver av de siste tolv ukene, eldst først: { $counts }.

## Knapper

action-undo = Angre
action-refresh = Oppdater
action-give-again = Gi igjen
action-withdraw = Trekk tilbake
action-send-now = Send nå
action-resend = Send på nytt
action-choose-team = Dette teamet
action-edit-draft = Endre
action-edit = Endre
action-send-anyway = Send som det er
action-show = Vis
action-thank = Takk, jeg tar tak i det
action-reply = Svar
action-promise = Lov en dato
action-hand-over = Gi videre
action-accept = Overta
action-decline = Ikke for meg
action-dispute = Dette stemmer ikke
action-report = Meld som krenkende
action-done = Det er ordnet
action-bloom = Ja, det hjalp
action-reopen = Ikke ennå
action-release = Slipp den gjennom
action-stop = Stopp den
action-resume = La den gå videre
action-close = Avslutt saken
action-link = Ja, koble dem sammen
action-give = Gi glitter
action-give-cactus = Gi en kaktus
action-home = Startsiden
action-more = Eldre
action-my-settings = Mine innstillinger
action-settings = Alles innstillinger
action-moment = 🌟 Øyeblikk
action-pick = 🌟 Ukens øyeblikk
action-moments = 🌟 Velg øyeblikk
action-more-moments = Tidligere glitter
action-skip-week = Hopp over uken
action-keep-week = Legg ut likevel
action-post-week = Legg ut nå
action-weekly-off = Ikke flere slike
action-weekly-on = Send meg slike
action-to-team = Send den til teamet
action-praise = Gi glitter for det
action-submit = Send
action-choose-channel = Velg kanal
action-invite = Inviter meg
action-cacti-off = Slå av kaktuser

## Skjemaer

form-cactus = En kaktus
form-edit = Endre kaktusen din
form-reply = Svar
form-promise = Lov en dato
form-hand-over = Gi videre
form-dispute = Dette stemmer ikke
form-report = Meld som krenkende
form-reopen = Ikke ennå
form-stop = Stopp kaktusen
form-close = Avslutt saken
field-who = Hvem skal lese den?
field-who-hint = Én kollega; bortsett fra HR ser ingen andre den.
field-team = Eller hvilket team?
field-team-hint = Den som leder teamet, får den, eller alle i teamet hvis de har valgt det.
field-situation = Hva skjedde?
field-situation-hint = Én hendelse: når, hvor, hva. Ikke hvordan noen er.
field-effect = Hva førte det til?
field-effect-hint = For kundene, for deg, for butikken.
field-wish = Hva hadde vært bedre?
field-wish-hint = Jo tydeligere ønsket er, desto lettere er det å oppfylle.
field-note = Med dine egne ord
field-note-hint = Det går til dem som kaktusen gjelder, og ikke til noen andre.
field-day = Senest hvilken dag?
field-day-hint = Du får en påminnelse arbeidsdagen før.
field-heir = Til hvilken kollega?
field-heir-hint = Kollegaen kan si nei. Den som ga kaktusen, får vite at den flytter, ikke hvorfor.
field-heir-team = Eller til hvilket team?
field-heir-team-hint = Spørsmålet går til den som leder det.
form-glitter = Gi glitter
form-my-settings = Mine innstillinger
form-settings = Alles innstillinger
field-receivers = Hvem fikk det til å skinne?
field-receivers-hint = Én kollega eller flere, høyst 20.
field-to-team = Eller et team
field-to-team-hint = Alle i teamet ser det som sitt.
field-by-name = Eller en kollega uten konto i chatten?
field-by-name-hint = Den som leder teamet, viser det frem. Noen ny: /glitter "Kim Berg" (kassan) …
field-reason = Hva gjorde de?
field-reason-hint = Ett øyeblikk, med dine ord. Alle kan lese det.
field-value = En verdi det viser
field-value-hint = For eksempel omtanke eller mot.
field-customer = Hørt fra en kunde
field-customer-hint = Du bringer videre det en kunde har sagt.
field-channel = Hvor det skal vises
field-channel-hint = Ingen kanal: bare de selv får vite det, og det står i ukens glitter.
field-language = Språk
field-language-hint = Språket jeg snakker med deg.
field-naming = I ukens glitter
field-naming-hint = Hvordan du nevnes når noen har rost deg.
field-direct_messages = Direktemeldinger om glitter
field-direct_messages-hint = Gjelder bare glitter, ikke kaktuser.
field-takes_cacti = Kaktuser kan nå meg
field-takes_cacti-hint = Du kan ombestemme deg når du vil.
field-work_starts = Arbeidsdagen min begynner
field-work_starts-hint = Kaktuser når deg i arbeidstiden, mandag til fredag.
field-work_ends = Arbeidsdagen min slutter
field-work_ends-hint = Etter din egen klokke.
field-highlights_channel = Kanal for ukens glitter
field-highlights_channel-hint = Jeg må få skrive der.
field-highlights_weekday = Dag for ukens glitter
field-highlights_weekday-hint = Én gang i uken.
field-highlights_hour = Klokkeslett for ukens glitter
field-highlights_hour-hint = I tidssonen nedenfor.
field-zone = Tidssone
field-zone-hint = For eksempel Europe/Oslo.
field-glitter_channel = Kanal for alt glitter
field-glitter_channel-hint = Ingen: glitteret vises der det ble gitt.
field-daily_glitter_limit = Glitter per dag og giver
field-daily_glitter_limit-hint = 0 betyr ingen grense.
field-daily_cactus_limit = Kaktuser per dag og giver
field-daily_cactus_limit-hint = 0 betyr ingen grense.
field-values = Verdiene deres
field-values-hint = Ord med komma imellom; skjemaet tilbyr dem.
field-emoji = Emojier som gir glitter
field-emoji-hint = Navn med komma imellom; sett en på en melding, så får den som skrev den glitter. Ingen: slått av.
field-reaction_replies = Svar på en emoji i tråden
field-reaction_replies-hint = Én linje under meldingen, som alle kan lese. Av: bare den som skrev den, får vite det.
field-cactus_on = Kaktuser er slått på
field-cactus_on-hint = Av: ingen kan skrive en ny; de som pågår, fortsetter.
field-cactus_hold_minutes = Minutter en kaktus venter
field-cactus_hold_minutes-hint = Tid for giveren til å tenke seg om; høyst et døgn.
field-cactus_working_hours = Kaktuser bare i arbeidstiden
field-cactus_working_hours-hint = Etter mottakerens klokke.
field-answer_days = Arbeidsdager til å svare
field-answer_days-hint = Deretter går det en påminnelse.
field-holidays = Helligdager i
field-holidays-hint = De regnes ikke som arbeidsdager.
field-receivers_opt_in = Kaktuser bare til dem som har sagt ja
field-receivers_opt_in-hint = Ingen får en kaktus uten å ha sagt ja. Alle blir spurt én gang, privat.
field-two_person_exports = To personer for eksporter med kaktuser
field-two_person_exports-hint = En HR-person til godkjenner før kaktuser eksporteres.
field-policy_link = Rutiner mot trakassering
field-policy_link-hint = En https-adresse. Vises ved en meldt kaktus, for den som meldte den og for HR.
field-cactus_months = Måneder til en kaktus forsvinner
field-cactus_months-hint = 1 til 60. Da forlater den registeret for godt.
field-glitter_months = Måneder til glitter forsvinner
field-glitter_months-hint = 1 til 60. Da forlater det registeret for godt.
field-hr = De som har HR-rollen
field-hr-hint = De ser saker som er meldt eller forsinket.
field-admins = Administratorer
field-admins-hint = De endrer disse innstillingene; en administrator er ikke HR.
option-language-chat = Som i chatten
option-naming-full = Nevn meg
option-naming-first = Bare fornavnet
option-naming-out = Utelat meg
option-holidays-none = Ingen
said-yes = ja
said-no = nei
settings-saved = Lagret. Fra nå av:
settings-same = Ingenting er endret.
home-received = Det jeg har fått
home-given = Det jeg har gitt
home-cases = Mine åpne kaktuser
home-week = Denne uken skinner
home-week-none = Ingen ennå denne uken. Hvem blir først?
home-nothing = Ingenting ennå.
home-settings = Mine innstillinger
slack-channel-invite = Jeg får ikke skrive der. Inviter meg først til kanalen (/invite @Glitterkaktus), og lagre så en gang til.
slack-channel-archived = Den kanalen er arkivert. Velg en annen.
form-not-opened = Skjemaet åpnet seg ikke. Ingenting er tapt; prøv en gang til.
form-slow = Dette tar lengre tid enn vanlig. Ordene dine er her fortsatt; trykk på knappen igjen om litt. De teller én gang.
field-optional = { $label } (hvis du vil)

## Hjelp

help-glitter-title = ✨ Glitter: ros som synes
help-glitter-give = /glitter @Kim ble igjen etter stengetid for balsamicokunden
help-glitter-give-hint = Nevn én eller flere kolleger, eller et team ved navn, og fortell hva de gjorde. #ord blir verdier.
help-glitter-customer = /glitter @Kim kunde: så vennlig i kassen
help-glitter-customer-hint = For ros som du har hørt fra en kunde.
help-glitter-by-name = /glitter "Kim Berg" (kassan) … · for en kollega uten konto i chatten
help-glitter-words = /glitter meg · hva du har fått og gitt
help-glitter-undo = /glitter angre · trekker tilbake det siste glitteret ditt, innen 10 minutter
help-glitter-moment = /glitter øyeblikk · for administratorer og teamledere: velger ukens øyeblikk
help-slack-message = For én melding, også i en tråd, der Slack ikke tar imot kommandoer: velg «Give glitter for this» i menyen, eller sett glitteremojien deres på den.
help-glitter-cactus = /cactus hjelp · slik gir du kritikk på tomannshånd
help-cactus-title = 🌵 Kaktus: kritikk som hjelper
help-cactus-give = /cactus @Kim returdisken sto tom tirsdag midt på dagen
help-cactus-give-hint = Fortell om én hendelse: hva som skjedde, og hvor. Aldri hvordan noen er.
help-cactus-private = Mottakeren leser den, med navnet ditt. HR kan også lese den, og det kan den som drifter meg. Den er aldri anonym og havner aldri i en kanal.
help-cactus-hold = Den venter litt før den sendes, så du rekker å tenke deg om.
help-cactus-words = /cactus · et skjema; /cactus åpne · sakene dine; /cactus fravær og /cactus arbeidstid · når du ikke er der
help-cactus-whistle = Dette er ingen varslingskanal: alvorlige forhold hører hjemme der arbeidsgiveren din lover anonymitet.

## Sider

pages-link = Sidene dine ligger bak denne lenken. Den virker én gang, innen { $minutes ->
    [one] ett minutt
   *[other] { $minutes } minutter
}, og åpner dem i ditt navn: hold den for deg selv.
pages-open = Åpne sidene mine
pages-skip = Hopp til innholdet
pages-nav = Sider
pages-mine = Mitt
pages-team = Teamet mitt
pages-workspace = Alt
pages-figures = Tall
pages-leave = Logg ut
pages-times = Tidene gjelder { $zone }.
pages-hello = Hei, { $name }
pages-enter-hint = Ett trykk, så er du inne. Da er lenken brukt opp, og denne nettleseren er innlogget i høyst åtte timer.
pages-enter = Logg inn
pages-sorry = Det gikk ikke
pages-to-mine = Til mine egne sider
pages-gone-title = Du er logget ut
pages-gone = Vi ses. Skriv /glitter historikk i chatten når du vil tilbake.
pages-away = Hukommelsen min svarer ikke akkurat nå. Ingenting er borte; last siden på nytt om et minutt.
pages-broken = Noe gikk i stykker inni meg (referanse { $detail }). Prøv igjen, og si fra til den som drifter meg hvis det fortsetter.
pages-received = Fått
pages-given = Gitt
pages-cases = Kaktuser
pages-me = Om meg
pages-received-title = Glitter til deg
pages-given-title = Glitter fra deg
pages-given-none = Du har ikke gitt noe ennå. Hvem så du gjøre noe bra?
pages-from = Fra { $name }
pages-to = Til { $name }
pages-between = { $giver } til { $receiver }
pages-undone = Trukket tilbake
pages-onward = Mer av listen
pages-start = Til begynnelsen
pages-more = Lenger tilbake
pages-cases-title = Kaktusene dine
pages-cases-hint = De du har gitt og de som ligger hos deg; bare dere to og HR leser dem.
pages-cases-none = Ingen kaktuser. Nyt roen.
pages-case-title = Kaktus { $number }
pages-case-mine = Kaktus { $number }, fra { $name } til deg
pages-case-given = Kaktus { $number }, fra deg, hos { $name }
pages-case-team = Kaktus { $number }, hos { $name }
pages-case-hint = For å svare eller gjøre noe, skriv dette i chatten: /cactus vis { $number }
pages-talk = Det som er sagt siden
pages-overdue = forsinket
pages-me-title = Det jeg vet om deg
pages-name = Navn
pages-account = Konto i chatten
pages-house = Arbeidsområde
pages-zone = Tidssone
pages-powers = Rollene dine
pages-power-none = Kollega
pages-power-hr = HR
pages-power-admin = Administrator
pages-power-lead = Teamleder
pages-sessions = Her er du logget inn
pages-sessions-hint = Hvis du ikke kjenner igjen en av dem, logg den ut.
pages-session = Siden { $began }, til senest { $ends }
pages-session-this = denne nettleseren
pages-session-end-which = Logg ut den siden { $began }
pages-teams = Teamene dine
pages-team-empty = Ingen er med i teamet ennå.
pages-waiting = Kaktuser som venter
pages-waiting-hint = Ordene blir hos dem de gjelder; du ser hvordan det står til, så ingen blir glemt.
pages-waiting-none = Ingen kaktuser venter her.
pages-team-glitter = Glitter til teamet og folkene i det
pages-team-none = Ikke noe glitter ennå. Den sikreste veien til glitter er å gi.
pages-workspace-title = Alt som er gitt
pages-no-account = uten konto i chatten
filter-text = Ord
filter-who = Person
filter-side = Hva de gjorde
filter-side-any = ga eller fikk
filter-side-received = fikk
filter-side-gave = ga
filter-kind = Slag
filter-kind-any = glitter og kaktuser
filter-kind-glitter = bare glitter
filter-kind-cactus = bare kaktuser
filter-first = Fra og med
filter-last = Til og med
filter-team = Team
filter-team-any = alle team
filter-value = Verdi
filter-source = Hørt fra
filter-source-any = hvem som helst
filter-source-colleague = kolleger
filter-source-customer = kunder
filter-state = Hvordan det står til med kaktusen
filter-state-any = alle tilstander
filter-order = Rekkefølge
filter-order-newest = nyeste først
filter-order-oldest = eldste først
filter-order-giver = etter hvem som ga
filter-order-receiver = etter hvem som fikk
filter-order-kind = etter slag
filter-order-state = etter kaktusens tilstand
filter-order-due = etter hva som skal besvares først
filter-show = Vis
filter-clear = Vis alt
filter-zone = Dagene gjelder { $zone }. Adressen rommer filteret, så du kan sende den til noen andre med HR-rollen.
filter-namesakes = Hvem mener du med «{ $name }»?
filter-nobody = Ingen her heter «{ $name }».
filter-none = Ingenting passer til dette.
filter-none-yet = Ingenting som passer så langt tilbake som { $when }. Det er mer å lete gjennom.
filter-none-so-far = Ingenting som passer så langt. Det er mer å lete gjennom.
column-when = Når
column-from = Fra
column-to = Til
column-words = Ord
figures-page = Hvordan det går
figures-hint = Det siste halvåret. Ingenting sies om færre enn fem, så ingen kan kjennes igjen.
figures-weeks = Glitter per uke
figures-weeks-told = En søyle for hver uke; den høyeste står for { $most }. Tallene er i tabellen under.
figures-answers = Hvor snart kaktuser får svar
figures-answers-told = En søyle for hvert antall arbeidsdager. Tallene er i tabellen under.
figures-as-table = Tallene som tabell
figures-week = Uke fra
figures-glitter = Antall glitter
figures-answered = Besvart
figures-cacti = Antall kaktuser
figures-within = innen { $days ->
    [one] én arbeidsdag
   *[other] { $days } arbeidsdager
}
figures-later = senere
figures-not-yet = ikke ennå
figures-few = færre enn fem
figures-too-few = Tall vises fra fem personer og fem kaktuser.
filter-more = Flere valg
take-all = Alt under dette filteret, som fil:
take = Last ned

## Svar

undone = Trukket tilbake: glitteret ditt til { $who } teller ikke lenger.
undone-already = Glitteret ditt til { $who } var allerede trukket tilbake.
moved-to-direct = Jeg får ikke skrive i { $detail }, så { $who } fikk glitteret ditt som direktemelding.
blocked-receiver = Jeg nådde ikke { $who } med glitteret ditt ennå. Det er lagret og teller, og venter til jeg kan skrive dit.
blocked-cactus = Jeg nådde ikke { $who } med kaktusen din. Den venter til jeg kan skrive dit, og ingen har lest den; ta det heller ansikt til ansikt.
blocked-highlights = Jeg får ikke skrive i { $detail }, så ukens glitter venter. Inviter meg dit eller velg en annen kanal, så kommer det straks.
no-highlights-channel = Det er tid for ukens glitter, og ingen kanal er valgt. Velg en, så kommer det straks.
weeks-skipped = { $count ->
    [one] Jeg var borte, og glitteret fra én uke ble aldri lagt ut: { $detail }.
   *[other] Jeg var borte, og glitteret fra { $count } uker ble aldri lagt ut: { $detail }.
} Alt er lagret og teller.
quiet-weeks = To stille uker på rad. Et glitter fra deg er den beste påminnelsen: /glitter
week-posted = På vei: ukens glitter legges ut nå.
weekly-off-noted = Notert: ingen flere private meldinger om uken.
weekly-on-noted = Notert: du får de private meldingene om uken.
naming-full = Notert: i ukens glitter står hele navnet ditt.
naming-first = Notert: i ukens glitter står fornavnet ditt.
naming-out = Notert: du nevnes ikke i ukens glitter. Glitteret ditt når deg likevel.
naming-full-other = Notert: { $detail } nevnes med hele navnet i ukens glitter.
naming-first-other = Notert: { $detail } nevnes bare med fornavn i ukens glitter.
naming-out-other = Notert: { $detail } nevnes ikke i ukens glitter. Teamet får likevel vite hva som ble sagt.
unknown-outcome = Jeg vet ikke om en melding kom frem til { $detail }. Se etter der, og send den på nytt hvis den mangler.
resent = På vei igjen.
which-team = Flere team kalles «{ $detail }». Hvilket mener du? Ordene dine er tatt vare på.
which-colleague = Flere team har noen som heter «{ $detail }». Hvilket team mener du? Ordene dine er tatt vare på.
receiver-refused = { $who } viste seg ikke å være en kollega som kan få glitter, så det ble trukket tilbake.
cactus-by-name = { $who } har ingen konto i chatten og kan ikke svare, så dette kan bare gå til hele teamet. Skal jeg sende det til { $detail }? Helst uten noens navn.
cactus-openly-private = En kaktus er privat, og det der kunne alle lese, så jeg lagret ingenting. Skriv den her, bare til meg: cactus @navn hva som skjedde
cactus-openly-aloud = Jeg har svart i den private chatten vår.

linked = { $who } har nå alt glitter som kom under navnet { $detail }.
linked-yours = Kollegene dine ga deg glitter før du hadde en konto her, og nå er det ditt. Se det med: /glitter meg
namesake = { $who } er ny her. Er det kollegaen med samme navn i { $detail }, som ikke hadde konto i chatten? Da overfører jeg glitteret som kom under navnet.

workspace-unknown = Jeg kjenner ikke dette arbeidsområdet ennå. Be administratoren din om å installere meg igjen.

away-noted = Notert. Nye og åpne kaktuser går til { $who } frem til { $when }. Tilbake før det? /cactus tilbake
away-ended = Velkommen tilbake. Nye kaktuser kommer til deg igjen; de som stedfortrederen din har fått, blir der.
hours-noted = Notert. Kaktuser når deg kl. { $detail }, mandag til fredag.
mute-noted = Det tas ikke imot kaktuser fra { $who } før { $when }. Det står i loggboken, med begrunnelsen din.
mute-ended = Det tas imot kaktuser fra { $who } igjen.

## Velkommen, for den som installerer boten

welcome-title = ✨ Glitterkaktus er her
welcome-what = Med meg deler kolleger glitter, ros som nevner folk ved navn, og kaktuser, kritikk som hjelper, sagt på tomannshånd.
welcome-first = Tre ting å begynne med: velg kanal for ukens glitter, inviter meg dit folk snakker, og bestem om kaktuser er noe for dere.
welcome-privacy = Hva jeg lagrer, hvem som ser det og hvor lenge står i docs/privacy.md, ved siden av programmet mitt. Fortell kollegene om det før dere begynner.
invite-how = Gå til en kanal og nevn meg der: @Glitterkaktus. Chatten tilbyr deg å legge meg til; svar ja.
cacti-off = Kaktuser er slått av. Du kan slå dem på igjen i innstillingene: /glitter innstillinger
blocked-place = Jeg kan ikke skrive i { $detail }. Inviter meg dit, eller se etter om stedet fortsatt finnes. Jeg sier ikke fra om det igjen før det virker.
not-taken = Noe som skulle til { $detail }, ble ikke tatt imot, og ville ikke blitt det neste gang heller. Den som drifter meg, finner årsaken i loggen.

## Sider for den som installerer boten

install-done = Jeg er installert i { $detail }. Jeg har skrevet til deg der: se etter Glitterkaktus under Apper.
install-open = Åpne chatten
install-cancelled = Ingenting ble installert. Hvis det ikke var meningen, begynn på nytt.
install-stale = Lenken er for gammel, eller ble åpnet i en annen nettleser. Begynn på nytt.
install-used = Lenken har allerede gjort jobben sin. Hvis boten mangler hos dere, begynn på nytt.
install-refused = Installasjonen ble ikke fullført ({ $detail }). Ingenting er lagret; begynn på nytt, og spør den som drifter meg hvis det ikke hjelper.
install-later = Hukommelsen min svarer ikke akkurat nå. Begynn på nytt om et minutt.
install-again = Begynn på nytt

## Nei: hva som gikk galt, og hva man kan gjøre

refused-nobody = Ingen er nevnt. Skriv @ og velg en kollega, eller begynn med navnet på et team, og fortell så hva de gjorde.
refused-not-a-mention = Jeg vet ikke hvem { $detail } er. Skriv @ og velg kollegaen i listen som åpner seg.
refused-group-empty = Det er ingen andre i { $detail } som det kan nå. Nevn en kollega.
refused-team-empty = Det er ingen i { $detail } som det kan nå. En administrator eller den som leder teamet, kan legge til kolleger: /glitter team
refused-team-how = Skriv det slik: /glitter team new Kassan · /glitter team add Kassan @Kim "Siv Sund" · også rename, alias, unalias, lead, remove, delete, og cacti med all eller lead.
refused-team-name = «{ $detail }» kan ikke være et navn: ta 2 til { $count } tegn, og ingen av mine egne ord.
refused-team-taken = Det tilhører allerede { $detail }. Velg noe annet.
refused-team-aliases = Flere enn { $count } kallenavn blir for mange. Ta bort ett først: /glitter team unalias
refused-team-lead-account = { $who } har ingen konto i chatten, så ingenting ville nådd frem. Velg noen som har en.
refused-team-others = Det er for administratorer og for den som leder { $detail }.
refused-by-name = Jeg kjenner ingen «{ $detail }» uten konto i chatten. Skriv teamet etter navnet, slik: /glitter "Kim Berg" (kassan) ble igjen. Alle andre: skriv @ og velg.
refused-has-account = { $who } har en konto i chatten. Skriv @ og velg fra listen som åpner seg.
refused-no-reason = Det mangler noen ord: minst { $count } tegn.
refused-too-long = Det ble { $other } tegn; det er plass til { $count }. Kort det litt ned.
refused-too-many = Høyst { $count } kolleger om gangen. Del det i to.
refused-oneself = Glitter til deg selv får du helst fra noen andre.
refused-oneself-cactus = En kaktus går til en annen. Snakk gjennom det med en kollega du stoler på.
refused-bot = { $who } er en bot og kan ikke glede seg over det. Velg en kollega.
refused-no-author = Ingen kollega har skrevet dette, så ingen ville få glede av glitteret. Velg en melding fra en kollega.
refused-deactivated = Kontoen til { $who } er stengt, så ingenting ville kommet frem.
refused-stranger = { $who } hører til en annen organisasjon. Her går det bare til dine egne kolleger.
refused-you-stranger = Dette hører til en annen organisasjon enn din, så jeg kan ikke ta imot det fra deg.
refused-daily-glitter = Grensen er { $count } om dagen, og du har { $other } igjen i dag. Du kan gi mer fra { $when }.
refused-daily-cactus = Grensen er { $count } om dagen, og du har { $other } igjen i dag. Du kan sende flere fra { $when }.
refused-pair-cactus = { $who } fikk en kaktus av deg for mindre enn en uke siden. Du kan sende den neste fra { $when }, eller ta det ansikt til ansikt.
refused-one-receiver = En kaktus går til én person eller ett team. Nevn én, og fortell bare det som gjelder dem.
refused-cactus-off = Kaktuser er slått av her. Snakk sammen i stedet, eller spør en administrator.
refused-undo-none = Du har ikke noe glitter fra de siste 10 minuttene å trekke tilbake.
refused-undo-late = De 10 minuttene for å trekke det tilbake er over.
refused-not-yours = Den knappen tilhører noen andre.
refused-away-how = Skriv slik, med kollegaen som er stedfortrederen din: /cactus fravær 2026-07-01..2026-07-31 @Kim
refused-not-away = Du er ikke borte nå og har ikke planlagt å være det.
refused-hours-how = Skriv arbeidstiden din slik: /cactus arbeidstid 8-17
refused-naming-how = Si hvordan du nevnes i ukens glitter: /glitter navn meg, /glitter navn fornavn eller /glitter navn ute
refused-naming-others = Bare den som leder { $detail }, HR eller en administrator kan velge for noen uten konto.
refused-naming-own = { $detail } har en konto nå og velger selv, med /glitter navn
refused-admins-only = Det er for administratorer og HR.
refused-week-over = Den uken er allerede avgjort.
refused-week-nowhere = Ingen kanal er valgt for ukens glitter. Velg en og trykk igjen.
refused-moment-late = Ukens øyeblikk er allerede valgt: det skjer en time før innlegget.
refused-moment-not = Den historien kan ikke bli ukens øyeblikk: den ble trukket tilbake, eller noen i den vil ikke nevnes.
refused-moment-unknown = Jeg finner ikke noe glitter fra denne uken der. Velg et av innleggene mine, eller skriv /glitter øyeblikk.
refused-moment-who = Ukens øyeblikk velges av administratorer og HR, og av teamledere blant glitteret til sitt eget team.
refused-mute-how = Skriv slik, med begrunnelsen din: /cactus demp @Kim 30 begrunnelse. Antall dager: 0 til { $count }; 0 opphever det.
refused-hr-only = Det er for dem som har HR-rollen.
refused-too-few = Tall vises fra { $count } personer og { $count } saker, så ingen kan kjennes igjen.
refused-no-receiver = Velg hvem som skal lese det.
refused-no-words = Skriv noen ord.
refused-no-day = Velg en dag fra og med i dag, innen ett år.
refused-heir = Velg en annen enn deg selv: en kollega med åpen konto.
refused-heir-away = { $who } er borte akkurat nå. Velg en kollega som er til stede.
refused-muted = HR tar ikke imot kaktuser fra deg før { $when }. Snakk med dem hvis du lurer på hvorfor.
refused-reopened-once = Den er allerede åpnet én gang til. Snakk med hverandre, eller med HR.
refused-admin-only = Det er for administratorer.
refused-no-zone = Den tidssonen kjenner jeg ikke. Skriv den som Europe/Oslo.
refused-no-address = Skriv hele adressen, for eksempel https://intranet.example.com/respekt, uten navn og passord i den.
refused-no-number = Skriv et tall fra { $count } til { $other }.
refused-no-admin = Noen må være administrator. Velg minst én.
refused-gone = Det finnes ikke her lenger. Ingenting er endret.
refused-link-how = Skriv det slik, med navnet og teamet slik de var kjent: /glitter koble "Kim Berg" (kassan) @Kim
refused-link-others = Bare den som leder { $detail }, HR eller en administrator kan koble dem sammen.
refused-linked-already = Det som kom til { $detail }, har allerede gått til en annen konto. Snakk med den som drifter meg.
refused-moved-on = Det ble avgjort for et øyeblikk siden: kaktusen har allerede gått videre.
refused-taken = { $who } har allerede tatt tak i kaktusen.
refused-heir-giver = Kaktusen kom fra den kollegaen. Gi den videre til noen andre.
refused-no-team = Det finnes ikke noe team som kalles «{ $detail }». /glitter team viser alle.
refused-whole-name = Flere team kalles «{ $detail }». Skriv hele navnet på ett av dem.
refused-team-no-lead = Ingen leder { $detail }, så ingen der kan overta den. Velg en kollega i stedet.
refused-not-ready = Innstillinger kommer i en senere versjon. Be den som drifter meg om å kjøre: python app.py workspace set
refused-no-pages = Sidene mine har ingen adresse ennå. Be den som drifter meg om å sette PUBLIC_URL til en som begynner med https.
refused-link-over = Lenken er brukt allerede, eller eldre enn fem minutter. Skriv /glitter historikk i chatten, så får du en ny.
refused-session-over = Du er ikke logget inn, eller ikke lenger. Skriv /glitter historikk i chatten, så får du en ny lenke.
refused-role-changed = Rollen din er endret, så dette er slutt. Skriv /glitter historikk i chatten, så får du en ny lenke.
refused-leads-only = Den siden er for den som leder et team.
refused-not-a-filter = Jeg forstår ikke adressen. Gå tilbake og velg filteret på nytt.
refused-not-our-form = Det kom ikke fra en av sidene mine som fortsatt er åpen. Gå tilbake, last siden på nytt og trykk én gang til.
refused-suspended = Jeg er fjernet fra dette arbeidsområdet. Be administratoren din om å installere meg igjen.
not-recorded = Ikke lagret: hukommelsen min svarer ikke. Ingenting er tapt; send det på nytt om et minutt.
went-wrong = Ikke lagret: noe gikk i stykker inni meg (referanse { $detail }). Send det på nytt, og si fra til den som drifter meg hvis det fortsetter.
your-words = Ordene dine: { $draft }

## I appen for Microsoft Teams

teams-app-name = Glitterkaktus: ros og kritikk som hjelper
teams-app-short = Ros åpent, kritikk på tomannshånd
teams-app-full = Del glitter, ros som alle kan se, og kaktuser, kritikk som hjelper og som bare én person leser. Én gang i uken nevnes alle som har fått glitter, ved navn.
teams-app-says-glitter = Ros noen: @Kim og hva som var så bra
teams-app-says-cactus = Kritiser på tomannshånd: @Kim og hva som skjedde
teams-app-says-kaktus = Det samme som cactus
teams-app-says-home = Hva du har fått og gitt, og hva som er åpent
teams-app-says-me = Glitteret ditt i tall
teams-app-says-settings = Dine egne innstillinger; administratorer bestemmer for alle
teams-app-says-history = Sidene dine i nettleseren
teams-app-says-help = Slik gir du ros
teams-app-says-cactus-help = Slik kritiserer du på tomannshånd
teams-app-says-open = Dine åpne kaktuser
teams-app-form-glitter = Et skjema: til hvem, og hva som var så bra
teams-app-form-cactus = Et skjema på tomannshånd: til hvem, og hva som skjedde
teams-app-pick-moment = Gjør dette glitteret til ukens øyeblikk

## Ord som kan skrives, ved siden av de engelske

words-help = hjelp
words-me = meg, jeg
words-home = hjem
words-undo = angre
words-settings = innstillinger
words-export = eksporter
words-history = historikk
words-open = åpne
words-show = vis
words-away = fravær, fraværende
words-back = tilbake
words-mute = demp
words-hours = arbeidstid, arbeidstider
words-stats = statistikk
words-name = navn
words-first = fornavn
words-out = ute, utelat
words-link = koble
words-moment = øyeblikk
words-wish = ønske, ønsker
words-customer = kunde
words-and = og
words-team = lag
words-team-new = ny, nytt
words-team-rename = omdøp
words-team-alias = kallenavn
words-team-unalias = glem
words-team-lead = leder
words-team-add = legg
words-team-remove = fjern
words-team-delete = slett
words-team-cacti = kaktuser
words-team-group = gruppe
words-team-all = alle

## Det den vennlige sjekken ser etter; * er hvilken som helst ending eller begynnelse, og alene hvilket som helst ord

check-general = du alltid, dere alltid, alltid du, alltid dere, *er alltid, var alltid, har alltid,
    gjør alltid, tar alltid, blir alltid, alltid jeg som, alltid vi som, alltid det samme,
    har aldri, *er aldri, gjør aldri, tar aldri, blir aldri, fins aldri, finnes aldri,
    du aldri *er, dere aldri *er, *er du aldri, *er dere aldri, *er han aldri, *er hun aldri,
    aldri noensinne, hver eneste gang, hver gang du, hver gang dere, hver gang jeg,
    støtt og stadig, til stadighet, du * hele tiden, dere * hele tiden, alle vet, vi vet alle,
    alle sier, alle synes, alle klager, ingen liker, ingen orker
check-person = du er så, dere er så, du er en sånn, du er en slik, lat, latsekk*, du er treg,
    idiot, idioten, idioter, du er dum, er du dum, dum i hodet, dumming*, inkompetent, inkompetente,
    arrogant, arrogante, nonsjalant, nonsjalante, løgner, løgneren, løgnhals*, håpløs til,
    du er håpløs, er en håpløs, ubrukelig til, du er ubrukelig, er dårlig til å, udugelig,
    udugelige, ansvarsløs, ansvarsløse, uprofesjonell, egoist*, selvopptatt, barnslig,
    typisk deg, typisk dere, galt med deg, feiler det deg, holdningen din, holdningene dine,
    dårlig holdning, personligheten din, bryr deg ikke, ingen lagspiller, stole på deg

## Pages that the Teams app names: privacy and terms of use

about-privacy-title = Personvern
about-privacy-where = Glitterkaktus kjører hos arbeidsgiveren din, som har ansvaret for det som lagres. Ingenting forlater den annet enn det som sendes til chatten din.
about-privacy-what = Den lagrer navn, språk og tidssone slik chatten oppgir dem, glitteret og kaktusene du gir og får, og valgene dine. Den leser ingen meldinger og følger ingen.
about-privacy-who = Glitter ses av alle der det ble gitt. En kaktus ses av den som ga den, den som den når, og HR. Den som drifter maskinen, kan lese alt som lagres.
about-privacy-how-long = Glitter lagres i 24 måneder og en kaktus i 12, med mindre arbeidsgiveren din har valgt noe annet. Tretti dager etter at du har sluttet, forsvinner det som handler om deg.
about-privacy-yours = Skriv /glitter minedata i chatten for å få alt som er lagret om deg. HR kan slette det hvis du ber om det.
about-privacy-ground = Hvis arbeidsgiveren din ikke har sagt noe annet, er det rettslige grunnlaget en berettiget interesse: ros og problemer når dem de gjelder. Du kan når som helst protestere, av grunner som er dine: si fra til HR. Da tar det slutt, med mindre arbeidsgiveren din viser at andre grunner veier tyngre.
about-terms-title = Bruksvilkår
about-terms-licence = Glitterkaktus er fri programvare under MIT-lisensen, kjøres av arbeidsgiveren din og gis uten garanti. Arbeidsgiveren din bestemmer hvem som bruker den, og til hva.
about-terms-rules = Tre ting gjelder for alle: ros nevner folk ved navn, kritikk handler om en situasjon og aldri om noens personlighet, og ingenting er anonymt for den som får det.
about-terms-ask = Spør den som drifter den hos dere, eller HR.
