### Suomi: viennit ja se, mitä jokainen saa tietää tiedoistaan.

## The spreadsheet

export-sheet-awards = Glitterit ja kaktukset
export-sheet-columns = Mitä sarakkeet ovat
export-column = Sarake
export-meaning = Mitä se kertoo

## Its columns

column-award-id = Rivin numero; sitä ei käytetä koskaan uudelleen
column-kind = glitter: kehu, jonka kaikki näkevät. cactus: kritiikkiä yhdelle ihmiselle kahden kesken
column-given-at-utc = Milloin se annettiin, yleisaikaa (UTC)
column-given-at-local = Milloin se annettiin, työtilan kellon mukaan
column-giver-id = Antajan tunnus chatissa; tyhjä, jos tiliä ei ole
column-giver-name = Antajan nimi
column-receiver-kind = person eli henkilö, tai team, kun koko tiimi sai sen
column-receiver-id = Saajan tunnus chatissa; tyhjä tiimillä ja ilman tiliä
column-receiver-name = Saajan nimi
column-reason = Antajan sanat; kaktuksessa: mitä tapahtui
column-effect = Kaktuksessa: mitä siitä seurasi
column-wish = Kaktuksessa: mikä olisi ollut parempi
column-tags = Mainitut arvot ilman #-merkkiä
column-source = colleague: antajan omat sanat. customer: asiakkaan välitetyt sanat
column-channel-id = Missä se annettiin: kanavan tai keskustelun tunnus
column-channel-name = Missä se annettiin, nimellä
column-retracted-at-utc = Milloin se peruttiin; tyhjä, jos se on voimassa
column-state = Missä vaiheessa kaktuksen tapaus on
column-owner-id = Kenellä tapaus on nyt: tunnus chatissa
column-owner-name = Kenellä tapaus on nyt, nimellä
column-owner-side = Hoitajan oma näkökulma, jos se on toinen
column-delivered-at-utc = Milloin kaktus tavoitti saajansa (UTC)
column-answered-at-utc = Milloin siihen ensi kerran vastattiin (UTC)
column-ended-at-utc = Milloin tapaus päättyi (UTC)

## Exports from the chat

export-begun = Vientiäsi tehdään. Tiedosto tulee sinulle yksityiseen keskusteluumme.
export-waits = Vientiin, jossa on kaktuksia, tarvitaan täällä toinen HR-ihminen. Kysyin: { $who }. Tiedosto tulee, kun joku suostuu.
export-agree = { $who } haluaa viedä tietoja, myös kaktuksia: { $detail }. Suostutko?
export-agreed = Selvä. Tiedoston saa { $who }.
export-refused = Mitään ei viedä. Tiedon sai { $who }.
export-was-agreed = { $who } suostui vientiisi; tiedostoa tehdään.
export-was-refused = { $who } ei suostunut vientiisi. Jutelkaa ja pyydä uudelleen.
export-progress = Vientisi etenee: { $count } / { $other } riviä on kirjoitettu.
export-nothing = Mikään ei vastaa tätä hakua, joten tiedostoa ei tule: { $detail }
export-failed = Vientiäsi ei voitu kirjoittaa. Mitään ei lähtenyt; pyydä uudelleen tai kerro ylläpitäjälleni.
export-told = { $who } vei tietoja ({ $count ->
    [one] yksi rivi
   *[other] { $count } riviä
}): { $detail }. Se on tarkastuslokissa.
export-told-operator = Ylläpitäjäni vei tietoja ({ $count ->
    [one] yksi rivi
   *[other] { $count } riviä
}): { $detail }. Se on tarkastuslokissa.
export-ready = Tässä on vientisi: { $count ->
    [one] yksi rivi
   *[other] { $count } riviä
}.
export-hash = Sormenjälki (SHA-256): { $it }
export-fetch = Hae se ennen: { $when }. Sen jälkeen sitä ei enää ole.
export-download = Lataa tiedosto
export-gone = Sitä tiedostoa ei enää ole. Pyydä uusi: /glitter vie
export-declined = Pidän sitten tiedoston itselläni, ja pian sitä ei enää ole.
export-delivered = Tiedosto on OneDrivessasi.
export-not-delivered = Tiedostoa ei saatu OneDriveesi. Pyydä uudelleen: /glitter vie
export-period = Aika: { $span }
export-kind = Laji: { $it }
export-team = Tiimi: { $it }
export-person = Henkilö: { $it }
export-source = Keneltä kuultu: { $it }
export-state = Tila: { $it }
export-text = Sanat: ”{ $it }”
export-value = Arvo: { $it }
export-form = Muoto: { $it }
export-between = { $first } – { $last }
export-since = { $first } alkaen
export-until = { $last } asti
export-always = kaikki, mitä on
action-agree-export = Hyväksy vienti
action-refuse-export = Hylkää vienti
action-fetch-export = Hae tiedosto
action-leave-export = Jätä tiedosto
refused-export-how = En ymmärrä tätä: ”{ $detail }”. Kirjoita esimerkiksi: /glitter vie 2026-05 glitter xlsx, 2026-01-01..2026-03-31, työkaveri, tiimin nimi, #huolenpito, asiakas, tila kuten kukki, tai "sanoja".
refused-export-nobody-agrees = Vientiin, jossa on kaktuksia, tarvitaan täällä toinen HR-ihminen, eikä sellaista ole. Ylläpitäjäni voi nimetä hänet: python app.py role
refused-export-one-person = Vienti koskee yhtä henkilöä tai kaikkia: mainitse yksi työkaveri tai ei ketään.
refused-export-second-person = Tämä on oma vientisi: jonkun toisen HR-ihmisen on suostuttava.
words-kind-glitter = glitter, kehu, kehut
words-kind-cactus = kaktus
words-colleague = työkaveri, työkaverit
words-state-review = tarkistettavana
words-state-open = vastaamatta, vastaamattomat
words-state-acknowledged = hoidossa
words-state-promised = luvattu, luvatut
words-state-disputed = kiistetty, kiistetyt
words-state-offered = siirtymässä
words-state-done = hoidettu, hoidetut
words-state-bloomed = kukki, kukkineet
words-state-reported = ilmoitettu, ilmoitetut
words-state-withdrawn = peruttu, perutut
words-state-closed = suljettu, suljetut
words-state-expired = rauennut, rauenneet
words-period-week = viikko
words-period-month = kuukausi
words-period-year = vuosi

## Privacy

post-erased = Tästä on poistettu sanoja.
mydata-begun = Kokoan kaiken sinusta. Tiedosto tulee sinulle yksityiseen keskusteluumme.
mydata-about = Kaikki sinusta, molempiin suuntiin; muista vain nimet
refused-mydata-how = En ymmärrä tätä: ”{ $detail }”. Kirjoita /glitter omattiedot tai /glitter omattiedot csv.
words-mydata = omattiedot, tietoni

## Sivut: omat asiat

pages-saved = Tallennettu.
pages-save = Tallenna
pages-data = Omat tietoni
pages-data-hint = Kaikki sinusta yhdessä tiedostossa, molempiin suuntiin: mitä olet antanut ja saanut, tapauksesi keskusteluineen ja asetuksesi. Muista kerrotaan vain nimet ja se, mitä he kirjoittivat sinulle.
pages-data-json = Lataa JSON-tiedostona
pages-data-csv = Lataa CSV-tiedostona

pages-told = Selvä
pages-link-again = Lähetä uusi linkki
pages-link-sent = Uusi linkki odottaa keskustelussamme. Se tuo takaisin tänne ja on voimassa viisi minuuttia.
refused-sign-in-anew = Tässä minun on oltava varma, että se olet sinä: kirjaudu vielä kerran. Edellisestä kirjautumisesta on yli kymmenen minuuttia.

## Sivut: ihmiset, ja tietojen poistaminen

people-title = Ihmiset
people-hint = Hae ihminen, niin näet, mitä hänestä on tallessa, ja voit poistaa hänen tietonsa.
people-awards = Mitä on annettu
people-erased = Poistettu lopullisesti. Tarkastusloki kertoo, kuka sen teki, mutta ei nimeä.
erase-title = Mitä poistaminen veisi
erase-gave = Antoi: { $count }
erase-received = Sai: { $count }
erase-owns = Kaktuksia hänellä: { $count }
erase-said = Siirtoja kaktuksissa: { $count }
erase-goes-words = Hänen sanansa, hänelle annetut sanat ja nimi kaikkialta; avoimet kaktukset päättyvät.
erase-goes-posts = Kanavien viestit muokataan, jos chat sen sallii. Hänen oman chattinsa sisältö kuuluu chatille.
erase-goes-traces = Roolit, tiimit, luonnokset, kirjautumiset ja se, mitä tarkastusloki hänestä kertoo.
erase-stays = Muiden antamat ja saamat täsmäävät yhä: rivit jäävät, ilman sanoja ja ilman nimeä. Tätä ei voi perua.
erase-type = Poista kirjoittamalla nimi: { $name }
erase-now = Poista lopullisesti
erase-not-noted = Mitään ei poistettu: en voinut merkitä sitä muistiin palautettuja varmuuskopioita varten. Ylläpitäjäni näkee syyn lokistani.
refused-erase-name = Mitään ei poistettu: kirjoitit toisen nimen. Kirjoita se näin: { $who }
refused-erase-held = Näitä tietoja ei saa vielä poistaa. Vastuuhenkilö: { $detail }, päättyy: { $when }. Ylläpitäjäni voi purkaa sen: python app.py hold release
refused-erase-yourself = Sinun tietosi voi poistaa vain joku toinen, jolla on HR-rooli, tai ylläpitäjäni.

## Kuka ottaa kaktuksia vastaan

opt-in-ask = Täällä työkaverit voivat kertoa toisilleen yksityisesti, mikä meni pieleen: se on kaktus. Antajan nimi näkyy, ja voit vastata, siirtää sen eteenpäin tai olla eri mieltä. Saako sinulle tulla kaktuksia? Kukaan ei saa tietää valintaasi, ja voit muuttaa sen: /glitter asetukset
opt-in-yes = Kiitos: sinulle saa tulla kaktuksia. Voit muuttaa tämän milloin vain: /glitter asetukset
opt-in-no = Sinulle ei siis tule kaktuksia. Voit muuttaa tämän milloin vain: /glitter asetukset
opt-in-stopped = Kaktus { $count } ei tavoittanut ketään: { $who } ei juuri nyt ota vastaan kaktuksia. Voitte sen sijaan jutella.
action-take-cacti = Minulle saa tulla kaktuksia
action-no-cacti = Ei kaktuksia minulle
refused-opt-in = Mitään ei lähetetty: täällä kaktuksia saavat vain kyllä sanoneet. Ei vielä sanonut kyllä: { $who }. Olen kysynyt kertomatta kuka tai mitä; ehkä voitte jutella sillä välin.
refused-opt-in-team = Mitään ei lähetetty: täällä kaktuksia saavat vain kyllä sanoneet, eikä kukaan saajista ole vielä sanonut niin. Tiimi: { $detail }. Olen kysynyt kertomatta kuka tai mitä.
