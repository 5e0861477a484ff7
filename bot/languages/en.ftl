### English. One line per sentence; `who` is a list of people, already joined.

## Glitter

award-title = ✨ Glitter
award-posted = { $giver } gave glitter to { $receivers }
award-posted-customer = { $giver } heard from a customer about { $receivers }
award-received = { $giver } gave you glitter
award-received-customer = { $giver } heard this about you from a customer
award-from-customer = Heard from a customer
award-recorded = Recorded: your glitter to { $receivers }.
award-recorded-here = It appears here in a moment.
award-recorded-channel = It appears in { $channel } in a moment.
award-recorded-there = It appears in the channel in a moment.
award-recorded-direct = It goes straight to whoever you named.
award-undo-minutes = You can take it back for { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}.
same-again = You gave { $receivers } these very words at { $when }, so I did not record them again.
same-again-hint = Press the button if you meant it twice.

mine-title = Your glitter
mine-received = Received: { $week } this week, { $ever } in all.
mine-given = Given: { $week } this week, { $ever } in all.
mine-latest = The latest words for you
mine-none = No glitter for you yet. The surest way to some is to give some.

## Cactus

cactus-title = 🌵 A cactus
cactus-held = This is what { $receiver } will read, with your name. Nobody else sees it.
cactus-held-when = It goes out at { $when }. Until then you can take it back.
cactus-received = { $giver } has a cactus for you: something that happened, said to you alone.
cactus-received-hint = Only the two of you can see this. Take your time; talk to { $giver } when you are ready.
cactus-moved-open = Your cactus is with { $receiver } now.
cactus-moved-withdrawn = Withdrawn. { $receiver } never saw your cactus.

## Highlights

highlights-title = ✨ Glitter of the week, { $first } – { $last }
highlights-late = I was away when this was due, so here it is now.
highlights-counts = { $givers ->
    [one] One colleague
   *[other] { $givers } colleagues
} gave glitter to { $receivers ->
    [one] one
   *[other] { $receivers }
}.
highlights-page = Page { $page } of { $pages }
highlights-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
highlights-quiet = A quiet week, { $first } – { $last }. Somebody surely did something good: /glitter tells them.

## Buttons

action-undo = Undo
action-give-again = Give again
action-withdraw = Withdraw
action-send-now = Send now
action-resend = Send it again

## Help

help-glitter-title = ✨ Glitter: praise that people can see
help-glitter-give = /glitter @Kim stayed late for the balsamico customer
help-glitter-give-hint = Name one colleague or several, then say what they did. #words become values.
help-glitter-customer = /glitter @Kim customer: so friendly at the till
help-glitter-customer-hint = For praise that a customer told you.
help-glitter-words = /glitter me · what you received and gave
help-glitter-undo = /glitter undo · takes back your latest glitter, within 10 minutes
help-glitter-cactus = /cactus help · how to criticise in private
help-cactus-title = 🌵 Cactus: criticism that helps
help-cactus-give = /cactus @Kim the returns desk was empty at noon on Tuesday
help-cactus-give-hint = Tell one case: what happened, and where. Never what somebody is like.
help-cactus-private = Only the receiver reads it, with your name; it is never anonymous and never posted in a channel.
help-cactus-hold = It waits a moment before it goes out, so that you can think again.
help-cactus-whistle = This is no whistle-blowing channel: serious wrongs belong where your employer promises anonymity.

## Answers

undone = Taken back: your glitter to { $who } counts nowhere now.
undone-already = Your glitter to { $who } had been taken back already.
moved-to-direct = I may not post in { $detail }, so { $who } got your glitter as a direct message.
blocked-receiver = I could not reach { $who } with your glitter. It is recorded and counts.
blocked-cactus = I could not reach { $who } with your cactus. Nobody has read it; talk to them in person.
blocked-highlights = I may not post in { $detail }, so the week's highlights wait. Invite me there or choose another channel; they follow at once.
no-highlights-channel = It is time for the week's highlights, and no channel is chosen. Choose one; they will follow at once.
unknown-outcome = A message may or may not have reached { $detail }. Look there; if it is missing, send it again.
resent = On its way again.
receiver-refused = { $who } turned out not to be a colleague who can receive glitter, so it was taken back.
cactus-openly-private = A cactus is private, and those words stood in the open, so I stored nothing. Write it here, to me alone: cactus @name what happened
cactus-openly-aloud = I have answered in our private chat.

workspace-unknown = I do not know this workspace yet. Ask your admin to install me again.

## Refusals: what went wrong, and what to do

refused-nobody = Nobody is named. Write @ and choose a colleague, then say what they did.
refused-not-a-mention = I cannot tell who { $detail } is. Write @ and choose the colleague from the list that opens.
refused-no-reason = A word on what they did is missing: at least { $count } characters.
refused-too-long = That is { $other } characters long; { $count } is the most. Shorten it a little.
refused-too-many = At most { $count } colleagues at a time. Split it into two.
refused-oneself = Glitter for yourself is best given by somebody else.
refused-oneself-cactus = A cactus goes to somebody else. Talk it over with a colleague you trust.
refused-bot = { $who } is a bot and cannot enjoy it. Name a colleague.
refused-deactivated = The account of { $who } is closed, so nothing would reach them.
refused-stranger = { $who } belongs to another organisation. Here it goes to your own colleagues only.
refused-you-stranger = This belongs to another organisation than yours, so I cannot take it from you.
refused-daily-glitter = { $count } a day is the most, and you have { $other } left today. You can give more from { $when }.
refused-daily-cactus = { $count } a day is the most, and you have { $other } left today. You can send more from { $when }.
refused-pair-cactus = { $who } had a cactus from you less than a week ago. You can send the next from { $when }, or talk in person.
refused-one-receiver = A cactus goes to one person. Name one, and tell only their part.
refused-cactus-off = Cacti are switched off in this workspace.
refused-undo-none = There is no glitter of yours from the last 10 minutes to take back.
refused-undo-late = The 10 minutes for taking it back are over.
refused-not-yours = That button belongs to somebody else.
refused-gone = That is no longer here. Nothing has changed.
refused-moved-on = That was decided a moment ago: the cactus has already moved on.
refused-not-ready = Export and history open with a later version. Ask whoever runs me for: python app.py export
refused-suspended = I have been removed from this workspace. Ask your admin to install me again.
not-recorded = Not recorded: my memory does not answer. Nothing is lost; please send it again in a minute.
went-wrong = Not recorded: something broke inside me (reference { $detail }). Please send it again; tell whoever runs me if it stays.
your-words = Your words: { $draft }

## Words that may be typed, each language beside the English ones

words-help = help
words-me = me
words-undo = undo
words-settings = settings
words-export = export
words-history = history
words-open = open
words-customer = customer
words-and = and
