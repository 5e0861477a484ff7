### Suomi. Yksi rivi lausetta kohti; `who` on valmis luettelo ihmisistä.
### Nimiin ei liitetä päätteitä: lauseet on rakennettu niin, että nimi seisoo perusmuodossa.

moment = { $day } klo { $time }
quoted = ”{ $words }”

## Glitter

award-title = ✨ Glitter
award-posted = { $giver } jakoi glitteriä. Sitä sai: { $receivers }
award-posted-customer = { $giver } kuuli tämän asiakkaalta. Glitteriä sai: { $receivers }
award-below = ✨ { $giver } antoi glitteriä tästä viestistä. Sitä sai: { $receivers }
award-received = { $giver } antoi sinulle glitteriä
award-received-customer = { $giver } kuuli sinusta tämän asiakkaalta
award-received-team = { $giver } antoi glitteriä tiimillesi { $team }
award-received-team-customer = { $giver } kuuli tämän asiakkaalta tiimistäsi { $team }
award-team = Tiimi { $team }, mukana { $people }
award-team-many = Tiimissä { $team } on { $count } työkaveria.
award-for-team = tiimille { $team }
reason-message = tästä viestistä
message-open = Avaa viesti
award-from-customer = Asiakkaalta kuultua
award-recorded = Tallennettu. Glitteriä sai: { $receivers }.
award-recorded-here = Se näkyy täällä hetken kuluttua.
award-recorded-channel = Se näkyy hetken kuluttua kanavalla { $channel }.
award-recorded-there = Se näkyy kanavalla hetken kuluttua.
award-recorded-direct = Se menee suoraan sille, jonka mainitsit.
award-undo-minutes = Voit perua sen { $minutes ->
    [one] yhden minuutin
   *[other] { $minutes } minuutin
} ajan.
show-ask = { $receiver } ({ $team }) on ilman chat-tiliä. Näytä tämä ruudulta tai paperilta.
show-title = ✨ Glitteriä saa { $receiver }
show-from = Antaja { $giver }, { $day }
show-from-customer = Asiakkaalta kuuli { $giver }, { $day }
award-shown = Tiimin vetäjä saa sen näytettäväksi. Saaja: { $who }.
award-untold = Tiimillä ei ole vielä vetäjää. Kerro siitä itse. Saaja: { $who }.
same-again = Annoit täsmälleen samat sanat jo { $when }, joten en tallentanut niitä toiseen kertaan. Ne sai: { $receivers }.
same-again-hint = Paina nappia, jos tarkoitit antaa ne kahdesti.

mine-title = Sinun glitterisi
mine-received = Saatu: { $week } tällä viikolla, { $ever } yhteensä.
mine-given = Annettu: { $week } tällä viikolla, { $ever } yhteensä.
mine-latest = Viimeisimmät sanat sinulle
mine-none = Et ole vielä saanut glitteriä. Varmin tapa saada on antaa.

## Kaktus

cactus-title = 🌵 Kaktus
cactus-bloomed-title = 🌸 Kaktus, joka kukki
cactus-held = Tämän lukee { $receiver }, ja nimesi on mukana. HR:n lisäksi kukaan muu ei näe sitä.
cactus-held-when = Se lähtee { $when }. Siihen asti voit muuttaa sitä tai perua sen.
cactus-held-hours = Kaktus tulee perille vain saajan omana työaikana, joten se lähtee { $when } sinun kellosi mukaan. Siihen asti voit muuttaa sitä tai perua sen.
cactus-held-team = Tiimissä sen saa { $people }.
cactus-held-team-many = Sen saa tiimissä { $count } työkaveria; sitä hoitaa se, joka ensin ottaa sen hoitaakseen.
cactus-effect = Mitä siitä seurasi
cactus-wish = Mikä olisi ollut parempi
cactus-side = Toinen näkökulma
check-found = Yksi ilmaus voi viedä huomion pois asiastasi: ”{ $phrase }”.
check-why-general = Tällaiset sanat on helppo kumota, ja silloin ei enää puhuta siitä, mitä tapahtui.
check-why-person = Tämä kertoo siitä, millainen joku on. Se, mitä tapahtui, on helpompi ottaa vastaan ja korjata.
check-hint = Muuta sitä tai lähetä se tällaisenaan: sinä päätät. Mitään ei ole vielä tallennettu.

praise-begun = kuunteli ja teki jotain paremmaksi meille kaikille
case-received = { $giver } antoi sinulle kaktuksen: jotain tapahtui, ja se sanotaan vain sinulle.
case-received-team = { $giver } antoi kaktuksen tiimille { $receiver }. Se tulee vain sinulle: vastaa siihen tai siirrä se toiselle.
case-received-all = { $giver } antoi kaktuksen tiimille { $receiver }. Koko tiimi voi lukea sen, ja sitä hoitaa se, joka ensin ottaa sen hoitaakseen.
case-offered = { $owner } kysyy, ottaisitko tämän kaktuksen hoitaaksesi.
case-review = Kolmas kaktus samalle ihmiselle vuorokauden sisällä. Päästä se eteenpäin, tai pysäytä se ja kirjoita rivi antajalle.
case-reported = { $owner } ilmoitti tämän kaktuksen loukkaavaksi. Se lepää, kunnes olette päättäneet.
case-needs-hr = Kaktus odottaa HR:n päätöstä, eikä kenelläkään täällä ole HR-roolia. Anna se jollekulle asetuksissa (/glitter asetukset): kaktus on sitten hänen sivuillaan.
case-owner = Kaktusta hoitaa { $owner }
case-due = Viimeistään { $when }.
case-promised = Luvattu viimeistään { $day }.
case-policy = Ohjeemme epäasiallisen kohtelun varalle
case-state-held = Ei vielä lähetetty
case-state-review = HR lukee ensin
case-state-open = Odottaa vastausta
case-state-acknowledged = Otettu hoitoon
case-state-promised = Luvattu
case-state-disputed = Nähty eri tavoin
case-state-offered = Siirtymässä toiselle
case-state-done = Hoidettu; auttoiko se?
case-state-bloomed = 🌸 Kukki
case-state-reported = Lepää, kunnes HR päättää
case-state-withdrawn = Peruttu
case-state-closed = HR sulki tapauksen
case-state-expired = Aika päättyi

news-release = HR luki kaktuksesi ja lähetti sen eteenpäin.
news-hold-back = Osa kaktuksista kulkee HR-väen kautta, ja sinun kaktuksesi luetaan siellä ensin. Se ei kerro mitään sinusta eikä sanoistasi; saat kuulla, miten käy.
news-stop = HR pysäytti kaktuksesi. Kukaan muu ei ole lukenut sitä.
news-thank = { $person } kiittää kaktuksesta ja ottaa asian hoitaakseen.
news-reply = { $person } kirjoitti sinulle kaktuksesta.
news-promise = { $person } lupaa, että asia on kunnossa viimeistään { $day }.
news-dispute = { $person } näkee asian toisin. Molemmat näkökulmat ovat nyt kortilla.
news-done = { $person } kertoo, että asia on hoidettu. Auttoiko se?
news-hand-over = Kaktuksesi on siirtymässä. Uusi hoitaja on { $person }.
news-accept = Kaktustasi hoitaa nyt { $person }.
news-decline = { $person } ei ottanut kaktusta; se jää sinulle.
news-bloom = 🌸 Kaktus kukkii: { $person } kertoo, että siitä oli apua.
news-reopen = { $person } kertoo, ettei siitä ole vielä ollut apua, joten kaktus on taas auki.
news-withdraw = { $person } perui kaktuksen. Sinulta ei odoteta enää mitään.
news-report = HR käy kaktuksesi läpi; se lepää siihen asti.
news-resume = HR kävi kaktuksen läpi, ja se jatkaa matkaansa.
news-close = HR sulki kaktuksen.
news-due-soon = { $person } antoi kaktuksen, joka odottaa sinua. Määräaika on { $when }.
news-overdue = { $person } antoi kaktuksen, jonka määräaika oli { $when }. Sana tänään on parempi kuin täydellinen vastaus ensi viikolla.
case-escalated = Kaktus { NUMBER($count, useGrouping: 0) } odottaa yhä; määräaika oli { $when }. Sitä hoitaa { $who }. Sanat jäävät niille, joita se koskee.

case-stand-in = { $owner }, sijaistat poissa olevaa työkaveria, joten tämä kaktus tuli sinulle.
figures-title = 🌵 Miten kaktukset täällä voivat
figures-came = { $count ->
    [one] Yksi kaktus tuli.
   *[other] { $count } kaktusta tuli.
}
figures-in-time = Ajoissa vastattuja: { $count }.
figures-bloomed = 🌸 Kukkineita: { $count }.
figures-to-answer = Puolet sai vastauksen { $hours } työtunnin kuluessa.
figures-to-end = Puolet päättyi { $hours } työtunnin kuluessa.
figures-hidden = Se, mitä tässä ei näy, kertoisi alle { $count } tapauksesta.

cases-title = 🌵 Avoimet kaktukset
cases-none = Ei avoimia kaktuksia. Nauti rauhasta.
cases-mine = { $number } · sinulle, sen antoi { $other } · { $state }
cases-given = { $number } · sinulta, sitä hoitaa { $other } · { $state }
cases-due = viimeistään { $when }
team-list-title = Tiimit
team-list-none = Tiimejä ei vielä ole. Ylläpitäjä luo ensimmäisen: /glitter team new Kassan
team-saved = Tallennettu. Tiimi on nyt tällainen.
team-removed = { $detail } on poistettu. Sen saamat glitterit ja kaktukset säilyvät historiassa sen nimellä.
team-also = myös { $aliases }
team-led = vetäjä { $lead }
team-no-lead = ei vetäjää
team-count = { $count ->
    [one] yksi työkaveri
   *[other] { $count } työkaveria
}
team-cacti-all = kaktukset menevät kaikille
team-cacti-lead = kaktukset menevät vetäjälle
team-people = Mukana { $people }

## Viikko

highlights-title = ✨ Viikon glitterit, { $days }
highlights-late = Olin poissa, kun tämän piti ilmestyä, joten tässä se on nyt.
highlights-counts = { $givers ->
    [one] Yksi työkaveri
   *[other] { $givers } työkaveria
} antoi glitteriä, ja sitä sai { $receivers ->
    [one] yksi ihminen
   *[other] { $receivers } ihmistä
}.
highlights-page = Sivu { $page }/{ $pages }
highlights-more = { $count ->
    [one] ja vielä yksi
   *[other] ja vielä { $count }
}
highlights-quiet = Hiljainen viikko ({ $days }). Joku teki varmasti jotain hyvää. Kerro se: /glitter
highlights-moment = 🌟 Viikon hetki
highlights-names = Tällä viikolla glitteriä sai
highlights-others = Kaikki muut
highlights-unnamed = { $count ->
    [one] Ja vielä yksi, jonka nimi ja tarina löytyvät alempaa.
   *[other] Ja vielä { $count } muuta, joiden nimet ja tarinat löytyvät alempaa.
}
highlights-below = Tarinat jatkuvat tämän viestin alla.
highlights-customers = Asiakkailta kuultua
highlights-firsts = Ensimmäinen glitter ikinä: { $who }
highlights-values = Viikon arvot: { $values }
highlights-bloomed = { $count ->
    [one] 🌸 Yksi kaktus kukki.
   *[other] 🌸 { $count } kaktusta kukki.
}
highlights-tip = 💡 Viikon vinkki: { $tip }
preview-title = Ennakkokatsaus: viikon glitterit
preview-when = Ne julkaistaan { $when }. Muut näkevät päätöksesi vasta viestissä.
preview-skipped = Olet ohittanut tämän viikon; sen glitterit kerrotaan seuraavan viikon mukana.
preview-nobody = Kukaan ei ole vielä saanut glitteriä.
preview-candidates = Viikon hetki voisi olla myös:
preview-candidate = { $number } · { $giver } → { $receivers } · { $reason }
moment-choice-title = Mikä tarina on viikon hetki?
moment-choice-until = Valinta-aika päättyy { $when }. Jos työkaverit reagoivat viesteihin, heidän valintansa ratkaisee.
moment-choice-picked = Valittu toistaiseksi:
moment-choice-none = Tällä viikolla ei ole vielä glitteriä, josta valita.
moment-picked = Selvä! Viikon hetkessä kiitetään: { $who }. Työkaverit voivat vielä valita toisen reagoimalla.
team-week-title = ✨ Tiimisi { $team }, { $days }
team-week-private = Vain sinulle, joka johdat tiimiä.
team-week-none = Tällä viikolla kukaan tiimissä ei saanut glitteriä.
team-week-unseen = Ei glitteriä kuuteen viikkoon: { $who }. Ehkä heidän työtään kannattaa katsoa uudelleen.
team-week-cases = Kaktukset, jotka odottavat sinua
team-week-answer = Puoleen tiimin kaktuksista vastattiin { $hours } työtunnin kuluessa.
workspace-week-title = Viikko lukuina, { $days }
workspace-week-glitter = Glitteriä: { $count }. Antajia: { $givers }. Saajia: { $receivers }.
workspace-week-customers = Asiakkailta kuultua: { $count }.

chart-title = Glitterit viikoittain
chart-week = vk { $week }
chart-alt = Glitterit viimeisten kahdentoista viikon ajalta, vanhin ensin: { $counts }.

## Napit

action-undo = Peru
action-refresh = Päivitä
action-give-again = Anna uudelleen
action-withdraw = Peru kaktus
action-send-now = Lähetä heti
action-resend = Lähetä uudelleen
action-choose-team = Tämä tiimi
action-edit-draft = Muokkaa
action-edit = Muokkaa
action-send-anyway = Lähetä tällaisenaan
action-show = Näytä
action-thank = Kiitos, hoidan tämän
action-reply = Vastaa
action-promise = Lupaa päivä
action-hand-over = Siirrä toiselle
action-accept = Otan hoitaakseni
action-decline = Ei minulle
action-dispute = Tämä ei pidä paikkaansa
action-report = Ilmoita loukkaavaksi
action-done = Asia on hoidettu
action-bloom = Kyllä, siitä oli apua
action-reopen = Ei vielä
action-release = Päästä eteenpäin
action-stop = Pysäytä
action-resume = Anna jatkua
action-close = Sulje tapaus
action-link = Kyllä, yhdistä
action-give = Anna glitteriä
action-give-cactus = Anna kaktus
action-home = Etusivu
action-more = Vanhempia
action-my-settings = Omat asetukset
action-settings = Kaikkien asetukset
action-moment = 🌟 Hetki
action-pick = 🌟 Viikon hetki
action-moments = 🌟 Valitse viikon hetki
action-more-moments = Näytä aiemmat
action-skip-week = Ohita tämä viikko
action-keep-week = Julkaise sittenkin
action-post-week = Julkaise nyt
action-weekly-off = Ei enää näitä
action-weekly-on = Lähetä näitä minulle
action-to-team = Lähetä tiimille
action-praise = Anna siitä glitteriä
action-submit = Lähetä
action-choose-channel = Valitse kanava
action-invite = Kutsu minut
action-cacti-off = Poista kaktukset käytöstä

## Lomakkeet

form-cactus = Kaktus
form-edit = Muokkaa kaktustasi
form-reply = Vastaa
form-promise = Lupaa päivä
form-hand-over = Siirrä toiselle
form-dispute = Tämä ei pidä paikkaansa
form-report = Ilmoita loukkaavaksi
form-reopen = Ei vielä
form-stop = Pysäytä kaktus
form-close = Sulje tapaus
field-who = Kuka sen lukee?
field-who-hint = Yksi työkaveri; HR:n lisäksi kukaan muu ei näe sitä.
field-team = Vai mikä tiimi?
field-team-hint = Sen saa tiimin vetäjä tai koko tiimi, jos tiimi on niin valinnut.
field-situation = Mitä tapahtui?
field-situation-hint = Yksi tapaus: milloin, missä, mitä. Ei sitä, millainen joku on.
field-effect = Mitä siitä seurasi?
field-effect-hint = Asiakkaille, sinulle, myymälälle.
field-wish = Mikä olisi ollut parempi?
field-wish-hint = Mitä selvempi toive, sitä helpompi se on täyttää.
field-note = Omin sanoin
field-note-hint = Se menee niille, joita kaktus koskee, eikä muille.
field-day = Viimeistään minä päivänä?
field-day-hint = Saat muistutuksen edellisenä työpäivänä.
field-heir = Kenelle työkaverille?
field-heir-hint = Hän voi kieltäytyä. Antaja kuulee, että kaktus siirtyy, muttei syytä.
field-heir-team = Vai mille tiimille?
field-heir-team-hint = Asiaa kysytään tiimin vetäjältä.
form-glitter = Anna glitteriä
form-my-settings = Omat asetukset
form-settings = Kaikkien asetukset
field-receivers = Kuka sai päivän loistamaan?
field-receivers-hint = Yksi työkaveri tai useampi, enintään 20.
field-to-team = Tai tiimi
field-to-team-hint = Jokainen tiimissä näkee sen omanaan.
field-by-name = Vai työkaveri ilman chat-tiliä?
field-by-name-hint = Tiimin vetäjä näyttää sen. Joku uusi: /glitter "Kim Berg" (kassan) …
field-reason = Mitä hän teki?
field-reason-hint = Yksi hetki omin sanoin. Kaikki voivat lukea sen.
field-value = Arvo, joka tässä näkyy
field-value-hint = Esimerkiksi huolenpito tai rohkeus.
field-customer = Kuultu asiakkaalta
field-customer-hint = Välität eteenpäin, mitä asiakas sanoi.
field-channel = Missä se näytetään
field-channel-hint = Ilman kanavaa sen näkevät vain saajat, ja se kerrotaan viikon glittereissä.
field-language = Kieli
field-language-hint = Kieli, jota puhun sinulle.
field-naming = Viikon glittereissä
field-naming-hint = Miten sinut mainitaan, kun joku on kehunut sinua.
field-direct_messages = Yksityisviestit glitteristä
field-direct_messages-hint = Koskee vain glitteriä, ei kaktuksia.
field-takes_cacti = Minulle saa tulla kaktuksia
field-takes_cacti-hint = Voit muuttaa mielesi milloin vain.
field-work_starts = Työpäiväni alkaa
field-work_starts-hint = Kaktukset tulevat työaikana, maanantaista perjantaihin.
field-work_ends = Työpäiväni päättyy
field-work_ends-hint = Oman kellosi mukaan.
field-highlights_channel = Viikon glitterien kanava
field-highlights_channel-hint = Minun on voitava kirjoittaa sinne.
field-highlights_weekday = Viikon glitterien päivä
field-highlights_weekday-hint = Kerran viikossa.
field-highlights_hour = Viikon glitterien kellonaika
field-highlights_hour-hint = Alla olevan aikavyöhykkeen mukaan.
field-zone = Aikavyöhyke
field-zone-hint = Esimerkiksi Europe/Helsinki.
field-glitter_channel = Kaiken glitterin kanava
field-glitter_channel-hint = Ei mitään: glitteri näkyy siellä, missä se annettiin.
field-daily_glitter_limit = Glitteriä päivässä antajaa kohden
field-daily_glitter_limit-hint = 0 tarkoittaa, ettei rajaa ole.
field-daily_cactus_limit = Kaktuksia päivässä antajaa kohden
field-daily_cactus_limit-hint = 0 tarkoittaa, ettei rajaa ole.
field-values = Teidän arvonne
field-values-hint = Sanoja pilkuilla erotettuina; lomake tarjoaa niitä.
field-emoji = Emojit, jotka antavat glitteriä
field-emoji-hint = Nimiä pilkuilla erotettuina; lisää sellainen viestiin, ja kirjoittaja saa glitteriä. Tyhjä: pois käytöstä.
field-reaction_replies = Vastaus emojiin ketjussa
field-reaction_replies-hint = Yksi rivi viestin alla, kaikkien luettavissa. Pois: vain viestin kirjoittaja saa tietää.
field-cactus_on = Kaktukset ovat käytössä
field-cactus_on-hint = Pois: uusia ei voi kirjoittaa; avoimet jatkuvat.
field-cactus_hold_minutes = Minuutteja, jotka kaktus odottaa
field-cactus_hold_minutes-hint = Antajan miettimisaika; enintään vuorokausi.
field-cactus_working_hours = Kaktukset vain työaikana
field-cactus_working_hours-hint = Saajan kellon mukaan.
field-answer_days = Työpäiviä vastaamiseen
field-answer_days-hint = Sen jälkeen lähtee muistutus.
field-holidays = Pyhäpäivät maassa
field-holidays-hint = Ne eivät ole työpäiviä.
field-receivers_opt_in = Kaktuksia vain kyllä sanoneille
field-receivers_opt_in-hint = Kukaan ei saa kaktusta, ellei ole sanonut kyllä. Jokaiselta kysytään kerran, yksityisesti.
field-two_person_exports = Kaksi ihmistä vientiin, jossa on kaktuksia
field-two_person_exports-hint = Toinen HR-ihminen hyväksyy ennen kuin kaktuksia viedään.
field-policy_link = Ohjeet epäasiallisen kohtelun varalle
field-policy_link-hint = https-osoite. Näytetään ilmoitetun kaktuksen yhteydessä ilmoittajalle ja HR:lle.
field-cactus_months = Kuukausia, kunnes kaktus poistuu
field-cactus_months-hint = 1–60. Sen jälkeen se poistuu tiedoista lopullisesti.
field-glitter_months = Kuukausia, kunnes glitter poistuu
field-glitter_months-hint = 1–60. Sen jälkeen se poistuu tiedoista lopullisesti.
field-hr = HR-roolissa olevat
field-hr-hint = He näkevät ilmoitetut ja myöhässä olevat tapaukset.
field-admins = Ylläpitäjät
field-admins-hint = He muuttavat näitä asetuksia; ylläpitäjä ei ole HR.
option-language-chat = Kuten chatissa
option-naming-full = Mainitse nimeni
option-naming-first = Vain etunimi
option-naming-out = Jätä minut pois
option-holidays-none = Ei minkään
said-yes = kyllä
said-no = ei
settings-saved = Tallennettu. Tästä lähtien:
settings-same = Mikään ei muuttunut.
home-received = Minun saamani
home-given = Minun antamani
home-cases = Avoimet kaktukseni
home-week = Tällä viikolla loistavat
home-week-none = Ei vielä ketään tällä viikolla. Kuka on ensimmäinen?
home-nothing = Ei vielä mitään.
home-settings = Omat asetukset
slack-channel-invite = En voi kirjoittaa sinne. Kutsu minut ensin kanavalle (/invite @Glitterkaktus) ja tallenna sitten uudelleen.
slack-channel-archived = Kanava on arkistoitu. Valitse toinen.
form-not-opened = Lomake ei auennut. Mitään ei ole kadonnut; yritä vielä kerran.
form-slow = Tämä kestää tavallista kauemmin. Sanasi ovat yhä tässä; paina nappia hetken päästä uudelleen. Ne lasketaan kerran.
field-optional = { $label } (jos haluat)

## Ohje

help-glitter-title = ✨ Glitter: kiitos, joka näkyy
help-glitter-give = /glitter @Kim jäi myöhään auttamaan balsamicoasiakasta
help-glitter-give-hint = Mainitse yksi tai useampi työkaveri tai tiimi nimeltä ja kerro, mitä he tekivät. #sanoista tulee arvoja.
help-glitter-customer = /glitter @Kim asiakas: niin ystävällinen kassalla
help-glitter-customer-hint = Kiitokselle, jonka kuulit asiakkaalta.
help-glitter-by-name = /glitter "Kim Berg" (kassan) … · työkaverille, jolla ei ole chat-tiliä
help-glitter-words = /glitter minä · mitä olet saanut ja antanut
help-glitter-undo = /glitter peru · peruu viimeisimmän glitterisi 10 minuutin sisällä
help-glitter-moment = /glitter hetki · ylläpitäjille ja tiimien vetäjille: viikon hetken valinta
help-slack-message = Yhdestä viestistä, myös ketjussa, jossa Slack ei ota vastaan komentoja: valitse viestin valikosta ”Give glitter for this” tai reagoi siihen glitter-emojilla.
help-glitter-cactus = /cactus ohje · näin annat kritiikkiä kahden kesken
help-cactus-title = 🌵 Kaktus: kritiikkiä, josta on apua
help-cactus-give = /cactus @Kim palautustiskillä ei ollut ketään tiistaina keskipäivällä
help-cactus-give-hint = Kerro yhdestä tapauksesta: mitä tapahtui ja missä. Älä koskaan siitä, millainen joku on.
help-cactus-private = Saaja lukee sen, ja nimesi on mukana. Myös HR ja ylläpitäjäni voivat lukea sen. Se ei ole koskaan nimetön eikä näy millään kanavalla.
help-cactus-hold = Se odottaa hetken ennen lähtöä, jotta ehdit vielä miettiä.
help-cactus-words = /cactus · lomake; /cactus avoimet · tapauksesi; /cactus poissa ja /cactus työaika · milloin et ole paikalla
help-cactus-whistle = Tämä ei ole väärinkäytösten ilmoituskanava: vakavat asiat kuuluvat sinne, missä työnantajasi lupaa nimettömyyden.

## Sivut

pages-link = Sivusi ovat tämän linkin takana. Se toimii kerran, { $minutes ->
    [one] minuutin
   *[other] { $minutes } minuutin
} ajan, ja avaa sivut sinun nimissäsi: pidä se omana tietonasi.
pages-open = Avaa sivuni
pages-skip = Siirry sisältöön
pages-nav = Sivut
pages-mine = Omat
pages-team = Tiimini
pages-workspace = Kaikki
pages-figures = Luvut
pages-leave = Kirjaudu ulos
pages-times = Aikavyöhyke: { $zone }.
pages-hello = Hei, { $name }
pages-enter-hint = Yksi painallus, ja olet sisällä. Linkki on silloin käytetty, ja tämä selain pysyy kirjautuneena enintään kahdeksan tuntia.
pages-enter = Kirjaudu sisään
pages-sorry = Se ei onnistunut
pages-to-mine = Omille sivuilleni
pages-gone-title = Olet kirjautunut ulos
pages-gone = Nähdään taas. Kirjoita chattiin /glitter historia, kun haluat takaisin.
pages-away = Muistini ei juuri nyt vastaa. Mitään ei ole kadonnut; lataa sivu uudelleen minuutin päästä.
pages-broken = Minussa meni jotain rikki (viite { $detail }). Yritä uudelleen, ja kerro ylläpitäjälleni, jos vika jatkuu.
pages-received = Saadut
pages-given = Annetut
pages-cases = Kaktukset
pages-me = Minä
pages-received-title = Sinulle annettu glitter
pages-given-title = Antamasi glitter
pages-given-none = Et ole vielä antanut yhtään. Kenen näit tekevän jotain hyvää?
pages-from = Antaja: { $name }
pages-to = Saaja: { $name }
pages-between = Antaja: { $giver } · saaja: { $receiver }
pages-undone = Peruttu
pages-onward = Lisää luettelosta
pages-start = Alkuun
pages-more = Vanhempia
pages-cases-title = Kaktuksesi
pages-cases-hint = Antamasi ja sinulla olevat; niitä lukevat vain te kaksi ja HR.
pages-cases-none = Ei kaktuksia. Nauti rauhasta.
pages-case-title = Kaktus { $number }
pages-case-mine = Kaktus { $number } sinulle · antaja: { $name }
pages-case-given = Kaktus { $number } sinulta · nyt: { $name }
pages-case-team = Kaktus { $number } · nyt: { $name }
pages-case-hint = Kun haluat vastata tai tehdä jotain, kirjoita chattiin: /cactus näytä { $number }
pages-talk = Mitä sen jälkeen on sanottu
pages-overdue = myöhässä
pages-me-title = Mitä tiedän sinusta
pages-name = Nimi
pages-account = Tili chatissa
pages-house = Työtila
pages-zone = Aikavyöhyke
pages-powers = Roolisi
pages-power-none = Työkaveri
pages-power-hr = HR
pages-power-admin = Ylläpitäjä
pages-power-lead = Tiimin vetäjä
pages-sessions = Missä olet kirjautuneena
pages-sessions-hint = Jos et tunnista jotakin näistä, kirjaa se ulos.
pages-session = Alkoi { $began }, päättyy viimeistään { $ends }
pages-session-this = tämä selain
pages-session-end-which = Kirjaa ulos istunto, joka alkoi { $began }
pages-teams = Tiimisi
pages-team-empty = Tiimissä ei ole vielä ketään.
pages-waiting = Odottavat kaktukset
pages-waiting-hint = Sanat pysyvät niillä, joita ne koskevat; näet missä mennään, jotta mikään ei unohdu.
pages-waiting-none = Täällä ei odota yhtään kaktusta.
pages-team-glitter = Tiimin ja sen väen glitter
pages-team-none = Ei vielä glitteriä. Varmimmin sitä saa antamalla.
pages-workspace-title = Kaikki mitä on annettu
pages-no-account = ei tiliä chatissa
filter-text = Sanat
filter-who = Henkilö
filter-side = Mitä hän teki
filter-side-any = antoi tai sai
filter-side-received = sai
filter-side-gave = antoi
filter-kind = Laji
filter-kind-any = glitter ja kaktukset
filter-kind-glitter = vain glitter
filter-kind-cactus = vain kaktukset
filter-first = Alkaen
filter-last = Päättyen
filter-team = Tiimi
filter-team-any = kaikki tiimit
filter-value = Arvo
filter-source = Keneltä kuultu
filter-source-any = keneltä vain
filter-source-colleague = työkavereilta
filter-source-customer = asiakkailta
filter-state = Kaktuksen tila
filter-state-any = mikä tahansa tila
filter-order = Järjestys
filter-order-newest = uusimmat ensin
filter-order-oldest = vanhimmat ensin
filter-order-giver = antajan mukaan
filter-order-receiver = saajan mukaan
filter-order-kind = lajin mukaan
filter-order-state = kaktuksen tilan mukaan
filter-order-due = määräajan mukaan
filter-show = Näytä
filter-clear = Näytä kaikki
filter-zone = Päivien aikavyöhyke: { $zone }. Osoitteessa on tämä suodatin, joten voit lähettää sen toiselle, jolla on HR-rooli.
filter-namesakes = Ketä tarkoitat? Hakusana: ”{ $name }”
filter-nobody = Täällä ei ole ketään sen nimistä: ”{ $name }”
filter-none = Mikään ei vastaa tätä hakua.
filter-none-yet = Ei sopivia tähän asti: { $when }. Läpi käytävää on vielä.
filter-none-so-far = Ei sopivia tähän mennessä. Läpi käytävää on vielä.
column-when = Milloin
column-from = Antaja
column-to = Saaja
column-words = Sanat
figures-page = Miten menee
figures-hint = Viimeinen puoli vuotta. Alle viidestä ei kerrota mitään, jottei ketään voi tunnistaa.
figures-weeks = Glitter viikoittain
figures-weeks-told = Pylväs jokaiselle viikolle; korkein on { $most }. Luvut ovat alla taulukossa.
figures-answers = Miten pian kaktuksiin vastataan
figures-answers-told = Pylväs jokaiselle työpäivien määrälle. Luvut ovat alla taulukossa.
figures-as-table = Luvut taulukkona
figures-week = Viikko alkaen
figures-glitter = Glitterin määrä
figures-answered = Vastattu
figures-cacti = Kaktusten määrä
figures-within = { $days ->
    [one] yhden työpäivän
   *[other] { $days } työpäivän
} kuluessa
figures-later = myöhemmin
figures-not-yet = ei vielä
figures-few = alle viisi
figures-too-few = Luvut näkyvät, kun henkilöitä ja kaktuksia on vähintään viisi.
filter-more = Lisää valintoja
take-all = Kaikki tämän suodattimen mukainen tiedostona:
take = Lataa

## Vastaukset

undone = Peruttu: tätä glitteriä ei enää lasketa mihinkään. Sen oli saanut: { $who }.
undone-already = Tämä glitter oli jo peruttu. Sen oli saanut: { $who }.
moved-to-direct = En saa kirjoittaa kanavalle { $detail }, joten glitterisi lähti yksityisviestinä. Sen sai: { $who }.
blocked-receiver = En tavoittanut vielä saajaa: { $who }. Glitterisi on tallessa ja lasketaan mukaan, ja se odottaa, kunnes voin kirjoittaa perille.
blocked-cactus = En tavoittanut saajaa: { $who }. Kaktuksesi odottaa, kunnes voin kirjoittaa perille, eikä kukaan ole lukenut sitä; jutelkaa mieluummin kasvotusten.
blocked-highlights = En saa kirjoittaa kanavalle { $detail }, joten viikon glitterit odottavat. Kutsu minut sinne tai valitse toinen kanava, niin ne tulevat heti.
no-highlights-channel = On viikon glitterien aika, mutta kanavaa ei ole valittu. Valitse kanava, niin ne tulevat heti.
weeks-skipped = { $count ->
    [one] Olin poissa, ja yhden viikon glitterit jäivät julkaisematta: { $detail }.
   *[other] Olin poissa, ja { $count } viikon glitterit jäivät julkaisematta: { $detail }.
} Kaikki on tallessa ja lasketaan mukaan.
quiet-weeks = Kaksi hiljaista viikkoa peräkkäin. Oma glitterisi on paras muistutus: /glitter
week-posted = Matkalla: viikon glitterit julkaistaan nyt.
weekly-off-noted = Selvä: viikosta ei enää tule yksityisviestejä.
weekly-on-noted = Selvä: saat yksityisviestit viikosta.
naming-full = Selvä: viikon glittereissä näkyy koko nimesi.
naming-first = Selvä: viikon glittereissä näkyy etunimesi.
naming-out = Selvä: nimeäsi ei mainita viikon glittereissä. Glitterit tulevat sinulle silti.
naming-full-other = Selvä: viikon glittereissä näkyy koko nimi { $detail }.
naming-first-other = Selvä: viikon glittereissä näkyy vain etunimi ({ $detail }).
naming-out-other = Selvä: nimeä { $detail } ei mainita viikon glittereissä. Tiimi saa glitterin silti tiedoksi.
unknown-outcome = En tiedä, menikö viesti perille: { $detail }. Katso sieltä, ja jos viesti puuttuu, lähetä se uudelleen.
resent = Taas matkalla.
which-team = Useampi tiimi tunnetaan nimellä ”{ $detail }”. Mitä niistä tarkoitat? Sanasi ovat tallessa.
which-colleague = Useassa tiimissä on ”{ $detail }”. Mitä tiimiä tarkoitat? Sanasi ovat tallessa.
receiver-refused = { $who } ei ollutkaan työkaveri, joka voi saada glitteriä, joten se peruttiin.
cactus-by-name = { $who } on ilman chat-tiliä eikä voi vastata, joten tämä voi mennä vain koko tiimille. Lähetänkö sen? Tiimi: { $detail }. Mieluiten ilman kenenkään nimeä.
cactus-openly-private = Kaktus on yksityinen, ja nuo sanat näkyivät muillekin, joten en tallentanut mitään. Kirjoita se tänne, vain minulle: cactus @nimi mitä tapahtui
cactus-openly-aloud = Vastasin yksityiseen keskusteluumme.

linked = Valmista. Kaikki glitter, joka tuli nimellä { $detail }, kuuluu nyt tälle tilille: { $who }
linked-yours = Työkaverit antoivat sinulle glitteriä jo ennen kuin sait tilin, ja nyt se on sinun. Näet sen näin: /glitter minä
namesake = { $who } on uusi täällä. Onko hän se samanniminen työkaveri tiimissä { $detail }, jolla ei ollut chat-tiliä? Silloin siirrän hänelle nimellä tulleen glitterin.

workspace-unknown = En tunne vielä tätä työtilaa. Pyydä ylläpitäjää asentamaan minut uudelleen.

away-noted = Kirjattu. Sijaisesi on { $who }, ja uudet ja avoimet kaktukset menevät sijaiselle { $when } asti. Palaatko aiemmin? /cactus takaisin
away-ended = Tervetuloa takaisin. Uudet kaktukset tulevat taas sinulle; ne, jotka sijaisesi on jo saanut, pysyvät hänellä.
hours-noted = Kirjattu. Kaktukset tavoittavat sinut klo { $detail }, maanantaista perjantaihin.
mute-noted = { $who } ei voi antaa kaktuksia { $when } asti. Perustelusi on tarkastuslokissa.
mute-ended = { $who } voi taas antaa kaktuksia.

## Tervetuloa, botin asentajalle

welcome-title = ✨ Glitterkaktus on täällä
welcome-what = Kanssani työkaverit jakavat glitteriä eli kiitosta, joka mainitsee ihmiset nimeltä, ja kaktuksia eli kritiikkiä, joka auttaa ja sanotaan kahden kesken.
welcome-first = Kolme asiaa aluksi: valitse kanava viikon glittereille, kutsu minut sinne, missä ihmiset puhuvat, ja päätä, sopivatko kaktukset teille.
welcome-privacy = Mitä säilytän, kuka sen näkee ja kuinka kauan, lukee tiedostossa docs/privacy.md ohjelmani vieressä. Kerro siitä työkavereille ennen kuin aloitatte.
invite-how = Mene kanavalle ja mainitse minut siellä: @Glitterkaktus. Chat tarjoutuu lisäämään minut; vastaa kyllä.
cacti-off = Kaktukset on poistettu käytöstä. Voit ottaa ne taas käyttöön asetuksissa: /glitter asetukset
blocked-place = En voi kirjoittaa tänne: { $detail }. Kutsu minut sinne tai tarkista, onko paikka vielä olemassa. En huomauta tästä paikasta uudelleen ennen kuin se toimii.
not-taken = Viestiäni ei otettu vastaan eikä otettaisi seuraavallakaan kerralla. Paikka: { $detail }. Ylläpitäjäni löytää syyn lokista.

## Sivut botin asentajalle

install-done = Asennus on valmis: { $detail }. Kirjoitin sinulle sinne: etsi Glitterkaktus kohdasta Sovellukset.
install-open = Avaa keskustelu
install-cancelled = Mitään ei asennettu. Jos se ei ollut tarkoitus, aloita alusta.
install-stale = Linkki on liian vanha, tai se avattiin toisessa selaimessa. Aloita alusta.
install-used = Linkki on jo tehnyt tehtävänsä. Jos botti puuttuu teiltä, aloita alusta.
install-refused = Asennus ei valmistunut ({ $detail }). Mitään ei tallennettu; aloita alusta, ja kysy ylläpitäjältäni, jos se ei auta.
install-later = Muistini ei vastaa juuri nyt. Aloita alusta minuutin kuluttua.
install-again = Aloita alusta

## Ei käy: mikä meni vikaan ja mitä voi tehdä

refused-nobody = Ketään ei ole mainittu. Kirjoita @ ja valitse työkaveri tai aloita tiimin nimellä, ja kerro sitten, mitä he tekivät.
refused-not-a-mention = En tiedä, kuka on { $detail }. Kirjoita @ ja valitse työkaveri avautuvasta luettelosta.
refused-group-empty = Ryhmässä { $detail } ei ole ketään muuta, jonka se voisi tavoittaa. Valitse työkaveri.
refused-team-empty = Tiimissä { $detail } ei ole ketään, joka sen voisi saada. Ylläpitäjä tai tiimin vetäjä voi lisätä työkavereita: /glitter team
refused-team-how = Kirjoita näin: /glitter team new Kassan · /glitter team add Kassan @Kim "Siv Sund" · myös rename, alias, unalias, lead, remove, delete sekä cacti ja sen jälkeen all tai lead.
refused-team-name = ”{ $detail }” ei kelpaa nimeksi: valitse 2–{ $count } merkkiä, ei mitään omista sanoistani.
refused-team-taken = Se kuuluu jo toiselle tiimille: { $detail }. Valitse toinen.
refused-team-aliases = Lempinimiä voi olla enintään { $count }. Poista ensin yksi: /glitter team unalias
refused-team-lead-account = { $who } on ilman chat-tiliä, joten mikään ei menisi perille. Valitse joku, jolla on tili.
refused-team-others = Se on ylläpitäjille ja tiimin { $detail } vetäjälle.
refused-by-name = En tunne nimeä ”{ $detail }” ilman chat-tiliä. Kirjoita tiimi nimen perään, näin: /glitter "Kim Berg" (kassan) jäi auttamaan. Kaikki muut: kirjoita @ ja valitse.
refused-has-account = { $who } on jo chatissa. Kirjoita @ ja valitse avautuvasta luettelosta.
refused-no-reason = Muutama sana puuttuu. Merkkejä tarvitaan ainakin { $count }.
refused-too-long = Merkkejä tuli { $other }; { $count } mahtuu. Lyhennä vähän.
refused-too-many = Kerralla voi mainita enintään { $count } työkaveria. Jaa se kahteen osaan.
refused-oneself = Glitteriä itsellesi antaa parhaiten joku muu.
refused-oneself-cactus = Kaktus annetaan jollekulle toiselle. Juttele asiasta työkaverin kanssa, johon luotat.
refused-bot = { $who } on botti eikä osaa iloita siitä. Valitse työkaveri.
refused-no-author = Tätä ei kirjoittanut kukaan työkaveri, joten glitter ei ilahduttaisi ketään. Valitse työkaverin viesti.
refused-deactivated = Tämä tili on suljettu, joten mikään ei menisi perille: { $who }.
refused-stranger = { $who } kuuluu toiseen organisaatioon. Täällä annetaan vain omille työkavereille.
refused-you-stranger = Tämä kuuluu eri organisaatiolle kuin sinä, joten en voi ottaa sitä sinulta vastaan.
refused-daily-glitter = Päivän yläraja on { $count }, ja sinulla on tänään jäljellä { $other }. Voit antaa lisää { $when } alkaen.
refused-daily-cactus = Päivän yläraja on { $count }, ja sinulla on tänään jäljellä { $other }. Voit lähettää lisää { $when } alkaen.
refused-pair-cactus = { $who } sai sinulta kaktuksen alle viikko sitten. Seuraavan voit lähettää { $when } alkaen, tai voitte jutella kasvotusten.
refused-one-receiver = Kaktus menee yhdelle ihmiselle tai yhdelle tiimille. Mainitse yksi, ja kerro vain se, mikä koskee juuri heitä.
refused-cactus-off = Kaktukset eivät ole täällä käytössä. Jutelkaa kasvotusten tai kysy ylläpitäjältä.
refused-undo-none = Sinulla ei ole viimeisten 10 minuutin ajalta glitteriä, jonka voisi perua.
refused-undo-late = Perumiseen varatut 10 minuuttia ovat ohi.
refused-not-yours = Tuo nappi kuuluu jollekulle toiselle.
refused-away-how = Kirjoita näin ja mainitse sijaisesi: /cactus poissa 2026-07-01..2026-07-31 @Kim
refused-not-away = Et ole nyt poissa, eikä poissaoloa ole suunnitteilla.
refused-hours-how = Kirjoita työaikasi näin: /cactus työaika 8-17
refused-naming-how = Kerro, miten sinut mainitaan viikon glittereissä: /glitter nimi minä, /glitter nimi etunimi tai /glitter nimi pois
refused-naming-others = Jos työkaverilla ei ole tiliä, valinnan voi tehdä vain tiimin { $detail } vetäjä, HR tai ylläpitäjä.
refused-naming-own = { $detail } on jo saanut oman tilin ja valitsee itse: /glitter nimi
refused-admins-only = Tämä kuuluu ylläpitäjille ja HR-väelle.
refused-week-over = Se viikko on jo ratkaistu.
refused-week-nowhere = Kanavaa ei ole vielä valittu. Valitse kanava ja paina uudelleen.
refused-moment-late = Viikon hetki on jo valittu: se lukitaan tuntia ennen julkaisua.
refused-moment-not = Siitä tarinasta ei voi tulla viikon hetkeä: se on peruttu, tai joku siinä ei halua tulla mainituksi.
refused-moment-unknown = En löydä siitä tämän viikon glitteriä. Valitse jokin viesteistäni tai kirjoita /glitter hetki.
refused-moment-who = Viikon hetken valitsevat ylläpitäjät ja HR sekä tiimin vetäjä oman tiiminsä glitteristä.
refused-mute-how = Kirjoita näin, perustelu mukaan: /cactus mykistä @Kim 30 perustelu. Päiviä voi olla 0–{ $count }; 0 lopettaa sen.
refused-hr-only = Tämä on niille, joilla on HR-rooli.
refused-too-few = Lukuja näytetään, kun ihmisiä on vähintään { $count } ja tapauksia vähintään { $count }, jottei ketään voi tunnistaa.
refused-no-receiver = Valitse, kuka tämän lukee.
refused-no-words = Kirjoita muutama sana.
refused-no-day = Valitse päivä tästä päivästä eteenpäin, vuoden sisältä.
refused-heir = Valitse joku muu kuin sinä itse: työkaveri, jonka tili on auki.
refused-heir-away = { $who } on juuri nyt poissa. Valitse työkaveri, joka on paikalla.
refused-muted = HR ei ota sinulta vastaan kaktuksia { $when } asti. Kysy HR-väeltä, jos syy askarruttaa.
refused-reopened-once = Se on jo avattu kerran uudelleen. Jutelkaa keskenänne tai HR-väen kanssa.
refused-admin-only = Se on ylläpitäjille.
refused-no-zone = En tunne tuota aikavyöhykettä. Kirjoita se näin: Europe/Helsinki.
refused-no-address = Kirjoita koko osoite, esimerkiksi https://intranet.example.com/kunnioitus, ilman nimeä ja salasanaa.
refused-no-number = Kirjoita luku väliltä { $count }–{ $other }.
refused-no-admin = Jonkun on oltava ylläpitäjä. Valitse ainakin yksi.
refused-gone = Sitä ei ole enää täällä. Mikään ei muuttunut.
refused-link-how = Kirjoita näin, nimi ja tiimi niin kuin ne tunnettiin: /glitter yhdistä "Kim Berg" (kassan) @Kim
refused-link-others = Nämä kaksi voi yhdistää vain tiimin { $detail } vetäjä, HR tai ylläpitäjä.
refused-linked-already = Nimellä { $detail } tullut glitter on jo siirretty toiselle tilille. Puhu ylläpitäjäni kanssa.
refused-moved-on = Se ratkesi juuri äsken: kaktus on jo edennyt.
refused-taken = Kaktuksen on jo ottanut hoitaakseen { $who }.
refused-heir-giver = Kaktus tuli juuri siltä työkaverilta. Siirrä se jollekulle toiselle.
refused-no-team = Mikään tiimi ei ole nimeltään ”{ $detail }”. /glitter team näyttää kaikki.
refused-whole-name = Useampi tiimi tunnetaan nimellä ”{ $detail }”. Kirjoita yhden tiimin koko nimi.
refused-team-no-lead = Tiimillä { $detail } ei ole vetäjää, joka voisi ottaa sen hoitaakseen. Valitse sen sijaan työkaveri.
refused-not-ready = Asetukset tulevat myöhemmässä versiossa. Pyydä ylläpitäjääni ajamaan: python app.py workspace set
refused-no-pages = Sivuillani ei ole vielä osoitetta. Pyydä ylläpitäjääni asettamaan PUBLIC_URL, jonka alussa on https.
refused-link-over = Linkki on jo käytetty tai yli viisi minuuttia vanha. Kirjoita chattiin /glitter historia, niin saat uuden.
refused-session-over = Et ole kirjautuneena, tai et enää. Kirjoita chattiin /glitter historia, niin saat uuden linkin.
refused-role-changed = Roolisi on muuttunut, joten tämä päättyi. Kirjoita chattiin /glitter historia, niin saat uuden linkin.
refused-leads-only = Se sivu on tiimin vetäjille.
refused-not-a-filter = En ymmärrä tätä osoitetta. Palaa takaisin ja valitse suodatin uudelleen.
refused-not-our-form = Se ei tullut sivultani, joka on vielä auki. Palaa takaisin, lataa sivu uudelleen ja paina vielä kerran.
refused-suspended = Minut on poistettu tästä työtilasta. Pyydä ylläpitäjää asentamaan minut uudelleen.
not-recorded = Ei tallennettu: muistini ei vastaa. Mitään ei ole kadonnut; lähetä se uudelleen minuutin päästä.
went-wrong = Ei tallennettu: minussa meni jotain rikki (viite { $detail }). Lähetä se uudelleen, ja kerro ylläpitäjälleni, jos vika jatkuu.
your-words = Sanasi: { $draft }

## Microsoft Teamsin sovelluksessa

teams-app-name = Glitterkaktus: kehuja ja kritiikkiä, joka auttaa
teams-app-short = Kehut julkisesti, kritiikki kahden kesken
teams-app-full = Jaa glitteriä eli kehuja, jotka kaikki näkevät, ja kaktuksia eli auttavaa kritiikkiä, jonka vain yksi ihminen lukee. Kerran viikossa viikon glitterit kertovat, ketkä ovat saaneet glitteriä.
teams-app-says-glitter = Kehu jotakuta: @Kim ja mitä hän teki
teams-app-says-cactus = Anna kritiikkiä kahden kesken: @Kim ja mitä tapahtui
teams-app-says-kaktus = Sama kuin cactus
teams-app-says-home = Mitä sait ja annoit, ja mikä on auki
teams-app-says-me = Glitterisi numeroina
teams-app-says-settings = Omat asetuksesi; ylläpitäjät päättävät kaikkien puolesta
teams-app-says-history = Sivusi selaimessa
teams-app-says-help = Näin kehut
teams-app-says-cactus-help = Näin annat kritiikkiä kahden kesken
teams-app-says-open = Avoimet kaktuksesi
teams-app-form-glitter = Lomake: kenelle, ja mitä hän teki
teams-app-form-cactus = Lomake kahden kesken: kenelle, ja mitä tapahtui
teams-app-pick-moment = Tee tästä glitteristä viikon hetki

## Sanat, joita voi kirjoittaa englanninkielisten rinnalla

words-help = ohje, ohjeet, apua
words-me = minä, minun
words-home = koti, etusivu
words-undo = peru, peruuta
words-settings = asetukset
words-export = vie
words-history = historia
words-open = avoimet
words-show = näytä
words-away = poissa, poissaolo
words-back = takaisin
words-mute = mykistä
words-hours = työaika, työajat
words-stats = tilastot, tilasto
words-name = nimi
words-first = etunimi
words-out = pois
words-link = yhdistä
words-moment = hetki
words-wish = toive, toivon
words-customer = asiakas
words-and = ja
words-team = tiimi
words-team-new = uusi
words-team-rename = nimeä
words-team-alias = lempinimi
words-team-unalias = unohda
words-team-lead = vetäjä
words-team-add = lisää
words-team-remove = poista
words-team-delete = lakkauta
words-team-cacti = kaktukset
words-team-group = ryhmä
words-team-all = kaikki, kaikille

## Mitä ystävällinen tarkistus etsii; * on mikä tahansa pääte tai alku, ja yksinään mikä tahansa sana

check-general = olet aina, oot aina, olette aina, sinä aina, sä aina, te aina, aina sinä, aina sä,
    on aina, ovat aina, tulet aina, jätät aina, unohdat aina, teet aina, sanot aina, lähdet aina,
    valitat aina, myöhästyt aina, tulee aina, jättää aina, unohtaa aina, tekee aina, sanoo aina,
    lähtee aina, valittaa aina, myöhästyy aina, aina sama*, aina minä, aina myöhässä, aina kesken,
    et koskaan, et ikinä, etkö koskaan, etkö ikinä, ette koskaan, ette ikinä, ei ikinä,
    eivät koskaan, ei ole koskaan, ei koskaan ole, ei koskaan auta, ei auta koskaan,
    ei koskaan vastaa, ei vastaa koskaan, ei koskaan tule, ei tule koskaan, ei koskaan siivoa,
    ei siivoa koskaan, ei koskaan kuuntele, ei kuuntele koskaan, ei koskaan toimi, ei toimi koskaan,
    ei koskaan tee, ei koskaan hoida, ei koskaan kysy, ei koskaan muista, ei koskaan tervehdi,
    joka ikinen kerta, joka kerta sinä, jatkuvasti, alituiseen, olet koko ajan, oot koko ajan,
    kaikki tietävät, kaikki tietää, kaikki sanovat, kaikki sanoo, kaikkien mielestä,
    kukaan ei tykkää, kukaan ei jaksa, kukaan ei koskaan
check-person = olet niin, oot niin, olette niin, laiska, laiskan, laiskoja, laiskuri*, laiskuu*,
    idiootti, idiootin, idiootit, idiootteja, olet tyhmä, oot tyhmä, oletko tyhmä, ootko tyhmä,
    epäpätevä*, osaamaton, kykenemätön, saamaton, toivoton tapaus, olet toivoton, olet hyödytön,
    olet huono, oot huono, ylimieli*, valehtelija*, itsekäs, itsekkä*, vastuuton, lapsellinen,
    olet epäammattimainen, sinulle tyypillistä, tyypillistä sinulle, sinun tapaistasi, sinua vaivaa,
    sua vaivaa, asenteesi, asennevamma*, huono asenne, luonteesi, et välitä, sinua ei kiinnosta,
    sua ei kiinnosta, sinuun ei voi luottaa, voi luottaa sinuun

## Pages that the Teams app names: privacy and terms of use

about-privacy-title = Tietosuoja
about-privacy-where = Glitterkaktus toimii työnantajasi omalla palvelimella, ja työnantaja vastaa siitä, mitä tallennetaan. Tietoja ei lähetetä muualle kuin chattiisi.
about-privacy-what = Se tallentaa nimesi, kielesi ja aikavyöhykkeesi chatin kertomina, antamasi ja saamasi glitterin ja kaktukset sekä omat valintasi. Se ei lue viestejä eikä seuraa ketään.
about-privacy-who = Glitterin näkevät kaikki siellä, missä se annettiin. Kaktuksen näkevät sen antaja, ne joille se saapuu, ja HR. Koneen ylläpitäjä voi lukea kaiken, mitä tallennetaan.
about-privacy-how-long = Glitter säilyy 24 kuukautta ja kaktus 12, ellei työnantajasi ole valinnut toisin. Kolmekymmentä päivää lähtösi jälkeen sinua koskevat tiedot poistuvat.
about-privacy-yours = Kirjoita chattiin /glitter omattiedot, niin saat kaiken, mitä sinusta on tallennettu. HR poistaa tiedot, jos pyydät.
about-privacy-ground = Ellei työnantajasi ole kertonut muuta, oikeusperuste on oikeutettu etu: kiitokset ja ongelmat tavoittavat ne, joita ne koskevat. Voit milloin tahansa vastustaa tätä omaan tilanteeseesi liittyvästä syystä: kerro HR:lle. Silloin se loppuu, ellei työnantajasi osoita, että muut syyt painavat enemmän.
about-terms-title = Käyttöehdot
about-terms-licence = Glitterkaktus on vapaa ohjelmisto MIT-lisenssillä. Työnantajasi pitää sitä yllä, eikä sille anneta takuuta. Työnantajasi päättää, kuka sitä käyttää ja mihin.
about-terms-rules = Kolme asiaa koskee kaikkia: kiitoksessa mainitaan nimet, kritiikki koskee tilannetta eikä koskaan ihmisen persoonaa, eikä mikään ole saajalleen nimetöntä.
about-terms-ask = Kysy siltä, joka pitää bottia yllä teillä, tai HR:ltä.
