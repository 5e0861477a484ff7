### English: the playground’s page, around what the bot says.

## Its frame

playground-title = Glitterkaktus playground
playground-company = Playground · { $company }
playground-skip = Skip to the message field
playground-sidebar = People and places
playground-people = You are
playground-channels = Channels
playground-direct = Direct messages
playground-clock = Clock
playground-clock-shows = The clock shows { $when }
playground-clock-elsewhere = { $time } in { $city }
playground-jump-zone = The time in { $city }
playground-jump-ten-minutes = +10 minutes
playground-jump-tomorrow = Tomorrow 9:00
playground-jump-friday = To Friday 15:00
playground-suggestions = Suggestions
playground-message = Message
playground-message-to = Message to { $place }
playground-no-script = The playground needs JavaScript: it is a small chat.
playground-only-two = Only the two of you
playground-only-you = Only you see this
playground-bot = bot
playground-cancel = Cancel
playground-take-example = Put this into the message field
playground-new-in = New message in { $place }
playground-new-here = new messages
playground-new-for = has a new message

## An empty place

playground-quiet = It is quiet in #{ $channel }
playground-quiet-what = Somebody surely did something good today. Click an example, change it as you like, and press Enter.
playground-quiet-next = Then become somebody else on the left, or move the clock: waiting cacti go out, and on Friday the week’s highlights appear.
playground-private = Just you and the bot
playground-private-what = Whatever you write here, only you and Glitterkaktus see it. Cacti arrive here, too.
playground-example-glitter = stayed late for the balsamico customer
playground-example-cactus = the returns desk was empty at noon on Tuesday

## The message field

playground-hint = Type / for commands, @ for a colleague. Enter sends.
playground-hint-commands = Choose a command with the arrow keys and Enter.
playground-hint-glitter = Name one colleague or several with @, then say what they did.
playground-hint-form = Enter opens a form. Or name one colleague with @, then tell one situation.
playground-hint-cactus = Name one colleague with @, then tell one situation. They read it, with your name, and HR can.
playground-command-glitter = Praise a colleague where everybody sees it
playground-command-cactus = Tell one colleague, in private, what happened
playground-command-me = What you received and gave
playground-command-undo = Take your latest glitter back
playground-command-moment = For admins and leads: choose the moment of the week
playground-command-help = How praise works
playground-command-open = The cacti you gave and got
playground-command-cactus-help = How criticism works

## What went wrong

playground-gone = The connection is gone. Trying again …
playground-not-through = That did not get through. Please try again.
playground-nobody = Nobody works here yet.
playground-unknown-command = I know /glitter and /cactus. Nobody has seen what you typed.
playground-unknown-person = Nobody of that name works here.
playground-unknown-place = There is no such place here.
playground-too-long = That is too long: at most { $count } characters fit. Shorten it.
playground-too-much = That is too much at once. Shorten it.
playground-unreadable = I could not read what the page sent ({ $detail }). Load the page again.

## Its people and places

playground-role-manager = Manager
playground-role-till = Till
playground-role-hr = HR
playground-role-warehouse = Warehouse
playground-role-web-shop = Web shop
playground-city-stockholm = Stockholm
playground-city-oslo = Oslo
playground-city-helsinki = Helsinki
playground-city-copenhagen = Copenhagen
playground-city-umea = Umeå
playground-city-kolkata = Kolkata
playground-topic-everyone = Everyone in the shops
playground-topic-till-line = The till line in Umeå
