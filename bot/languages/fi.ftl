### Suomi. Yksi rivi lausetta kohti; `who` on valmis luettelo ihmisistä.
### Nimiin ei liitetä päätteitä: lauseet on rakennettu niin, että nimi seisoo perusmuodossa.

## Glitter

award-title = ✨ Glitter
award-posted = { $giver } jakoi glitteriä. Sitä sai: { $receivers }
award-posted-customer = { $giver } kuuli tämän asiakkaalta. Glitteriä sai: { $receivers }
award-received = { $giver } antoi sinulle glitteriä
award-received-customer = { $giver } kuuli sinusta tämän asiakkaalta
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
same-again = Annoit täsmälleen samat sanat jo { $when }, joten en tallentanut niitä toista kertaa. Ne sai: { $receivers }.
same-again-hint = Paina nappia, jos tarkoitit antaa ne kahdesti.

mine-title = Sinun glitterisi
mine-received = Saatu: { $week } tällä viikolla, { $ever } yhteensä.
mine-given = Annettu: { $week } tällä viikolla, { $ever } yhteensä.
mine-latest = Viimeisimmät sanat sinulle
mine-none = Et ole vielä saanut glitteriä. Varmin tapa saada on antaa.

## Kaktus

cactus-title = 🌵 Kaktus
cactus-held = Tämän lukee { $receiver }, ja nimesi on mukana. Kukaan muu ei näe sitä.
cactus-held-when = Se lähtee { $when }. Siihen asti voit perua sen.
cactus-received = { $giver } antoi sinulle kaktuksen: jotain tapahtui, ja se sanotaan vain sinulle.
cactus-received-hint = Tämän näette vain sinä ja { $giver }. Mieti rauhassa, ja jutelkaa, kun olet valmis.
cactus-moved-open = Kaktuksesi on perillä. Sen sai: { $receiver }.
cactus-moved-withdrawn = Peruttu. { $receiver } ei koskaan nähnyt kaktustasi.

## Viikko

highlights-title = ✨ Viikon glitterit, { $first } – { $last }
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
highlights-quiet = Hiljainen viikko, { $first } – { $last }. Joku teki varmasti jotain hyvää. Kerro se: /glitter

## Napit

action-undo = Peru
action-give-again = Anna uudelleen
action-withdraw = Peru kaktus
action-send-now = Lähetä heti
action-resend = Lähetä uudelleen

## Ohje

help-glitter-title = ✨ Glitter: kiitos, joka näkyy
help-glitter-give = /glitter @Kim jäi myöhään auttamaan balsamicoasiakasta
help-glitter-give-hint = Mainitse yksi tai useampi työkaveri ja kerro, mitä he tekivät. #sanoista tulee arvoja.
help-glitter-customer = /glitter @Kim asiakas: niin ystävällinen kassalla
help-glitter-customer-hint = Kiitokselle, jonka kuulit asiakkaalta.
help-glitter-words = /glitter me · mitä olet saanut ja antanut
help-glitter-undo = /glitter undo · peruu viimeisimmän glitterisi 10 minuutin sisällä
help-glitter-cactus = /cactus help · näin annat kritiikkiä kahden kesken
help-cactus-title = 🌵 Kaktus: kritiikkiä, josta on apua
help-cactus-give = /cactus @Kim palautustiskillä ei ollut ketään tiistaina keskipäivällä
help-cactus-give-hint = Kerro yhdestä tapauksesta: mitä tapahtui ja missä. Älä koskaan siitä, millainen joku on.
help-cactus-private = Vain saaja lukee sen, ja nimesi on mukana. Se ei ole koskaan nimetön eikä näy millään kanavalla.
help-cactus-hold = Se odottaa hetken ennen lähtöä, jotta ehdit vielä miettiä.
help-cactus-whistle = Tämä ei ole väärinkäytösten ilmoituskanava: vakavat asiat kuuluvat sinne, missä työnantajasi lupaa nimettömyyden.

## Vastaukset

undone = Peruttu: tätä glitteriä ei enää lasketa mihinkään. Sen oli saanut: { $who }.
undone-already = Tämä glitter oli jo peruttu. Sen oli saanut: { $who }.
moved-to-direct = En saa kirjoittaa kanavalle { $detail }, joten glitterisi lähti yksityisviestinä. Sen sai: { $who }.
blocked-receiver = En tavoittanut saajaa: { $who }. Glitterisi on tallessa ja lasketaan mukaan.
blocked-cactus = En tavoittanut saajaa: { $who }. Kukaan ei ole lukenut kaktustasi; jutelkaa mieluummin kasvotusten.
blocked-highlights = En saa kirjoittaa kanavalle { $detail }, joten viikon glitterit odottavat. Kutsu minut sinne tai valitse toinen kanava, niin ne tulevat heti.
no-highlights-channel = On viikon glitterien aika, mutta kanavaa ei ole valittu. Valitse kanava, niin ne tulevat heti.
unknown-outcome = En tiedä, menikö viesti perille: { $detail }. Katso sieltä, ja jos viesti puuttuu, lähetä se uudelleen.
resent = Taas matkalla.
receiver-refused = { $who } ei ollutkaan työkaveri, joka voi saada glitteriä, joten se peruttiin.
cactus-openly-private = Kaktus on yksityinen, ja nuo sanat näkyivät muillekin, joten en tallentanut mitään. Kirjoita se tänne, vain minulle: cactus @nimi mitä tapahtui
cactus-openly-aloud = Vastasin yksityiseen keskusteluumme.
workspace-unknown = En tunne vielä tätä työtilaa. Pyydä ylläpitäjää asentamaan minut uudelleen.

## Ei käy: mikä meni vikaan ja mitä voi tehdä

refused-nobody = Ketään ei ole mainittu. Kirjoita @ ja valitse työkaveri, ja kerro sitten, mitä hän teki.
refused-not-a-mention = En tiedä, kuka on { $detail }. Kirjoita @ ja valitse työkaveri avautuvasta luettelosta.
refused-no-reason = Muutama sana siitä, mitä tapahtui, puuttuu. Merkkejä tarvitaan ainakin { $count }.
refused-too-long = Merkkejä on { $other }; enintään { $count } mahtuu. Lyhennä vähän.
refused-too-many = Työkavereita kerralla enintään { $count }. Jaa se kahteen osaan.
refused-oneself = Glitteriä itsellesi antaa parhaiten joku muu.
refused-oneself-cactus = Kaktus annetaan jollekulle toiselle. Juttele asiasta työkaverin kanssa, johon luotat.
refused-bot = { $who } on botti eikä osaa iloita siitä. Valitse työkaveri.
refused-deactivated = Tämä tili on suljettu, joten mikään ei menisi perille: { $who }.
refused-stranger = { $who } kuuluu toiseen organisaatioon. Täällä annetaan vain omille työkavereille.
refused-you-stranger = Tämä kuuluu eri organisaatiolle kuin sinä, joten en voi ottaa sitä sinulta vastaan.
refused-daily-glitter = Päivän yläraja on { $count }, ja sinulla on tänään jäljellä { $other }. Voit antaa lisää { $when }.
refused-daily-cactus = Päivän yläraja on { $count }, ja sinulla on tänään jäljellä { $other }. Voit lähettää lisää { $when }.
refused-pair-cactus = { $who } sai sinulta kaktuksen alle viikko sitten. Seuraavan voit lähettää { $when }, tai juttele kasvotusten.
refused-one-receiver = Kaktus menee yhdelle ihmiselle. Mainitse yksi, ja kerro vain se, mikä koskee häntä.
refused-cactus-off = Kaktukset eivät ole käytössä tässä työtilassa.
refused-undo-none = Sinulla ei ole viimeisten 10 minuutin ajalta glitteriä, jonka voisi perua.
refused-undo-late = Perumiseen varatut 10 minuuttia ovat ohi.
refused-not-yours = Tuo nappi kuuluu jollekulle toiselle.
refused-gone = Sitä ei ole enää täällä. Mikään ei muuttunut.
refused-moved-on = Se ratkesi juuri äsken: kaktus on jo edennyt.
refused-not-ready = Vienti ja historia tulevat myöhemmässä versiossa. Pyydä ylläpitäjääni ajamaan: python app.py export
refused-suspended = Minut on poistettu tästä työtilasta. Pyydä ylläpitäjää asentamaan minut uudelleen.
not-recorded = Ei tallennettu: muistini ei vastaa. Mitään ei ole kadonnut; lähetä se uudelleen minuutin päästä.
went-wrong = Ei tallennettu: minussa meni jotain rikki (viite { $detail }). Lähetä se uudelleen, ja kerro ylläpitäjälleni, jos vika jatkuu.
your-words = Sanasi: { $draft }

## Sanat, joita voi kirjoittaa englanninkielisten rinnalla

words-help = ohje, apua
words-me = minä, minun
words-undo = peru
words-settings = asetukset
words-export = vie
words-history = historia
words-open = avoimet
words-customer = asiakas
words-and = ja
