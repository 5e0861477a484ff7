### Svenska. En rad per mening; `who` är en lista av personer, redan sammanfogad.

moment = { $day } kl. { $time }
quoted = ”{ $words }”

## Glitter

award-title = ✨ Glitter
award-posted = { $giver } gav glitter till { $receivers }
award-posted-customer = { $giver } fick höra det här om { $receivers } av en kund
award-below = ✨ { $receivers } fick glitter av { $giver } för det här meddelandet
award-received = { $giver } gav dig glitter
award-received-customer = { $giver } fick höra det här om dig av en kund
award-received-team = { $giver } gav ditt team { $team } glitter
award-received-team-customer = { $giver } fick höra det här om ditt team { $team } av en kund
award-team = I { $team } finns { $people }
award-team-many = Det är { $count } kollegor i { $team }.
award-for-team = till { $team }
reason-message = för det här meddelandet
message-open = Öppna meddelandet
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
show-ask = { $receiver } i { $team } har inget chattkonto. Visa det här, på skärmen eller utskrivet.
show-title = ✨ Glitter till { $receiver }
show-from = Från { $giver }, { $day }
show-from-customer = En kund sa det till { $giver }, { $day }
award-shown = Den som leder teamet får det för att visa { $who }.
award-untold = Teamet har ingen ledare än, så berätta det gärna själv för { $who }.
same-again = Du gav { $receivers } exakt de här orden { $when }, så jag sparade dem inte en gång till.
same-again-hint = Tryck på knappen om du ville ge dem två gånger.

mine-title = Ditt glitter
mine-received = Fått: { $week } den här veckan, { $ever } totalt.
mine-given = Gett: { $week } den här veckan, { $ever } totalt.
mine-latest = De senaste orden till dig
mine-none = Inget glitter till dig ännu. Säkraste sättet att få är att ge.

## Kaktus

cactus-title = 🌵 En kaktus
cactus-bloomed-title = 🌸 En kaktus som blommade
cactus-held = Det här får { $receiver } läsa, med ditt namn. Förutom HR ser ingen annan det.
cactus-held-when = Den går i väg { $when }. Till dess kan du ändra den eller ta tillbaka den.
cactus-held-hours = En kaktus kommer fram bara på mottagarens egen arbetstid, så den går i väg { $when } enligt din klocka. Till dess kan du ändra den eller ta tillbaka den.
cactus-held-team = I teamet når den { $people }.
cactus-held-team-many = Den når alla { $count } i teamet; den som tar tag i den först har hand om den.
cactus-effect = Vad det ledde till
cactus-wish = Vad som hade varit bättre
cactus-side = Den andra sidan
check-found = Ett uttryck kan skymma det du vill säga: ”{ $phrase }”.
check-why-general = Sådana ord är lätta att säga emot, och då talar ingen längre om det som hände.
check-why-person = Det här handlar om hur någon är. Det som hände är lättare att ta till sig, och att göra något åt.
check-hint = Ändra det eller skicka det som det är: du bestämmer. Inget är sparat ännu.

praise-begun = lyssnade, och gjorde något bättre för oss alla
case-received = { $giver } har en kaktus till dig: något som hände, sagt bara till dig.
case-received-team = { $giver } har en kaktus till { $receiver }. Den kommer bara till dig: svara, eller lämna över den.
case-received-all = { $giver } har en kaktus till { $receiver }. Alla i teamet kan läsa den; den som tar tag i den först har hand om den.
case-offered = { $owner } undrar om du vill ta över den här kaktusen.
case-review = Den tredje kaktusen till samma person inom ett dygn. Släpp fram den, eller stoppa den med en rad till den som skrev.
case-reported = { $owner } har anmält den här kaktusen som kränkande. Den vilar tills ni har bestämt er.
case-needs-hr = En kaktus väntar på att HR bestämmer, och ingen här har HR-rollen. Ge den till någon i inställningarna (/glitter inställningar): kaktusen finns sedan på den personens sidor.
case-owner = Hos { $owner }
case-due = Senast { $when }.
case-promised = Utlovat senast { $day }.
case-policy = Våra rutiner mot kränkande särbehandling
case-state-held = Inte skickad ännu
case-state-review = Väntar på HR
case-state-open = Väntar på svar
case-state-acknowledged = Tas om hand
case-state-promised = Utlovat
case-state-disputed = Ses på olika sätt
case-state-offered = På väg att lämnas över
case-state-done = Ordnat; hjälpte det?
case-state-bloomed = 🌸 Blommade
case-state-reported = Vilar tills HR har bestämt sig
case-state-withdrawn = Tillbakatagen
case-state-closed = Avslutad av HR
case-state-expired = Avslutad när tiden gått ut

news-release = HR har läst din kaktus och skickat den vidare.
news-hold-back = Vissa kaktusar går via HR, och HR läser din först. Det säger inget om dig eller dina ord; du får höra hur det går.
news-stop = HR har stoppat din kaktus. Ingen annan har läst den.
news-thank = { $person } tackar för kaktusen och tar tag i det.
news-reply = { $person } har skrivit till dig om kaktusen.
news-promise = { $person } lovar att det är ordnat senast { $day }.
news-dispute = { $person } ser det på ett annat sätt. Båda sidorna står nu på kortet.
news-done = { $person } säger att det är ordnat. Hjälpte det?
news-hand-over = Din kaktus är på väg till { $person }.
news-accept = Din kaktus är hos { $person } nu.
news-decline = { $person } tog inte över kaktusen; den stannar hos dig.
news-bloom = 🌸 Kaktusen blommar: { $person } säger att det hjälpte.
news-reopen = { $person } säger att det inte har hjälpt ännu, så kaktusen är öppen igen.
news-withdraw = { $person } har tagit tillbaka kaktusen. Du behöver inte göra något mer.
news-report = HR tittar på din kaktus; den vilar så länge.
news-resume = HR har tittat på kaktusen, och den går vidare.
news-close = HR har avslutat kaktusen.
news-due-soon = En kaktus från { $person } väntar på dig, senast { $when }.
news-overdue = Tiden för en kaktus från { $person } gick ut { $when }. Ett ord i dag är bättre än ett perfekt svar nästa vecka.
case-escalated = Kaktus { NUMBER($count, useGrouping: 0) } hos { $who } har väntat sedan { $when }. Orden stannar hos dem den gäller.

case-stand-in = { $owner }, du är ersättare för en kollega som är borta, så den här kaktusen kommer till dig.
figures-title = 🌵 Så går det för kaktusarna här
figures-came = { $count ->
    [one] En kaktus kom.
   *[other] { $count } kaktusar kom.
}
figures-in-time = Besvarade i tid: { $count }.
figures-bloomed = 🌸 Blommade: { $count }.
figures-to-answer = Hälften fick svar inom { $hours } { $hours ->
    [one] arbetstimme
   *[other] arbetstimmar
}.
figures-to-end = Hälften var avslutade inom { $hours } { $hours ->
    [one] arbetstimme
   *[other] arbetstimmar
}.
figures-hidden = Det som inte visas här skulle handla om färre än { $count } ärenden.

cases-title = 🌵 Öppna kaktusar
cases-none = Inga öppna kaktusar. Njut av lugnet.
cases-mine = { $number } · från { $other } till dig · { $state }
cases-given = { $number } · från dig, hos { $other } · { $state }
cases-due = senast { $when }
team-list-title = Våra team
team-list-none = Det finns inget team än. En administratör skapar det första: /glitter team new Kassan
team-saved = Sparat. Så här ser teamet ut nu.
team-removed = { $detail } är borttaget. Det som teamet har fått finns kvar i historiken under dess namn.
team-also = även { $aliases }
team-led = leds av { $lead }
team-no-lead = ingen leder det
team-count = { $count ->
    [one] en kollega
   *[other] { $count } kollegor
}
team-cacti-all = kaktusar går till alla
team-cacti-lead = kaktusar går till den som leder
team-people = Med: { $people }

## Veckan

highlights-title = ✨ Veckans glitter, { $days }
highlights-late = Jag var borta när det här skulle ha kommit, men här är det.
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
highlights-quiet = En lugn vecka ({ $days }). Någon gjorde säkert något bra: säg det med /glitter.
highlights-moment = 🌟 Veckans ögonblick
highlights-names = Veckans glitter gick till
highlights-others = Alla andra
highlights-unnamed = { $count ->
    [one] Och en till, med namn och berättelse här nedanför.
   *[other] Och { $count } till, alla med namn och berättelse här nedanför.
}
highlights-below = Berättelserna följer under det här meddelandet.
highlights-customers = Hört av kunder
highlights-firsts = Allra första glittret: { $who }
highlights-values = Veckans värderingar: { $values }
highlights-bloomed = { $count ->
    [one] 🌸 En kaktus blommade.
   *[other] 🌸 { $count } kaktusar blommade.
}
highlights-tip = 💡 Veckans tips: { $tip }
preview-title = En titt framåt: veckans glitter
preview-when = Det läggs ut { $when }. Vad du bestämmer här ser andra först i inlägget.
preview-skipped = Du har hoppat över den här veckan; dess glitter kommer med nästa veckas.
preview-nobody = Ingen har fått glitter än.
preview-candidates = Veckans ögonblick kan också vara:
preview-candidate = { $number } · { $giver } till { $receivers }: { $reason }
moment-choice-title = Vilken berättelse blir veckans ögonblick?
moment-choice-until = Du kan välja till { $when }. Om kollegor reagerar på ett inlägg gäller deras val.
moment-choice-picked = Valt så här långt:
moment-choice-none = Än finns inget glitter att välja bland den här veckan.
moment-picked = Noterat: glittret till { $who } blir veckans ögonblick, om inte kollegorna väljer ett annat med sina reaktioner.
team-week-title = ✨ Ditt team { $team }, { $days }
team-week-private = Bara för dig som leder teamet.
team-week-none = Ingen i teamet fick glitter den här veckan.
team-week-unseen = Inget glitter på sex veckor: { $who }. Titta gärna en gång till på vad de gör.
team-week-cases = Kaktusar som väntar på dig
team-week-answer = Hälften av teamets kaktusar besvarades inom { $hours } { $hours ->
    [one] arbetstimme
   *[other] arbetstimmar
}.
workspace-week-title = Veckan i siffror, { $days }
workspace-week-glitter = Glitter: { $count }. Givare: { $givers }. Mottagare: { $receivers }.
workspace-week-customers = Hört av kunder: { $count }.

chart-title = Glitter per vecka
chart-week = v. { $week }
chart-alt = Glitter under var och en av de senaste tolv veckorna, äldst först: { $counts }.

## Knappar

action-undo = Ångra
action-refresh = Uppdatera
action-give-again = Ge igen
action-withdraw = Ta tillbaka
action-send-now = Skicka nu
action-resend = Skicka igen
action-choose-team = Det här teamet
action-edit-draft = Ändra
action-edit = Ändra
action-send-anyway = Skicka som det är
action-show = Visa
action-thank = Tack, jag tar tag i det
action-reply = Svara
action-promise = Lova ett datum
action-hand-over = Lämna över
action-accept = Ta över
action-decline = Inte för mig
action-dispute = Det här stämmer inte
action-report = Anmäl som kränkande
action-done = Det är ordnat
action-bloom = Ja, det hjälpte
action-reopen = Inte ännu
action-release = Släpp fram
action-stop = Stoppa
action-resume = Låt den gå vidare
action-close = Avsluta ärendet
action-link = Ja, koppla ihop dem
action-give = Ge glitter
action-give-cactus = Ge en kaktus
action-home = Startsidan
action-more = Äldre
action-my-settings = Mina inställningar
action-settings = Allas inställningar
action-moment = 🌟 Ögonblick
action-pick = 🌟 Veckans ögonblick
action-moments = 🌟 Välj ögonblick
action-more-moments = Tidigare glitter
action-skip-week = Hoppa över veckan
action-keep-week = Lägg ut ändå
action-post-week = Lägg ut nu
action-weekly-off = Inga fler sådana
action-weekly-on = Skicka mig sådana
action-to-team = Skicka till teamet
action-praise = Ge glitter för det
action-submit = Skicka
action-choose-channel = Välj kanal
action-invite = Bjud in mig
action-cacti-off = Stäng av kaktusar

## Formulär

form-cactus = En kaktus
form-edit = Ändra din kaktus
form-reply = Svara
form-promise = Lova ett datum
form-hand-over = Lämna över
form-dispute = Det här stämmer inte
form-report = Anmäl som kränkande
form-reopen = Inte ännu
form-stop = Stoppa kaktusen
form-close = Avsluta ärendet
field-who = Vem ska läsa den?
field-who-hint = En kollega; förutom HR ser ingen annan den.
field-team = Eller vilket team?
field-team-hint = Den som leder teamet får den, eller alla i teamet om de har valt det.
field-situation = Vad hände?
field-situation-hint = Ett tillfälle: när, var, vad. Inte hur någon är.
field-effect = Vad ledde det till?
field-effect-hint = För kunderna, för dig, för butiken.
field-wish = Vad hade varit bättre?
field-wish-hint = Ju tydligare önskan, desto lättare att uppfylla.
field-note = Med dina egna ord
field-note-hint = Det går till dem som kaktusen gäller, och inte till någon annan.
field-day = Senast vilken dag?
field-day-hint = Du får en påminnelse arbetsdagen innan.
field-heir = Till vilken kollega?
field-heir-hint = Kollegan kan säga nej. Den som gav kaktusen får veta att den flyttar, inte varför.
field-heir-team = Eller till vilket team?
field-heir-team-hint = Frågan går till den som leder teamet.
form-glitter = Ge glitter
form-my-settings = Mina inställningar
form-settings = Allas inställningar
field-receivers = Vem fick det att glänsa?
field-receivers-hint = En kollega eller flera, högst 20.
field-to-team = Eller ett team
field-to-team-hint = Alla i teamet ser det som sitt.
field-by-name = Eller en kollega utan chattkonto?
field-by-name-hint = Den som leder teamet visar det. Någon ny: /glitter "Kim Berg" (kassan) …
field-reason = Vad gjorde de?
field-reason-hint = Ett ögonblick, med dina ord. Alla kan läsa det.
field-value = En värdering som det visar
field-value-hint = Till exempel omtanke eller mod.
field-customer = Hört av en kund
field-customer-hint = Du för vidare vad en kund har sagt.
field-channel = Var det ska synas
field-channel-hint = Ingen kanal: bara de själva får veta, och det står i veckans glitter.
field-language = Språk
field-language-hint = Språket som jag talar med dig.
field-naming = I veckans glitter
field-naming-hint = Hur du nämns när någon har berömt dig.
field-direct_messages = Direktmeddelanden om glitter
field-direct_messages-hint = Gäller bara glitter, inte kaktusar.
field-takes_cacti = Kaktusar får nå mig
field-takes_cacti-hint = Du kan ändra dig när du vill.
field-work_starts = Min arbetsdag börjar
field-work_starts-hint = Kaktusar når dig på arbetstid, måndag till fredag.
field-work_ends = Min arbetsdag slutar
field-work_ends-hint = Enligt din egen klocka.
field-highlights_channel = Kanal för veckans glitter
field-highlights_channel-hint = Jag måste få skriva där.
field-highlights_weekday = Dag för veckans glitter
field-highlights_weekday-hint = En gång i veckan.
field-highlights_hour = Klockslag för veckans glitter
field-highlights_hour-hint = I tidszonen nedan.
field-zone = Tidszon
field-zone-hint = Till exempel Europe/Stockholm.
field-glitter_channel = Kanal för allt glitter
field-glitter_channel-hint = Ingen: glittret syns där det gavs.
field-daily_glitter_limit = Glitter per dag och givare
field-daily_glitter_limit-hint = 0 betyder ingen gräns.
field-daily_cactus_limit = Kaktusar per dag och givare
field-daily_cactus_limit-hint = 0 betyder ingen gräns.
field-values = Era värderingar
field-values-hint = Ord med kommatecken emellan; formuläret erbjuder dem.
field-emoji = Emojier som ger glitter
field-emoji-hint = Namn med kommatecken emellan; sätt en på ett meddelande så får den som skrev det glitter. Inga: avstängt.
field-reaction_replies = Svara på en emoji i tråden
field-reaction_replies-hint = En rad under meddelandet, som alla kan läsa. Av: bara den som skrev det får veta det.
field-cactus_on = Kaktusar är påslagna
field-cactus_on-hint = Av: ingen kan skriva en ny; de som pågår fortsätter.
field-cactus_hold_minutes = Minuter som en kaktus väntar
field-cactus_hold_minutes-hint = Tid för givaren att tänka efter; högst ett dygn.
field-cactus_working_hours = Kaktusar bara på arbetstid
field-cactus_working_hours-hint = Enligt mottagarens klocka.
field-answer_days = Arbetsdagar att svara på
field-answer_days-hint = Sedan går en påminnelse.
field-holidays = Helgdagar i
field-holidays-hint = De räknas inte som arbetsdagar.
field-receivers_opt_in = Kaktusar bara till dem som tackat ja
field-receivers_opt_in-hint = Ingen får en kaktus utan att ha sagt ja. Alla tillfrågas en gång, privat.
field-two_person_exports = Två personer för exporter med kaktusar
field-two_person_exports-hint = Ännu en på HR godkänner innan kaktusar exporteras.
field-policy_link = Rutiner mot kränkande särbehandling
field-policy_link-hint = En https-adress. Visas vid en anmäld kaktus, för den som anmälde och för HR.
field-cactus_months = Månader tills en kaktus försvinner
field-cactus_months-hint = 1 till 60. Sedan lämnar den registret för gott.
field-glitter_months = Månader tills glitter försvinner
field-glitter_months-hint = 1 till 60. Sedan lämnar det registret för gott.
field-hr = De som har HR-rollen
field-hr-hint = De ser ärenden som har anmälts eller är försenade.
field-admins = Administratörer
field-admins-hint = De ändrar de här inställningarna; en administratör är inte HR.
option-language-chat = Som i chatten
option-naming-full = Nämn mig
option-naming-first = Bara förnamnet
option-naming-out = Utelämna mig
option-holidays-none = Inga
said-yes = ja
said-no = nej
settings-saved = Sparat. Från och med nu:
settings-same = Inget har ändrats.
home-received = Vad jag har fått
home-given = Vad jag har gett
home-cases = Mina öppna kaktusar
home-week = Den här veckan glänser
home-week-none = Ingen än den här veckan. Vem blir först?
home-nothing = Inget än.
home-settings = Mina inställningar
slack-channel-invite = Jag får inte skriva där. Bjud först in mig i kanalen (/invite @Glitterkaktus) och spara sedan igen.
slack-channel-archived = Den kanalen är arkiverad. Välj en annan.
form-not-opened = Formuläret öppnades inte. Inget är förlorat; försök en gång till.
form-slow = Det här tar längre tid än vanligt. Dina ord finns kvar här; tryck på knappen igen om en stund. De räknas en gång.
field-optional = { $label } (om du vill)

## Hjälp

help-glitter-title = ✨ Glitter: beröm som syns
help-glitter-give = /glitter @Kim stannade kvar sent för balsamicokunden
help-glitter-give-hint = Nämn en eller flera kollegor, eller ett team vid namn, och berätta vad de gjorde. #ord blir värderingar.
help-glitter-customer = /glitter @Kim kund: så vänlig i kassan
help-glitter-customer-hint = För beröm som du har hört av en kund.
help-glitter-by-name = /glitter "Kim Berg" (kassan) … · för en kollega utan chattkonto
help-glitter-words = /glitter mig · vad du har fått och gett
help-glitter-undo = /glitter ångra · tar tillbaka ditt senaste glitter, inom 10 minuter
help-glitter-moment = /glitter ögonblick · för administratörer och teamledare: väljer veckans ögonblick
help-slack-message = För ett enda meddelande, även i en tråd, där Slack inte tar emot kommandon: välj ”Give glitter for this” i meddelandets meny, eller sätt er glitteremoji på det.
help-glitter-cactus = /cactus hjälp · så ger du kritik på tu man hand
help-cactus-title = 🌵 Kaktus: kritik som hjälper
help-cactus-give = /cactus @Kim returdisken var tom i tisdags mitt på dagen
help-cactus-give-hint = Berätta om ett tillfälle: vad som hände och var. Aldrig hur någon är.
help-cactus-private = Mottagaren läser den, med ditt namn. HR kan också läsa den, och det kan den som driver mig. Den är aldrig anonym och hamnar aldrig i en kanal.
help-cactus-hold = Den väntar en stund innan den går i väg, så att du hinner tänka efter.
help-cactus-words = /cactus · ett formulär; /cactus öppna · dina ärenden; /cactus frånvaro och /cactus arbetstid · när du inte är på plats
help-cactus-whistle = Det här är ingen visselblåsarkanal: allvarliga missförhållanden hör hemma där din arbetsgivare lovar anonymitet.

## Sidor

pages-link = Dina sidor finns bakom den här länken. Den fungerar en gång, inom { $minutes ->
    [one] en minut
   *[other] { $minutes } minuter
}, och öppnar dem i ditt namn: behåll den för dig själv.
pages-open = Öppna mina sidor
pages-skip = Hoppa till innehållet
pages-nav = Sidor
pages-mine = Mitt
pages-team = Mitt team
pages-workspace = Allt
pages-figures = Siffror
pages-leave = Logga ut
pages-times = Tiderna gäller { $zone }.
pages-hello = Hej { $name }
pages-enter-hint = Ett tryck så är du inne. Länken förbrukas då, och den här webbläsaren förblir inloggad i högst åtta timmar.
pages-enter = Logga in
pages-sorry = Det gick inte
pages-to-mine = Till mina egna sidor
pages-gone-title = Du är utloggad
pages-gone = Vi ses. Skriv /glitter historik i chatten när du vill tillbaka.
pages-away = Mitt minne svarar inte just nu. Inget är borta; ladda om sidan om en minut.
pages-broken = Något gick sönder i mig (referens { $detail }). Försök igen, och säg till den som driver mig om det inte går över.
pages-received = Fått
pages-given = Gett
pages-cases = Kaktusar
pages-me = Om mig
pages-received-title = Glitter till dig
pages-given-title = Glitter från dig
pages-given-none = Du har inte gett något än. Vem såg du göra något bra?
pages-from = Från { $name }
pages-to = Till { $name }
pages-between = { $giver } till { $receiver }
pages-undone = Tillbakataget
pages-onward = Mer av listan
pages-start = Till början
pages-more = Längre tillbaka
pages-cases-title = Dina kaktusar
pages-cases-hint = De som du har gett och de som ligger hos dig; bara ni två och HR läser dem.
pages-cases-none = Inga kaktusar. Njut av lugnet.
pages-case-title = Kaktus { $number }
pages-case-mine = Kaktus { $number }, från { $name } till dig
pages-case-given = Kaktus { $number }, från dig, hos { $name }
pages-case-team = Kaktus { $number }, hos { $name }
pages-case-hint = För att svara eller göra något, skriv så här i chatten: /cactus visa { $number }
pages-talk = Vad som har sagts sedan dess
pages-overdue = försenad
pages-me-title = Det jag vet om dig
pages-name = Namn
pages-account = Konto i chatten
pages-house = Arbetsyta
pages-zone = Tidszon
pages-powers = Dina roller
pages-power-none = Kollega
pages-power-hr = HR
pages-power-admin = Administratör
pages-power-lead = Teamledare
pages-sessions = Här är du inloggad
pages-sessions-hint = Om du inte känner igen en av dem, logga ut den.
pages-session = Sedan { $began }, som längst till { $ends }
pages-session-this = den här webbläsaren
pages-session-end-which = Logga ut den sedan { $began }
pages-teams = Dina team
pages-team-empty = Ingen är med i teamet än.
pages-waiting = Kaktusar som väntar
pages-waiting-hint = Orden stannar hos dem de gäller; du ser hur det står till, så att ingen blir bortglömd.
pages-waiting-none = Inga kaktusar väntar här.
pages-team-glitter = Glitter till teamet och dess människor
pages-team-none = Inget glitter än. Säkraste sättet att få är att ge.
pages-workspace-title = Allt som har getts
pages-no-account = utan konto i chatten
filter-text = Ord
filter-who = Person
filter-side = Vad de gjorde
filter-side-any = gav eller fick
filter-side-received = fick
filter-side-gave = gav
filter-kind = Sort
filter-kind-any = glitter och kaktusar
filter-kind-glitter = bara glitter
filter-kind-cactus = bara kaktusar
filter-first = Från och med
filter-last = Till och med
filter-team = Team
filter-team-any = alla team
filter-value = Värdering
filter-source = Hört av
filter-source-any = vem som helst
filter-source-colleague = kollegor
filter-source-customer = kunder
filter-state = Hur det står till med kaktusen
filter-state-any = alla lägen
filter-order = Ordning
filter-order-newest = nyast först
filter-order-oldest = äldst först
filter-order-giver = efter vem som gav
filter-order-receiver = efter vem som fick
filter-order-kind = efter sort
filter-order-state = efter kaktusens läge
filter-order-due = efter vad som ska besvaras först
filter-show = Visa
filter-clear = Visa allt
filter-zone = Dagarna gäller { $zone }. Adressen rymmer filtret, så du kan skicka den till någon annan med HR-rollen.
filter-namesakes = Vem menar du med ”{ $name }”?
filter-nobody = Ingen här heter ”{ $name }”.
filter-none = Inget passar in på det här.
filter-none-yet = Inget som passar så långt bak som { $when }. Det finns mer att leta igenom.
filter-none-so-far = Inget som passar hittills. Det finns mer att leta igenom.
column-when = När
column-from = Från
column-to = Till
column-words = Ord
figures-page = Hur det går
figures-hint = Det senaste halvåret. Inget sägs om färre än fem, så att ingen kan kännas igen.
figures-weeks = Glitter per vecka
figures-weeks-told = En stapel per vecka; den högsta står för { $most }. Siffrorna finns i tabellen nedanför.
figures-answers = Hur snart kaktusar får svar
figures-answers-told = En stapel per antal arbetsdagar. Siffrorna finns i tabellen nedanför.
figures-as-table = Siffrorna som tabell
figures-week = Vecka från
figures-glitter = Antal glitter
figures-answered = Besvarade
figures-cacti = Antal kaktusar
figures-within = inom { $days ->
    [one] en arbetsdag
   *[other] { $days } arbetsdagar
}
figures-later = senare
figures-not-yet = inte än
figures-few = färre än fem
figures-too-few = Siffror visas från fem personer och fem kaktusar.
filter-more = Fler val
take-all = Allt under det här filtret, som fil:
take = Ladda ner

## Svar

undone = Tillbakataget: ditt glitter till { $who } räknas inte längre.
undone-already = Ditt glitter till { $who } var redan tillbakataget.
moved-to-direct = Jag får inte skriva i { $detail }, så { $who } fick ditt glitter som direktmeddelande.
blocked-receiver = Jag nådde inte { $who } med ditt glitter än. Det är sparat och räknas, och väntar tills jag kan skriva dit.
blocked-cactus = Jag nådde inte { $who } med din kaktus. Den väntar tills jag kan skriva dit, och ingen har läst den; prata hellre öga mot öga.
blocked-highlights = Jag får inte skriva i { $detail }, så veckans glitter väntar. Bjud in mig dit eller välj en annan kanal, så kommer det genast.
no-highlights-channel = Det är dags för veckans glitter, men ingen kanal är vald. Välj en, så kommer det genast.
weeks-skipped = { $count ->
    [one] Jag var borta, och en veckas glitter lades aldrig ut: { $detail }.
   *[other] Jag var borta, och { $count } veckors glitter lades aldrig ut: { $detail }.
} Allt är sparat och räknas.
quiet-weeks = Två lugna veckor i rad. Ett glitter från dig är den bästa påminnelsen: /glitter
week-posted = På väg: veckans glitter läggs ut nu.
weekly-off-noted = Noterat: inga fler privata meddelanden om veckan.
weekly-on-noted = Noterat: du får de privata meddelandena om veckan.
naming-full = Noterat: i veckans glitter står hela ditt namn.
naming-first = Noterat: i veckans glitter står ditt förnamn.
naming-out = Noterat: du nämns inte i veckans glitter. Ditt glitter når dig ändå.
naming-full-other = Noterat: { $detail } nämns med hela namnet i veckans glitter.
naming-first-other = Noterat: { $detail } nämns bara med förnamn i veckans glitter.
naming-out-other = Noterat: { $detail } nämns inte i veckans glitter. Teamet får ändå veta vad som sades.
unknown-outcome = Jag vet inte om ett meddelande kom fram till { $detail }. Titta där, och skicka det igen om det saknas.
resent = På väg igen.
which-team = Flera team kallas ”{ $detail }”. Vilket menar du? Dina ord finns kvar.
which-colleague = Flera team har någon som heter ”{ $detail }”. Vilket team menar du? Dina ord finns kvar.
receiver-refused = { $who } visade sig inte vara en kollega som kan få glitter, så det togs tillbaka.
cactus-by-name = { $who } har inget chattkonto och kan inte svara, så det här kan bara gå till hela teamet. Ska jag skicka det till { $detail }? Helst utan någons namn.
cactus-openly-private = En kaktus är privat, och det där kunde alla läsa, så jag sparade ingenting. Skriv den här, bara till mig: cactus @namn vad som hände
cactus-openly-aloud = Jag har svarat i vår privata chatt.

linked = { $who } har nu allt glitter som kom under namnet { $detail }.
linked-yours = Dina kollegor gav dig glitter innan du hade ett konto här, och nu är det ditt. Se det med: /glitter mig
namesake = { $who } är ny här. Är det kollegan med samma namn i { $detail }, som saknade chattkonto? Då för jag över det glitter som kom under namnet.

workspace-unknown = Jag känner inte den här arbetsytan än. Be din administratör att installera mig igen.

away-noted = Noterat. Nya och öppna kaktusar går till { $who } fram till { $when }. Tillbaka tidigare? /cactus tillbaka
away-ended = Välkommen tillbaka. Nya kaktusar kommer till dig igen; de som din ersättare har fått stannar där.
hours-noted = Noterat. Kaktusar når dig kl. { $detail }, måndag till fredag.
mute-noted = Inga kaktusar tas emot från { $who } före { $when }. Det står i loggboken, med din motivering.
mute-ended = Kaktusar tas emot från { $who } igen.

## Välkommen, för den som installerar botten

welcome-title = ✨ Glitterkaktus är här
welcome-what = Med mig delar kollegor glitter, beröm som nämner människor vid namn, och kaktusar, kritik som hjälper, sagd i enrum.
welcome-first = Tre saker att börja med: välj kanal för veckans glitter, bjud in mig där folk pratar, och bestäm om kaktusar är något för er.
welcome-privacy = Vad jag sparar, vem som ser det och hur länge står i docs/privacy.md, bredvid mitt program. Berätta för kollegorna innan ni börjar.
invite-how = Gå till en kanal och nämn mig där: @Glitterkaktus. Chatten erbjuder dig att lägga till mig; svara ja.
cacti-off = Kaktusar är avstängda. Du kan slå på dem igen i inställningarna: /glitter inställningar
blocked-place = Jag kan inte skriva i { $detail }. Bjud in mig dit, eller se efter om platsen finns kvar. Jag säger inte till om den igen förrän det fungerar.
not-taken = Något som skulle till { $detail } togs inte emot, och skulle inte tas emot nästa gång heller. Den som driver mig hittar orsaken i loggen.

## Sidor för den som installerar botten

install-done = Jag är installerad i { $detail }. Jag har skrivit till dig där: leta efter Glitterkaktus under Appar.
install-open = Öppna chatten
install-cancelled = Inget har installerats. Om det inte var meningen, börja om.
install-stale = Länken är för gammal, eller öppnades i en annan webbläsare. Börja om.
install-used = Länken har redan gjort sitt. Om botten saknas hos er, börja om.
install-refused = Installationen blev inte klar ({ $detail }). Inget har sparats; börja om, och fråga den som driver mig om det inte hjälper.
install-later = Mitt minne svarar inte just nu. Börja om om en minut.
install-again = Börja om

## Nej: vad som gick fel, och vad man kan göra

refused-nobody = Ingen är nämnd. Skriv @ och välj en kollega, eller börja med namnet på ett team, och berätta sedan vad de gjorde.
refused-not-a-mention = Jag vet inte vem { $detail } är. Skriv @ och välj kollegan i listan som öppnas.
refused-group-empty = Det finns ingen annan i { $detail } som det kan nå. Nämn en kollega.
refused-team-empty = Det finns ingen i { $detail } som det kan nå. En administratör eller den som leder teamet kan lägga till kollegor: /glitter team
refused-team-how = Skriv så här: /glitter team new Kassan · /glitter team add Kassan @Kim "Siv Sund" · även rename, alias, unalias, lead, remove, delete, och cacti med all eller lead.
refused-team-name = ”{ $detail }” kan inte vara ett namn: ta 2 till { $count } tecken, och inget av mina egna ord.
refused-team-taken = Det tillhör redan { $detail }. Välj något annat.
refused-team-aliases = Fler än { $count } smeknamn blir för många. Ta bort ett först: /glitter team unalias
refused-team-lead-account = { $who } har inget chattkonto, så ingenting skulle nå fram. Välj någon som har ett.
refused-team-others = Det är för administratörer och för den som leder { $detail }.
refused-by-name = Jag känner inte till någon ”{ $detail }” utan chattkonto. Skriv teamet efter namnet, så här: /glitter "Kim Berg" (kassan) stannade kvar. Alla andra: skriv @ och välj.
refused-has-account = { $who } har ett chattkonto. Skriv @ och välj i listan som öppnas.
refused-no-reason = Det fattas några ord: minst { $count } tecken.
refused-too-long = Det blev { $other } tecken; { $count } får plats. Korta ner det lite.
refused-too-many = Högst { $count } kollegor åt gången. Dela upp det i två.
refused-oneself = Glitter till dig själv får du helst av någon annan.
refused-oneself-cactus = En kaktus går till någon annan. Prata igenom det med en kollega du litar på.
refused-bot = { $who } är en bot och kan inte glädjas åt det. Välj en kollega.
refused-no-author = Ingen kollega har skrivit det här, så ingen skulle få glädje av glittret. Välj ett meddelande från en kollega.
refused-deactivated = Kontot för { $who } är stängt, så inget skulle komma fram.
refused-stranger = { $who } hör till en annan organisation. Här går det bara till dina egna kollegor.
refused-you-stranger = Det här hör till en annan organisation än din, så jag kan inte ta emot det av dig.
refused-daily-glitter = Gränsen är { $count } om dagen, och du har { $other } kvar i dag. Du kan ge mer från { $when }.
refused-daily-cactus = Gränsen är { $count } om dagen, och du har { $other } kvar i dag. Du kan skicka fler från { $when }.
refused-pair-cactus = { $who } fick en kaktus av dig för mindre än en vecka sedan. Du kan skicka nästa från { $when }, eller ta det öga mot öga.
refused-one-receiver = En kaktus går till en enda person eller ett enda team. Nämn en, och berätta bara det som rör just dem.
refused-cactus-off = Kaktusar är avstängda här. Prata med varandra i stället, eller fråga en administratör.
refused-undo-none = Du har inget glitter från de senaste 10 minuterna att ta tillbaka.
refused-undo-late = De 10 minuterna för att ta tillbaka det är över.
refused-not-yours = Den knappen är någon annans.
refused-away-how = Skriv så här, med kollegan som ersätter dig: /cactus frånvaro 2026-07-01..2026-07-31 @Kim
refused-not-away = Du är inte borta nu och har inte planerat att vara det.
refused-hours-how = Skriv dina arbetstider så här: /cactus arbetstid 8-17
refused-naming-how = Säg hur du nämns i veckans glitter: /glitter namn mig, /glitter namn förnamn eller /glitter namn ute
refused-naming-others = Bara den som leder { $detail }, HR eller en administratör kan välja åt någon som saknar konto.
refused-naming-own = { $detail } har ett konto nu och väljer själv, med /glitter namn
refused-admins-only = Det är till för administratörer och HR.
refused-week-over = Den veckan är redan avgjord.
refused-week-nowhere = Ingen kanal är vald för veckans glitter. Välj en och tryck igen.
refused-moment-late = Veckans ögonblick är redan valt: det sker en timme före inlägget.
refused-moment-not = Den berättelsen kan inte bli veckans ögonblick: den togs tillbaka, eller så vill någon i den inte nämnas.
refused-moment-unknown = Jag hittar inget glitter från den här veckan där. Välj ett av mina inlägg, eller skriv /glitter ögonblick.
refused-moment-who = Veckans ögonblick väljs av administratörer och HR, och av den som leder ett team bland teamets glitter.
refused-mute-how = Skriv så här, med din motivering: /cactus tysta @Kim 30 motivering. Antal dagar: 0 till { $count }; 0 häver det.
refused-hr-only = Det där är till för dem som har HR-rollen.
refused-too-few = Siffror visas från { $count } personer och { $count } ärenden, så att ingen kan kännas igen.
refused-no-receiver = Välj vem som ska läsa det.
refused-no-words = Skriv några ord.
refused-no-day = Välj en dag från och med i dag, inom ett år.
refused-heir = Välj någon annan än dig själv: en kollega vars konto är öppet.
refused-heir-away = { $who } är borta just nu. Välj en kollega som är på plats.
refused-muted = HR tar inte emot kaktusar från dig före { $when }. Prata med dem om du undrar varför.
refused-reopened-once = Den har redan öppnats en gång till. Prata med varandra, eller med HR.
refused-admin-only = Det är för administratörer.
refused-no-zone = Den tidszonen känner jag inte till. Skriv den som Europe/Stockholm.
refused-no-address = Skriv hela adressen, till exempel https://intranet.example.com/respekt, utan namn och lösenord i den.
refused-no-number = Skriv ett tal från { $count } till { $other }.
refused-no-admin = Någon måste vara administratör. Välj minst en.
refused-gone = Det finns inte kvar här. Inget har ändrats.
refused-link-how = Skriv så här, med namnet och teamet som de var kända: /glitter koppla "Kim Berg" (kassan) @Kim
refused-link-others = Bara den som leder { $detail }, HR eller en administratör kan koppla ihop dem.
refused-linked-already = Det som kom till { $detail } har redan gått till ett annat konto. Tala med den som driver mig.
refused-moved-on = Det avgjordes alldeles nyss: kaktusen har redan gått vidare.
refused-taken = { $who } har redan tagit tag i kaktusen.
refused-heir-giver = Kaktusen kom från den kollegan. Lämna över den till någon annan.
refused-no-team = Det finns inget team som kallas ”{ $detail }”. /glitter team visar alla.
refused-whole-name = Flera team kallas ”{ $detail }”. Skriv hela namnet på ett av dem.
refused-team-no-lead = Ingen leder { $detail }, så ingen där kan ta över den. Välj en kollega i stället.
refused-not-ready = Inställningar kommer i en senare version. Be den som driver mig att köra: python app.py workspace set
refused-no-pages = Mina sidor har ingen adress än. Be den som driver mig att sätta PUBLIC_URL till en som börjar med https.
refused-link-over = Länken är redan använd, eller äldre än fem minuter. Skriv /glitter historik i chatten så får du en ny.
refused-session-over = Du är inte inloggad, eller inte längre. Skriv /glitter historik i chatten så får du en ny länk.
refused-role-changed = Din roll har ändrats, så det här är slut. Skriv /glitter historik i chatten så får du en ny länk.
refused-leads-only = Den sidan är för den som leder ett team.
refused-not-a-filter = Jag förstår inte adressen. Gå tillbaka och välj filtret igen.
refused-not-our-form = Det kom inte från en av mina sidor som fortfarande är öppen. Gå tillbaka, ladda om sidan och tryck en gång till.
refused-suspended = Jag har tagits bort från den här arbetsytan. Be din administratör att installera mig igen.
not-recorded = Inte sparat: mitt minne svarar inte. Inget är förlorat; skicka det igen om en minut.
went-wrong = Inte sparat: något gick sönder i mig (referens { $detail }). Skicka det igen, och säg till den som driver mig om det fortsätter.
your-words = Dina ord: { $draft }

## I appen för Microsoft Teams

teams-app-name = Glitterkaktus: beröm och kritik som hjälper
teams-app-short = Beröm öppet, kritik mellan fyra ögon
teams-app-full = Dela glitter, beröm som alla ser, och kaktusar, kritik som hjälper och som en enda person läser. En gång i veckan nämns alla som fått glitter, vid namn.
teams-app-says-glitter = Beröm någon: @Kim och vad som var så bra
teams-app-says-cactus = Kritisera i enrum: @Kim och vad som hände
teams-app-says-kaktus = Samma sak som cactus
teams-app-says-home = Vad du har fått och gett, och vad som är öppet
teams-app-says-me = Ditt glitter i siffror
teams-app-says-settings = Dina egna inställningar; administratörer bestämmer för alla
teams-app-says-history = Dina sidor i webbläsaren
teams-app-says-help = Så berömmer du
teams-app-says-cactus-help = Så kritiserar du i enrum
teams-app-says-open = Dina öppna kaktusar
teams-app-form-glitter = Ett formulär: till vem, och vad som var så bra
teams-app-form-cactus = Ett formulär i enrum: till vem, och vad som hände
teams-app-pick-moment = Gör det här glittret till veckans ögonblick

## Ord som kan skrivas, bredvid de engelska

words-help = hjälp
words-me = mig, jag
words-home = hem
words-undo = ångra
words-settings = inställningar
words-export = exportera
words-history = historik
words-open = öppna
words-show = visa
words-away = frånvaro, frånvarande
words-back = tillbaka, åter
words-mute = tysta
words-hours = arbetstid, arbetstider
words-stats = statistik
words-name = namn
words-first = förnamn
words-out = ute, utelämna
words-link = koppla
words-moment = ögonblick, stund
words-wish = önskan, önskemål, önskar
words-customer = kund
words-and = och
words-team = lag, teamet
words-team-new = ny, nytt
words-team-rename = döp
words-team-alias = smeknamn
words-team-unalias = glöm
words-team-lead = leder, ledare
words-team-add = lägg
words-team-remove = bort
words-team-delete = radera
words-team-cacti = kaktusar
words-team-group = grupp
words-team-all = alla

## Det som den vänliga kollen letar efter; * är vilken ändelse eller början som helst, och ensam vilket ord som helst

check-general = du alltid, ni alltid, alltid du, alltid ni, är alltid, *ar alltid, *er alltid,
    gör alltid, blir alltid, alltid jag som, alltid vi som, alltid samma, alltid likadant,
    är aldrig, *ar aldrig, *er aldrig, gör aldrig, hör aldrig, blir aldrig, finns aldrig, syns aldrig,
    du aldrig *r, ni aldrig *r, *r du aldrig, *r ni aldrig, *r han aldrig, *r hon aldrig, *r hen aldrig,
    aldrig någonsin, varenda gång, varje gång du, varje gång ni, varje gång jag,
    jämt, ständigt, du * hela tiden, ni * hela tiden, alla vet, vi vet alla, alla säger, alla tycker,
    alla klagar, ingen gillar, ingen orkar med, ingen tycker om
check-person = du är så, ni är så, du är en sån, du är en sådan, lat, lata, latmask*, slöfock*,
    du är slö, han är slö, hon är slö, hen är slö, idiot, idioten, idioter, du är dum, är du dum,
    dum i huvudet, dumskalle*, du är korkad, är du korkad, inkompetent, inkompetenta, arrogant,
    arroganta, nonchalant, nonchalanta, lögnare, lögnaren, hopplös på, du är hopplös, är en hopplös,
    värdelös på, du är värdelös, är dålig på att, oduglig, odugliga, ansvarslös, ansvarslösa,
    oprofessionell, självisk, själviska, egoist*, barnslig, typiskt dig, typiskt er, fel på dig,
    din attityd, er attityd, dålig attityd, din personlighet, bryr dig inte, ingen lagspelare,
    lita på dig

## Pages that the Teams app names: privacy and terms of use

about-privacy-title = Integritet
about-privacy-where = Glitterkaktus körs hos din arbetsgivare, som ansvarar för det som sparas. Inget lämnar den utom det som skickas till din chatt.
about-privacy-what = Den sparar ditt namn, språk och tidszon så som chatten anger dem, det glitter och de kaktusar du ger och får, och dina egna val. Den läser inga meddelanden och följer ingen.
about-privacy-who = Glitter syns för alla där det gavs. En kaktus ses av den som gav den, den som den når, och HR. Den som sköter maskinen kan läsa allt som sparas.
about-privacy-how-long = Glitter sparas i 24 månader och en kaktus i 12, om din arbetsgivare inte har valt annat. Trettio dagar efter att du slutat försvinner det som handlar om dig.
about-privacy-yours = Skriv /glitter minadata i chatten för att få allt som finns sparat om dig. HR kan radera det om du ber om det.
about-privacy-ground = Om din arbetsgivare inte har sagt annat är den rättsliga grunden ett berättigat intresse: beröm och problem når dem som de gäller. Du får när som helst invända, av skäl som rör just dig: säg till HR. Då slutar det, om inte din arbetsgivare visar att andra skäl väger tyngre.
about-terms-title = Användarvillkor
about-terms-licence = Glitterkaktus är fri programvara under MIT-licensen, körs av din arbetsgivare och ges utan garanti. Din arbetsgivare bestämmer vem som använder den och till vad.
about-terms-rules = Tre saker gäller alla: beröm nämner människor vid namn, kritik handlar om en situation och aldrig om någons personlighet, och inget är anonymt för den som får det.
about-terms-ask = Fråga den som driver den hos er, eller HR.
