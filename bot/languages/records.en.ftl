### English: exports, and what people may know about their data.

## The spreadsheet

export-sheet-awards = Awards
export-sheet-columns = What the columns mean
export-column = Column
export-meaning = What it says

## Its columns

column-award-id = The number of the award; never used twice
column-kind = glitter: praise that everybody can see. cactus: criticism, to one person in private
column-given-at-utc = When it was given, in universal time (UTC)
column-given-at-local = When it was given, on the clocks of the workspace
column-giver-id = Who gave it: the id in the chat; empty without a chat account
column-giver-name = Who gave it, by name
column-receiver-kind = person, or team where a whole team received it
column-receiver-id = Who received it: the id in the chat; empty for a team and without a chat account
column-receiver-name = Who received it, by name
column-reason = The giver’s words; of a cactus: what happened
column-effect = Of a cactus: what it led to
column-wish = Of a cactus: what would have been better
column-tags = The values it names, without the #
column-source = colleague: the giver’s own words. customer: a customer’s, passed on
column-channel-id = Where it was given: the id of the channel or chat
column-channel-name = Where it was given, by name
column-retracted-at-utc = When it was taken back; empty where it stands
column-state = Where the case of a cactus stands
column-owner-id = Who has the case now: the id in the chat
column-owner-name = Who has the case now, by name
column-owner-side = What the owner answered where they see it otherwise
column-delivered-at-utc = When the cactus reached its receiver (UTC)
column-answered-at-utc = When it was first answered (UTC)
column-ended-at-utc = When the case ended (UTC)

## Exports from the chat

export-begun = Your export is being made. The file comes to you in our private chat.
export-waits = Exports with cacti need a second HR person here. I have asked { $who }; the file comes when one of them agrees.
export-agree = { $who } wants to export awards, cacti among them: { $detail }. Do you agree?
export-agreed = Agreed. The file goes to { $who }.
export-refused = Nothing is exported. I have told { $who }.
export-was-agreed = { $who } agreed to your export; the file is being made.
export-was-refused = { $who } did not agree to your export. Talk it over, and ask again.
export-progress = Your export is on its way: { $count } of { $other } awards are written.
export-nothing = Nothing that was given fits this, so there is no file: { $detail }
export-failed = Your export could not be written. Nothing left the records; ask again, or tell whoever runs me.
export-told = { $who } exported { $count ->
    [one] one award
   *[other] { $count } awards
}: { $detail }. The audit has it.
export-told-operator = Whoever runs me exported { $count ->
    [one] one award
   *[other] { $count } awards
}: { $detail }. The audit has it.
export-ready = Your export is here: { $count ->
    [one] one award
   *[other] { $count } awards
}.
export-hash = Fingerprint (SHA-256): { $it }
export-fetch = Fetch it before { $when }; after that it is gone.
export-download = Download the file
export-gone = That file is gone. Ask for a new one: /glitter export
export-declined = Then I keep the file to myself, and it is soon gone.
export-delivered = The file is in your OneDrive.
export-not-delivered = The file could not be put into your OneDrive. Ask again: /glitter export
export-period = Period: { $span }
export-kind = Kind: { $it }
export-team = Team: { $it }
export-person = Person: { $it }
export-source = Heard from: { $it }
export-state = State: { $it }
export-text = With the words: “{ $it }”
export-value = Value: { $it }
export-form = Format: { $it }
export-between = { $first } to { $last }
export-since = since { $first }
export-until = until { $last }
export-always = all that there is
action-agree-export = Agree to the export
action-refuse-export = Refuse the export
action-fetch-export = Fetch the file
action-leave-export = Leave the file
refused-export-how = I do not understand “{ $detail }”. Write it like: /glitter export 2026-05 glitter xlsx, 2026-01-01..2026-03-31, a colleague, the name of a team, #care, customer, a state such as bloomed, or "words".
refused-export-nobody-agrees = Exports with cacti need a second HR person here, and there is none. Whoever runs me can name one: python app.py role
refused-export-one-person = An export is about one person, or about everybody: name one colleague, or nobody.
refused-export-second-person = It is your own export: somebody else of HR must agree.
words-kind-glitter = glitter
words-kind-cactus = cactus
words-colleague = colleague
words-state-review = review
words-state-open = unanswered
words-state-acknowledged = acknowledged
words-state-promised = promised
words-state-disputed = disputed
words-state-offered = offered
words-state-done = done
words-state-bloomed = bloomed
words-state-reported = reported
words-state-withdrawn = withdrawn
words-state-closed = closed
words-state-expired = expired
words-period-week = week
words-period-month = month
words-period-year = year

## Privacy

post-erased = Words stood here that were erased.
mydata-begun = I am gathering everything about you. The file comes to you in our private chat.
mydata-about = Everything about you, in both directions; of others only names
refused-mydata-how = I do not understand “{ $detail }”. Write /glitter mydata, or /glitter mydata csv.
words-mydata = mydata

## Pages: what is one’s own

pages-saved = Saved.
pages-save = Save
pages-data = My data
pages-data-hint = Everything about you in one file, in both directions: what you gave and received, your cases with their talk, your settings. Of others it tells names and what they wrote to you.
pages-data-json = Download as JSON
pages-data-csv = Download as CSV

pages-told = All right
pages-link-again = Send me a new link
pages-link-sent = A new link is in your chat with me. It leads back to this page and is good for five minutes.
refused-sign-in-anew = For this I have to be sure that it is you: sign in once more. Your last sign-in is more than ten minutes old.

## Pages: people, and erasing somebody

people-title = People
people-hint = Look somebody up to see what the records hold of them, and to erase them.
people-awards = What was given
people-erased = Erased for good. The audit says who did it, and no name.
erase-title = What an erasure would take
erase-gave = Gave: { $count }
erase-received = Received: { $count }
erase-owns = Cacti with them: { $count }
erase-said = Moves in cacti: { $count }
erase-goes-words = Their words, the words for them, and their name wherever it stands; cacti that still run end.
erase-goes-posts = Posts in channels are edited where the chat allows it. What stands in their own chat belongs to the chat.
erase-goes-traces = Roles, team memberships, drafts, sign-ins, and what the audit tells of them.
erase-stays = What others gave and received still adds up: the awards stay, without words and without this name. It cannot be undone.
erase-type = To erase, type the name: { $name }
erase-now = Erase for good
erase-not-noted = Nothing was erased: I could not note it for restored backups. Whoever runs me finds the reason in my log.
refused-erase-name = Nothing was erased: the name that you typed is another one. Type it as it stands there: { $who }
refused-erase-held = A legal hold of { $detail } keeps these records until { $when }. Whoever runs me can end it: python app.py hold release
refused-erase-yourself = Somebody else with the HR role has to erase you, or whoever runs me.

## Who takes cacti

opt-in-ask = Colleagues here can tell each other in private what went wrong: that is a cactus. It names its giver, and you can answer, hand it over or disagree. May cacti reach you? Nobody learns what you choose, and you can change it: /glitter settings
opt-in-yes = Thank you: cacti may reach you. You can change that whenever you like: /glitter settings
opt-in-no = Then no cactus reaches you. You can change that whenever you like: /glitter settings
opt-in-stopped = Cactus { $count } has reached nobody: { $who } takes no cacti at the moment. You can talk instead.
action-take-cacti = Cacti may reach me
action-no-cacti = No cacti for me
refused-opt-in = Nothing was sent: here cacti reach only those who have agreed, and { $who } has not. I have asked, without saying who or what; perhaps you can talk meanwhile.
refused-opt-in-team = Nothing was sent: here cacti reach only those who have agreed, and nobody who would get it in { $detail } has. I have asked, without saying who or what.
