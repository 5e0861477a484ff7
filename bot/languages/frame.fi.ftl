### Suomi: leikkikentän sivu, sen ympärillä mitä botti sanoo.

## Its frame

playground-title = Glitterkaktuksen leikkikenttä
playground-company = Leikkikenttä · { $company }
playground-skip = Siirry viestikenttään
playground-sidebar = Ihmiset ja paikat
playground-people = Sinä olet
playground-channels = Kanavat
playground-direct = Yksityisviestit
playground-clock = Kello
playground-clock-shows = Kello näyttää: { $when }
playground-clock-elsewhere = { $city }: { $time }
playground-jump-zone = Kaupungin aika: { $city }
playground-jump-ten-minutes = +10 min
playground-jump-tomorrow = Huomenna 9.00
playground-jump-friday = Perjantaina 15.00
playground-suggestions = Ehdotukset
playground-message = Viesti
playground-message-to = Viesti: { $place }
playground-no-script = Leikkikenttä tarvitsee JavaScriptiä: se on pieni chat.
playground-only-two = Vain te kaksi
playground-only-you = Vain sinä näet tämän
playground-bot = botti
playground-cancel = Peruuta
playground-take-example = Siirrä tämä viestikenttään
playground-new-in = Uusi viesti: { $place }
playground-new-here = uusia viestejä
playground-new-for = on saanut uuden viestin

## An empty place

playground-quiet = Täällä on hiljaista: #{ $channel }
playground-quiet-what = Joku teki tänään varmasti jotain hyvää. Napsauta esimerkkiä, muokkaa sitä mielesi mukaan ja paina Enter.
playground-quiet-next = Vaihda sitten henkilöä vasemmalta tai siirrä kelloa: odottavat kaktukset lähtevät, ja perjantaina julkaistaan viikon glitterit.
playground-private = Vain sinä ja botti
playground-private-what = Mitä kirjoitatkin tähän, sen näette vain sinä ja Glitterkaktus. Myös kaktukset saapuvat tänne.
playground-example-glitter = jäi auttamaan balsamicoa etsinyttä asiakasta
playground-example-cactus = palautuspiste oli tiistaina puolilta päivin tyhjillään

## The message field

playground-hint = Kirjoita /, niin saat komennot, tai @, niin saat työkaverit. Enter lähettää.
playground-hint-commands = Valitse komento nuolinäppäimillä ja Enterillä.
playground-hint-glitter = Nimeä @-merkillä yksi tai useampi työkaveri ja kerro sitten, mitä he tekivät.
playground-hint-form = Enter avaa lomakkeen. Tai nimeä työkaveri @-merkillä ja kerro yhdestä tilanteesta.
playground-hint-cactus = Nimeä työkaveri @-merkillä ja kerro yhdestä tilanteesta. Hän lukee sen, ja HR voi lukea. Nimesi näkyy.
playground-command-glitter = Kehu työkaveria niin, että kaikki näkevät
playground-command-cactus = Kerro yhdelle työkaverille kahden kesken, mitä tapahtui
playground-command-me = Mitä olet saanut ja antanut
playground-command-undo = Peru viimeisin antamasi glitter
playground-command-moment = Ylläpitäjille ja vetäjille: valitse viikon hetki
playground-command-help = Näin kehut toimivat
playground-command-open = Antamasi ja saamasi kaktukset
playground-command-cactus-help = Näin kritiikki toimii

## What went wrong

playground-gone = Yhteys katkesi. Yritetään uudelleen …
playground-not-through = Se ei mennyt perille. Yritä uudelleen.
playground-nobody = Täällä ei ole vielä ketään töissä.
playground-unknown-command = Tunnen komennot /glitter ja /cactus. Kukaan ei ole nähnyt, mitä kirjoitit.
playground-unknown-person = Sen nimistä ei ole täällä töissä.
playground-unknown-place = Sellaista paikkaa ei täällä ole.
playground-too-long = Se on liian pitkä: tilaa on { $count } merkille. Lyhennä sitä.
playground-too-much = Siinä on liikaa kerralla. Lyhennä sitä.
playground-unreadable = En saanut selvää siitä, mitä sivu lähetti ({ $detail }). Lataa sivu uudelleen.

## Its people and places

playground-role-manager = Päällikkö
playground-role-till = Kassa
playground-role-hr = HR
playground-role-warehouse = Varasto
playground-role-web-shop = Verkkokauppa
playground-city-stockholm = Tukholma
playground-city-oslo = Oslo
playground-city-helsinki = Helsinki
playground-city-copenhagen = Kööpenhamina
playground-city-umea = Uumaja
playground-city-kolkata = Kolkata
playground-topic-everyone = Kaikki myymälöissä
playground-topic-till-line = Uumajan kassalinja
