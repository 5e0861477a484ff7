### English. One line per sentence; `who` is a list of people, already joined.

moment = { $day } at { $time }
quoted = “{ $words }”

## Glitter

award-title = ✨ Glitter
award-posted = { $giver } gave glitter to { $receivers }
award-posted-customer = { $giver } heard from a customer about { $receivers }
award-below = ✨ { $receivers } got glitter from { $giver } for this message
award-received = { $giver } gave you glitter
award-received-customer = { $giver } heard this about you from a customer
award-received-team = { $giver } gave your team { $team } glitter
award-received-team-customer = { $giver } heard this about your team { $team } from a customer
award-team = In { $team }: { $people }
award-team-many = That is { $count } colleagues in { $team }.
award-for-team = for { $team }
reason-message = for this message
message-open = Open the message
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
show-ask = { $receiver } in { $team } has no chat account. Show them this, on your screen or printed.
show-title = ✨ Glitter for { $receiver }
show-from = From { $giver }, { $day }
show-from-customer = A customer said it to { $giver }, { $day }
award-shown = Whoever leads the team gets it to show to { $who }.
award-untold = The team has no lead yet, so please tell { $who } yourself.
same-again = You gave { $receivers } these very words on { $when }, so I did not record them again.
same-again-hint = Press the button if you meant it twice.

mine-title = Your glitter
mine-received = Received: { $week } this week, { $ever } in all.
mine-given = Given: { $week } this week, { $ever } in all.
mine-latest = The latest words for you
mine-none = No glitter for you yet. The surest way to some is to give some.

## Cactus

cactus-title = 🌵 A cactus
cactus-bloomed-title = 🌸 A cactus that bloomed
cactus-held = This is what { $receiver } will read, with your name. Apart from HR, nobody else sees it.
cactus-held-when = It goes out on { $when }. Until then you can change it or take it back.
cactus-held-hours = A cactus comes only in the receiver’s own working hours, so it goes out on { $when } by your clock. Until then you can change it or take it back.
cactus-held-team = In the team it reaches { $people }.
cactus-held-team-many = It reaches all { $count } in the team; whoever takes it first has it.
cactus-effect = What it led to
cactus-wish = What would have been better
cactus-side = The other side
check-found = One phrase may hurt your point: “{ $phrase }”.
check-why-general = Words like this are easy to refute, and then nobody talks about what happened.
check-why-person = This is about what somebody is like. What happened is easier to hear, and to mend.
check-hint = Change it, or send it as it is: you decide. Nothing is recorded yet.

praise-begun = listened, and made something better for all of us
case-received = { $giver } has a cactus for you: something that happened, said to you alone.
case-received-team = { $giver } has a cactus for { $receiver }. It comes to you alone, to answer it or to hand it over.
case-received-all = { $giver } has a cactus for { $receiver }. Everybody in the team can read it; whoever takes it first has it.
case-offered = { $owner } asks you to take over this cactus.
case-review = The third cactus for one person within a day. Let it through, or stop it with a word to the giver.
case-reported = { $owner } has reported this cactus as offensive. It rests until you decide.
case-needs-hr = A cactus waits for HR to decide, and nobody here has the HR role. Give it to somebody in the settings (/glitter settings): the cactus is on their pages then.
case-owner = With { $owner }
case-due = Due by { $when }.
case-promised = Promised for { $day }.
case-policy = Our policy against victimisation
case-state-held = Not sent yet
case-state-review = Waiting for HR
case-state-open = Waiting for an answer
case-state-acknowledged = Taken on
case-state-promised = Promised
case-state-disputed = Seen differently
case-state-offered = Being handed over
case-state-done = Done; did it help?
case-state-bloomed = 🌸 Bloomed
case-state-reported = Resting until HR decides
case-state-withdrawn = Withdrawn
case-state-closed = Closed by HR
case-state-expired = Ended when time ran out

news-release = HR has read your cactus and sent it on.
news-hold-back = Some cacti go by way of HR, and HR reads yours first. That says nothing about you or your words; you will hear how it goes.
news-stop = HR has stopped your cactus. Nobody else has read it.
news-thank = { $person } thanks you for the cactus and takes it on.
news-reply = { $person } has written to you about the cactus.
news-promise = { $person } promises to mend it by { $day }.
news-dispute = { $person } sees it differently. Both sides now stand on the card.
news-done = { $person } says that it is mended. Did it help?
news-hand-over = Your cactus is on its way to { $person }.
news-accept = { $person } has your cactus now.
news-decline = { $person } has not taken the cactus over; it stays with you.
news-bloom = 🌸 The cactus bloomed: { $person } says that it helped.
news-reopen = { $person } says that it has not helped yet, so the cactus is open once more.
news-withdraw = { $person } has withdrawn the cactus. Nothing more is expected of you.
news-report = HR is looking at your cactus; it rests until they decide.
news-resume = HR has looked at the cactus, and it goes on.
news-close = HR has closed the cactus.
news-due-soon = A cactus from { $person } waits for you; it is due by { $when }.
news-overdue = A cactus from { $person } has been overdue since { $when }. A word today is better than a perfect answer next week.
case-escalated = Cactus { NUMBER($count, useGrouping: 0) } with { $who } has been waiting since { $when }. Its words stay with those it concerns.

case-stand-in = { $owner }, you stand in for a colleague who is away, and this cactus is theirs.
figures-title = 🌵 How cacti fare here
figures-came = { $count ->
    [one] One cactus came.
   *[other] { $count } cacti came.
}
figures-in-time = Answered in time: { $count }.
figures-bloomed = 🌸 Bloomed: { $count }.
figures-to-answer = Half of them were answered within { $hours } { $hours ->
    [one] working hour
   *[other] working hours
}.
figures-to-end = Half of them ended within { $hours } { $hours ->
    [one] working hour
   *[other] working hours
}.
figures-hidden = What is not shown here would tell of fewer than { $count } cases.

cases-title = 🌵 Open cacti
cases-none = No open cacti. Enjoy the quiet.
cases-mine = { $number } · from { $other } to you · { $state }
cases-given = { $number } · from you, with { $other } · { $state }
cases-due = due by { $when }
team-list-title = Teams
team-list-none = There is no team yet. An admin makes the first one: /glitter team new Kassan
team-saved = Saved. This is how the team stands now.
team-removed = { $detail } is removed. What it received stays in the history, under its name.
team-also = also { $aliases }
team-led = led by { $lead }
team-no-lead = nobody leads it
team-count = { $count ->
    [one] one colleague
   *[other] { $count } colleagues
}
team-cacti-all = cacti go to all
team-cacti-lead = cacti go to the lead
team-people = In it: { $people }

## Highlights

highlights-title = ✨ Glitter of the week, { $days }
highlights-late = I was away when this was due, so here it is now.
highlights-counts = { $givers ->
    [one] One colleague
   *[other] { $givers } colleagues
} gave glitter to { $receivers ->
    [one] one person
   *[other] { $receivers } people
}.
highlights-page = Page { $page } of { $pages }
highlights-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
highlights-quiet = A quiet week ({ $days }). Somebody surely did something good: tell them with /glitter.
highlights-moment = 🌟 Moment of the week
highlights-names = Glitter this week went to
highlights-others = Everybody else
highlights-unnamed = { $count ->
    [one] And one more, named below with their story.
   *[other] And { $count } more, each named below with their story.
}
highlights-below = The stories follow below this message.
highlights-customers = Heard from customers
highlights-firsts = First glitter ever: { $who }
highlights-values = Values of the week: { $values }
highlights-bloomed = { $count ->
    [one] 🌸 One cactus bloomed.
   *[other] 🌸 { $count } cacti bloomed.
}
highlights-tip = 💡 Tip of the week: { $tip }
preview-title = A look ahead: the week’s highlights
preview-when = They go out on { $when }. What you decide here, others see only in the post.
preview-skipped = You have skipped this week; its glitter is told with the next one’s.
preview-nobody = Nobody has received glitter yet.
preview-candidates = The moment of the week could also be:
preview-candidate = { $number } · { $giver } to { $receivers }: { $reason }
moment-choice-title = Which story is the moment of the week?
moment-choice-until = You can choose until { $when }. Where colleagues react to a post, their choice counts.
moment-choice-picked = Chosen so far:
moment-choice-none = There is no glitter to choose from yet this week.
moment-picked = Noted: the glitter for { $who } is the moment of the week, unless colleagues choose another with their reactions.
team-week-title = ✨ Your team { $team }, { $days }
team-week-private = For your eyes, as the team’s lead.
team-week-none = Nobody in the team received glitter this week.
team-week-unseen = No glitter for six weeks: { $who }. Perhaps look once more at what they do.
team-week-cases = Cacti that wait for you
team-week-answer = Half of the team’s cacti were answered within { $hours } { $hours ->
    [one] working hour
   *[other] working hours
}.
workspace-week-title = The week in figures, { $days }
workspace-week-glitter = Glitter: { $count }. Givers: { $givers }. Receivers: { $receivers }.
workspace-week-customers = Heard from customers: { $count }.

chart-title = Glitter per week
chart-week = wk { $week }
chart-alt = Glitter in each of the last twelve weeks, oldest first: { $counts }.

## Buttons

action-undo = Undo
action-refresh = Refresh
action-give-again = Give again
action-withdraw = Withdraw
action-send-now = Send now
action-resend = Send it again
action-choose-team = This team
action-edit-draft = Edit
action-edit = Edit
action-send-anyway = Send as it is
action-show = Show
action-thank = Thank and take it
action-reply = Reply
action-promise = Promise a date
action-hand-over = Hand over
action-accept = Take it over
action-decline = Not for me
action-dispute = This isn’t right
action-report = Report
action-done = It is mended
action-bloom = Yes, it helped
action-reopen = Not yet
action-release = Let it through
action-stop = Stop it
action-resume = Let it go on
action-close = Close the case
action-link = Yes, join the two
action-give = Give glitter
action-give-cactus = Give a cactus
action-home = Start page
action-more = Older ones
action-my-settings = My settings
action-settings = Everybody’s settings
action-moment = 🌟 Moment
action-pick = 🌟 Moment of the week
action-moments = 🌟 Choose the moment
action-more-moments = Earlier glitter
action-skip-week = Skip this week
action-keep-week = Post it after all
action-post-week = Post now
action-weekly-off = No more of these
action-weekly-on = Do send me these
action-to-team = Send it to the team
action-praise = Give glitter for it
action-submit = Send
action-choose-channel = Choose the channel
action-invite = Invite me
action-cacti-off = Turn cacti off

## Forms

form-cactus = A cactus
form-edit = Change your cactus
form-reply = Reply
form-promise = Promise a date
form-hand-over = Hand over
form-dispute = This isn’t right
form-report = Report
form-reopen = Not yet
form-stop = Stop it
form-close = Close the case
field-who = Who should read it?
field-who-hint = One colleague; apart from HR, nobody else sees it.
field-team = Or which team?
field-team-hint = The lead gets it, or everybody in the team where they have chosen so.
field-situation = What happened?
field-situation-hint = One case: when, where, what. Not what somebody is like.
field-effect = What did it lead to?
field-effect-hint = For customers, for you, for the shop.
field-wish = What would have been better?
field-wish-hint = The clearer the wish, the easier it is to grant.
field-note = In your words
field-note-hint = It goes to those whom the cactus concerns, and to nobody else.
field-day = By which day?
field-day-hint = You are reminded the working day before.
field-heir = To which colleague?
field-heir-hint = They may say no; the giver hears that it moves, not why.
field-heir-team = Or to which team?
field-heir-team-hint = Whoever leads it is asked.
form-glitter = Give glitter
form-my-settings = My settings
form-settings = Everybody’s settings
field-receivers = Who made it shine?
field-receivers-hint = One colleague or several, up to 20.
field-to-team = Or a team
field-to-team-hint = Everybody in it sees it as theirs.
field-by-name = Or a colleague without a chat account?
field-by-name-hint = Whoever leads their team shows it to them. Somebody new: /glitter "Kim Berg" (kassan) …
field-reason = What did they do?
field-reason-hint = One moment, in your words. Everybody can read it.
field-value = A value it shows
field-value-hint = Such as care or courage.
field-customer = Heard from a customer
field-customer-hint = You pass on what a customer said.
field-channel = Where to show it
field-channel-hint = No channel: only they and the weekly highlights tell.
field-language = Language
field-language-hint = The language I speak with you.
field-naming = In the weekly highlights
field-naming-hint = How you are named when somebody praised you.
field-direct_messages = Direct messages about glitter
field-direct_messages-hint = About glitter alone, not about cacti.
field-takes_cacti = Cacti may reach me
field-takes_cacti-hint = You can change your mind whenever you like.
field-work_starts = My working day starts
field-work_starts-hint = Cacti reach you in your working hours, Monday to Friday.
field-work_ends = My working day ends
field-work_ends-hint = By your own clock.
field-highlights_channel = Channel of the weekly highlights
field-highlights_channel-hint = I must be able to post there.
field-highlights_weekday = Day of the highlights
field-highlights_weekday-hint = Once a week.
field-highlights_hour = Hour of the highlights
field-highlights_hour-hint = In the time zone below.
field-zone = Time zone
field-zone-hint = Such as Europe/Stockholm.
field-glitter_channel = Channel for all glitter
field-glitter_channel-hint = None: glitter shows where it was given.
field-daily_glitter_limit = Glitter a day for each giver
field-daily_glitter_limit-hint = 0 means no limit.
field-daily_cactus_limit = Cacti a day for each giver
field-daily_cactus_limit-hint = 0 means no limit.
field-values = Your values
field-values-hint = Words with commas between; the form offers them.
field-emoji = Emoji that give glitter
field-emoji-hint = Names with commas between; put one on a message and its author gets glitter. None: switched off.
field-reaction_replies = Answer an emoji in the thread
field-reaction_replies-hint = One line below the message, for all to read. Off: only its author is told.
field-cactus_on = Cacti are switched on
field-cactus_on-hint = Off: nobody can write a new one; those that run go on.
field-cactus_hold_minutes = Minutes a cactus is held
field-cactus_hold_minutes-hint = Time for the giver to think; up to a day.
field-cactus_working_hours = Cacti in working hours only
field-cactus_working_hours-hint = By the receiver’s clock.
field-answer_days = Working days to answer
field-answer_days-hint = Then a reminder goes out.
field-holidays = Public holidays of
field-holidays-hint = They do not count as working days.
field-receivers_opt_in = Cacti only to those who agree
field-receivers_opt_in-hint = Nobody gets a cactus who has not said yes. Everybody is asked once, in private.
field-two_person_exports = Two people for exports with cacti
field-two_person_exports-hint = A second HR person agrees before cacti are exported.
field-policy_link = Policy against victimisation
field-policy_link-hint = An https address. Shown with a reported cactus, to whoever reported it and to HR.
field-cactus_months = Months until a cactus goes
field-cactus_months-hint = 1 to 60. Then it leaves the records for good.
field-glitter_months = Months until glitter goes
field-glitter_months-hint = 1 to 60. Then it leaves the records for good.
field-hr = People with the HR role
field-hr-hint = They see cases that were reported or are overdue.
field-admins = Admins
field-admins-hint = They change these settings; an admin is not HR.
option-language-chat = As in the chat
option-naming-full = Name me
option-naming-first = First name only
option-naming-out = Leave me out
option-holidays-none = None
said-yes = yes
said-no = no
settings-saved = Saved. From now on:
settings-same = Nothing has changed.
home-received = What I got
home-given = What I gave
home-cases = My open cacti
home-week = Shining this week
home-week-none = Nobody yet this week. Who will be the first?
home-nothing = Nothing yet.
home-settings = My settings
slack-channel-invite = I may not post there. Invite me to the channel first (/invite @Glitterkaktus), then save again.
slack-channel-archived = That channel is archived. Choose another one.
form-not-opened = The form did not open. Nothing is lost; please try once more.
form-slow = This takes longer than usual. Your words are still here; press the button again in a moment. They count once.
field-optional = { $label } (if you like)

## Help

help-glitter-title = ✨ Glitter: praise that people can see
help-glitter-give = /glitter @Kim stayed late for the balsamico customer
help-glitter-give-hint = Name one colleague or several, or a team by its name, then say what they did. #words become values.
help-glitter-customer = /glitter @Kim customer: so friendly at the till
help-glitter-customer-hint = For praise that a customer told you.
help-glitter-by-name = /glitter "Kim Berg" (kassan) … · for a colleague without a chat account
help-glitter-words = /glitter me · what you received and gave
help-glitter-undo = /glitter undo · takes back your latest glitter, within 10 minutes
help-glitter-moment = /glitter moment · for admins and leads: chooses the moment of the week
help-slack-message = For one message, also in a thread, where Slack takes no commands: choose “Give glitter for this” in its menu, or put your glitter emoji on it.
help-glitter-cactus = /cactus help · how to criticise in private
help-cactus-title = 🌵 Cactus: criticism that helps
help-cactus-give = /cactus @Kim the returns desk was empty at noon on Tuesday
help-cactus-give-hint = Tell one case: what happened, and where. Never what somebody is like.
help-cactus-private = The receiver reads it, with your name. HR can read it, too, and so can whoever runs me. It is never anonymous and never posted in a channel.
help-cactus-hold = It waits a moment before it goes out, so that you can think it over.
help-cactus-words = /cactus · a form; /cactus open · your cases; /cactus away and /cactus hours · when you are not there
help-cactus-whistle = This is no whistle-blowing channel: serious wrongs belong where your employer promises anonymity.

## Pages

pages-link = Your pages are behind this link. It works once, within { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}, and opens them in your name: keep it to yourself.
pages-open = Open my pages
pages-skip = Skip to the content
pages-nav = Pages
pages-mine = Mine
pages-team = My team
pages-workspace = Everything
pages-figures = Figures
pages-leave = Sign out
pages-times = Times are those of { $zone }.
pages-hello = Hello, { $name }
pages-enter-hint = One press and you are in. The link is used up by it, and this browser stays signed in for eight hours at most.
pages-enter = Sign in
pages-sorry = That did not work
pages-to-mine = To my own pages
pages-gone-title = You are signed out
pages-gone = See you. /glitter history in the chat brings you back.
pages-away = My memory does not answer just now. Nothing is lost; please load this page again in a minute.
pages-broken = Something broke inside me (reference { $detail }). Please try again; tell whoever runs me if it stays.
pages-received = Received
pages-given = Given
pages-cases = Cacti
pages-me = Me
pages-received-title = Glitter for you
pages-given-title = Glitter from you
pages-given-none = You have given none yet. Whom did you see do something good?
pages-from = From { $name }
pages-to = To { $name }
pages-between = { $giver } to { $receiver }
pages-undone = Taken back
pages-onward = More of this list
pages-start = To the beginning
pages-more = Further back
pages-cases-title = Your cacti
pages-cases-hint = Those that you gave and those that are with you; nobody but the two of you and HR reads them.
pages-cases-none = No cacti. Enjoy the quiet.
pages-case-title = Cactus { $number }
pages-case-mine = Cactus { $number }, from { $name } to you
pages-case-given = Cactus { $number }, from you, with { $name }
pages-case-team = Cactus { $number }, with { $name }
pages-case-hint = To answer or to act, write this in the chat: /cactus show { $number }
pages-talk = What was said since
pages-overdue = overdue
pages-me-title = What I know about you
pages-name = Name
pages-account = Account in the chat
pages-house = Workspace
pages-zone = Time zone
pages-powers = Your roles
pages-power-none = Colleague
pages-power-hr = HR
pages-power-admin = Admin
pages-power-lead = Team lead
pages-sessions = Where you are signed in
pages-sessions-hint = If you do not know one of these, sign it out.
pages-session = Since { $began }, until { $ends } at the latest
pages-session-this = this browser
pages-session-end-which = Sign out the one since { $began }
pages-teams = Your teams
pages-team-empty = Nobody is in this team yet.
pages-waiting = Cacti that wait
pages-waiting-hint = Their words stay with those they concern; you see where they stand, so that none is forgotten.
pages-waiting-none = No cacti wait here.
pages-team-glitter = Glitter for the team and its people
pages-team-none = No glitter yet. The surest way to some is to give some.
pages-workspace-title = Everything that was given
pages-no-account = without a chat account
filter-text = Words
filter-who = Person
filter-side = What they did
filter-side-any = gave or received
filter-side-received = received
filter-side-gave = gave
filter-kind = Kind
filter-kind-any = glitter and cacti
filter-kind-glitter = glitter
filter-kind-cactus = cacti
filter-first = From
filter-last = Until
filter-team = Team
filter-team-any = all teams
filter-value = Value
filter-source = Heard from
filter-source-any = anybody
filter-source-colleague = colleagues
filter-source-customer = customers
filter-state = State of a cactus
filter-state-any = any state
filter-order = Order
filter-order-newest = newest first
filter-order-oldest = oldest first
filter-order-giver = by who gave it
filter-order-receiver = by who received it
filter-order-kind = by kind
filter-order-state = by state of the cactus
filter-order-due = by what is due
filter-show = Show
filter-clear = Show everything
filter-zone = Days are those of { $zone }. The address holds this filter, so you can send it to somebody else with the HR role.
filter-namesakes = Whom do you mean by “{ $name }”?
filter-nobody = Nobody here is called “{ $name }”.
filter-none = Nothing that was given fits this.
filter-none-yet = Nothing that fits as far as { $when }. There is more to look through.
filter-none-so-far = Nothing that fits so far. There is more to look through.
column-when = When
column-from = From
column-to = To
column-words = Words
figures-page = How it goes
figures-hint = The last half year. Nothing is told of fewer than five, so that nobody can be recognised.
figures-weeks = Glitter by week
figures-weeks-told = A bar for each week; the highest stands for { $most }. The numbers are in the table below.
figures-answers = How soon cacti are answered
figures-answers-told = A bar for each number of working days. The numbers are in the table below.
figures-as-table = The numbers as a table
figures-week = Week from
figures-glitter = Glitter
figures-answered = Answered
figures-cacti = Cacti
figures-within = within { $days ->
    [one] one working day
   *[other] { $days } working days
}
figures-later = later
figures-not-yet = not yet
figures-few = fewer than five
figures-too-few = There are figures from five people and five cacti on.
filter-more = More to choose from
take-all = Everything under this filter, as a file:
take = Download

## Answers

undone = Taken back: your glitter to { $who } counts nowhere now.
undone-already = Your glitter to { $who } had been taken back already.
moved-to-direct = I may not post in { $detail }, so { $who } got your glitter as a direct message.
blocked-receiver = I could not reach { $who } with your glitter yet. It is recorded and counts, and waits until I can write to them.
blocked-cactus = I could not reach { $who } with your cactus. It waits until I can write to them, and nobody has read it; better talk in person.
blocked-highlights = I may not post in { $detail }, so the week’s highlights wait. Invite me there or choose another channel; they follow at once.
no-highlights-channel = It is time for the week’s highlights, and no channel is chosen. Choose one; they will follow at once.
weeks-skipped = { $count ->
    [one] I was away, and the highlights of one week were not posted: { $detail }.
   *[other] I was away, and the highlights of { $count } weeks were not posted: { $detail }.
} Their glitter is recorded and counts.
quiet-weeks = Two quiet weeks in a row. One glitter from you is the best reminder: /glitter
week-posted = On its way: the week’s highlights are being posted.
weekly-off-noted = Noted: no private messages about the week any more.
weekly-on-noted = Noted: you get the private messages about the week.
naming-full = Noted: the highlights name you in full.
naming-first = Noted: the highlights use your first name.
naming-out = Noted: the highlights leave you out. Your glitter still reaches you.
naming-full-other = Noted: the highlights name { $detail } in full.
naming-first-other = Noted: the highlights use the first name of { $detail }.
naming-out-other = Noted: the highlights leave out { $detail }. The team still gets to hear of the glitter.
unknown-outcome = A message may or may not have reached { $detail }. Look there; if it is missing, send it again.
resent = On its way again.
which-team = Several teams go by “{ $detail }”. Which one do you mean? Your words are kept.
which-colleague = Several teams have somebody called “{ $detail }”. Which team do you mean? Your words are kept.
receiver-refused = { $who } turned out not to be a colleague who can receive glitter, so it was taken back.
cactus-by-name = { $who } has no chat account and could not answer you, so this can go to the whole team only. Shall I send it to { $detail }? Best without anybody’s name.
cactus-openly-private = A cactus is private, and those words stood in the open, so I stored nothing. Write it here, to me alone: cactus @name what happened
cactus-openly-aloud = I have answered in our private chat.

linked = { $who } has all the glitter now that came to { $detail } by name.
linked-yours = Your colleagues gave you glitter before you had an account here, and now it is yours. See it with: /glitter me
namesake = { $who } is new here. Is that the colleague of the same name in { $detail }, who had no chat account? Then I give them the glitter that came by name.

workspace-unknown = I do not know this workspace yet. Ask your admin to install me again.

away-noted = Noted. New and open cacti go to { $who } until { $when }. Back before that? /cactus back
away-ended = Welcome back. New cacti come to you again; those that your stand-in has got stay there.
hours-noted = Noted. Your hours are { $detail }, Monday to Friday; cacti reach you then.
mute-noted = No cacti are taken from { $who } until { $when }. It is in the audit, with your reason.
mute-ended = Cacti are taken from { $who } again.

## Welcome, for whoever installs the bot

welcome-title = ✨ Glitterkaktus is here
welcome-what = With me colleagues share glitter, praise that names people, and cacti, criticism that helps, said in private.
welcome-first = Three things to do first: choose the channel for the weekly highlights, invite me where people talk, and decide whether cacti are for you.
welcome-privacy = What I keep, who sees it and for how long stands in docs/privacy.md, beside my program. Tell your colleagues before they begin.
invite-how = Go to a channel and mention me there: @Glitterkaktus. Your chat offers to add me; say yes.
cacti-off = Cacti are off. You can turn them on again in the settings: /glitter settings
blocked-place = I cannot post in { $detail }. Invite me there, or look whether it still exists. I shall not tell you of this place again until it works.
not-taken = Something that I owed to { $detail } was not taken, and would not be next time. Whoever runs me finds the reason in the log.

## Pages for whoever installs the bot

install-done = I am installed in { $detail }. I have written to you there: look for Glitterkaktus under Apps.
install-open = Open the chat
install-cancelled = Nothing was installed. If that was not what you wanted, begin again.
install-stale = This link is too old, or was opened in another browser. Begin again.
install-used = This link has done its work once already. If the bot is missing in your workspace, begin again.
install-refused = The installation was not completed ({ $detail }). Nothing was stored; begin again, and ask whoever runs me if it stays so.
install-later = My memory does not answer just now. Begin again in a minute.
install-again = Begin again

## Refusals: what went wrong, and what to do

refused-nobody = Nobody is named. Write @ and choose a colleague, or begin with the name of a team, then say what they did.
refused-not-a-mention = I cannot tell who { $detail } is. Write @ and choose the colleague from the list that opens.
refused-group-empty = There is nobody else in { $detail } whom it could reach. Name a colleague.
refused-team-empty = There is nobody in { $detail } whom it could reach. An admin or its lead can add colleagues: /glitter team
refused-team-how = Write it like this: /glitter team new Kassan · /glitter team add Kassan @Kim "Siv Sund" · also rename, alias, unalias, lead, remove, delete, and cacti with all or lead.
refused-team-name = “{ $detail }” cannot be a name: take 2 to { $count } characters, and none of my own words.
refused-team-taken = That belongs to { $detail } already. Choose another one.
refused-team-aliases = At most { $count } aliases. Remove one first: /glitter team unalias
refused-team-lead-account = { $who } has no chat account, so nothing would reach them there. Choose somebody who has one.
refused-team-others = That is for admins, and for whoever leads { $detail }.
refused-by-name = I know nobody called “{ $detail }” who has no chat account. Write their team behind the name, like this: /glitter "Kim Berg" (kassan) stayed late. Everybody else: write @ and choose them.
refused-has-account = { $who } has a chat account. Write @ and choose them from the list that opens.
refused-no-reason = A word on what they did is missing: at least { $count ->
    [one] one character
   *[other] { $count } characters
}.
refused-too-long = That is { $other } characters; { $count } fit. Shorten it a little.
refused-too-many = At most { $count } colleagues at a time. Split it into two.
refused-oneself = Glitter for yourself is best given by somebody else.
refused-oneself-cactus = A cactus goes to somebody else. Talk it over with a colleague you trust.
refused-bot = { $who } is a bot and cannot enjoy it. Name a colleague.
refused-no-author = No colleague wrote this, so nobody could enjoy the glitter. Choose a message of a colleague.
refused-deactivated = The account of { $who } is closed, so nothing would reach them.
refused-stranger = { $who } belongs to another organisation. Here it goes to your own colleagues only.
refused-you-stranger = This belongs to another organisation than yours, so I cannot take it from you.
refused-daily-glitter = The limit is { $count } a day, and you have { $other } left today. You can give more from { $when }.
refused-daily-cactus = The limit is { $count } a day, and you have { $other } left today. You can send more from { $when }.
refused-pair-cactus = { $who } got a cactus from you less than a week ago. You can send the next from { $when }, or talk in person.
refused-one-receiver = A cactus goes to one person or one team. Name one, and tell only their part.
refused-cactus-off = Cacti are switched off here. Talk in person, or ask an admin.
refused-undo-none = There is no glitter of yours from the last 10 minutes to take back.
refused-undo-late = The 10 minutes for taking it back are over.
refused-not-yours = That button belongs to somebody else.
refused-away-how = Write it like this, with the colleague who stands in: /cactus away 2026-07-01..2026-07-31 @Kim
refused-not-away = You are not away now, and have not planned to be.
refused-hours-how = Write your hours like this: /cactus hours 8-17
refused-naming-how = Say how the highlights name you: /glitter name me, /glitter name first or /glitter name out
refused-naming-others = Only whoever leads { $detail }, HR or an admin can choose for somebody without an account.
refused-naming-own = { $detail } has an account now and chooses for themselves, with /glitter name
refused-admins-only = That is for admins and HR.
refused-week-over = That week is decided already.
refused-week-nowhere = No highlights channel is chosen yet. Choose one, then press again.
refused-moment-late = The moment of the week is decided by now: an hour before the post.
refused-moment-not = That story cannot be the moment: it was taken back, or somebody in it wants to be left out.
refused-moment-unknown = I find no glitter of this week there. Choose a post of mine, or type /glitter moment.
refused-moment-who = The moment of the week is chosen by admins and HR, and by leads among the glitter of their team.
refused-mute-how = Write it like this, with your reason: /cactus mute @Kim 30 the reason. Days: 0 to { $count }; 0 ends it.
refused-hr-only = That is for the people with the HR role.
refused-too-few = There are figures from { $count } people and { $count } cases on, so that nobody can be recognised.
refused-no-receiver = Choose who should read it.
refused-no-words = Write a few words.
refused-no-day = Choose a day from today on, within a year.
refused-heir = Choose a colleague other than yourself, with an open account.
refused-heir-away = { $who } is away just now. Choose a colleague who is there.
refused-muted = HR takes no cacti from you until { $when }. Talk to them if you wonder why.
refused-reopened-once = It was opened again once already. Talk to each other, or to HR.
refused-admin-only = That is for admins.
refused-no-zone = I do not know that time zone. Write it like Europe/Stockholm.
refused-no-address = Write the whole address, such as https://intranet.example.com/respect, without a name or password in it.
refused-no-number = Write a number from { $count } to { $other }.
refused-no-admin = Somebody must be admin. Choose at least one.
refused-gone = That is no longer here. Nothing has changed.
refused-link-how = Write it like this, with the name and the team as they were known: /glitter link "Kim Berg" (kassan) @Kim
refused-link-others = Only whoever leads { $detail }, HR or an admin can join the two.
refused-linked-already = The glitter of { $detail } has gone to another account already. Talk to whoever runs me.
refused-moved-on = That was decided a moment ago: the cactus has already moved on.
refused-taken = { $who } has taken this cactus already.
refused-heir-giver = The cactus came from that colleague. Hand it over to somebody else.
refused-no-team = There is no team called “{ $detail }”. /glitter team shows them all.
refused-whole-name = Several teams go by “{ $detail }”. Write the whole name of one.
refused-team-no-lead = Nobody leads { $detail } who could take it over. Choose a colleague instead.
refused-not-ready = Settings open with a later version. Ask whoever runs me for: python app.py workspace set
refused-no-pages = My pages have no address yet. Ask whoever runs me to set PUBLIC_URL to one that begins with https.
refused-link-over = This link has been used, or is older than five minutes. Write /glitter history in the chat for a new one.
refused-session-over = You are not signed in, or no longer. Write /glitter history in the chat for a new link.
refused-role-changed = Your role has changed, so this has ended. Write /glitter history in the chat for a new link.
refused-leads-only = That page is for people who lead a team.
refused-not-a-filter = I cannot make sense of this address. Go back and choose the filter again.
refused-not-our-form = That did not come from a page of mine that is still open. Go back, load the page again, and press once more.
refused-suspended = I have been removed from this workspace. Ask your admin to install me again.
not-recorded = Not recorded: my memory does not answer. Nothing is lost; please send it again in a minute.
went-wrong = Not recorded: something broke inside me (reference { $detail }). Please send it again; tell whoever runs me if it stays.
your-words = Your words: { $draft }

## In the app of Microsoft Teams

teams-app-name = Glitterkaktus: praise and helpful criticism
teams-app-short = Praise in public, criticism in private
teams-app-full = Share glitter, praise that everybody can see, and cacti, criticism that helps, said to one person in private. Once a week the highlights name everybody who got glitter.
teams-app-says-glitter = Praise somebody: @Kim and what they did
teams-app-says-cactus = Criticise in private: @Kim and what happened
teams-app-says-kaktus = Another word for cactus
teams-app-says-home = What you got and gave, and what is open
teams-app-says-me = Your glitter in numbers
teams-app-says-settings = Your own settings; admins decide for everybody
teams-app-says-history = Your pages in the browser
teams-app-says-help = How to praise
teams-app-says-cactus-help = How to criticise in private
teams-app-says-open = Your open cacti
teams-app-form-glitter = A form: for whom, and what they did
teams-app-form-cactus = A form, in private: for whom, and what happened
teams-app-pick-moment = Make this glitter the moment of the week

## Words that may be typed, each language beside the English ones

words-help = help
words-me = me
words-home = home
words-undo = undo
words-settings = settings
words-export = export
words-history = history
words-open = open
words-show = show
words-away = away
words-back = back
words-mute = mute
words-hours = hours
words-stats = stats
words-name = name
words-first = first
words-out = out
words-link = link
words-moment = moment
words-wish = wish
words-customer = customer
words-and = and
words-team = team
words-team-new = new
words-team-rename = rename
words-team-alias = alias
words-team-unalias = unalias
words-team-lead = lead
words-team-add = add
words-team-remove = remove
words-team-delete = delete
words-team-cacti = cacti
words-team-group = group
words-team-all = all, everybody

## What the gentle check looks for; * is any ending or beginning, and alone any word

check-general = you always, he always, she always, they always, always you, is always, are always,
    was always, were always, it's always, it’s always, there's always, there’s always, always *s,
    always *ing, always have to, always late, always the same, always me, always us,
    you never, never you, is never, are never, it's never, it’s never, there's never, there’s never,
    never *s, never *ing, never listen, never answer, never help, never clean, never once,
    never on time, every time you, every single time, all the time, constantly,
    everyone knows, everybody knows, we all know, everyone says, everybody says, everyone thinks,
    everybody thinks, nobody ever, no one ever, nobody likes, no one likes
check-person = you are so, you're so, you’re so, lazy, laziness, idiot, idiots, moron*, liar, liars,
    incompetent, incompetence, arrogant, arrogance, clueless, selfish, childish, immature,
    useless at, you are useless, you're useless, you’re useless, hopeless at, you are hopeless,
    you're hopeless, you’re hopeless, are you stupid, you are stupid, you're stupid, you’re stupid,
    is so stupid, is careless, are careless, so careless, is unprofessional, are unprofessional,
    so unprofessional, you don't care, you don’t care, you do not care, typical of you, typical you,
    wrong with you, your attitude, bad attitude, your personality, a bad person, you people,
    not a team player, can't trust you, can’t trust you, cannot trust you

## Pages that the Teams app names: privacy and terms of use

about-privacy-title = Privacy
about-privacy-where = Glitterkaktus runs at your employer, who answers for what it keeps. Nothing leaves it except what is sent to your chat.
about-privacy-what = It keeps your name, language and time zone as your chat tells them, the glitter and the cacti that you give and receive, and what you have chosen. It reads no messages and follows nobody.
about-privacy-who = Glitter is seen by everybody in the place where it was given. A cactus is seen by whoever gave it, whoever it reaches, and HR. Whoever runs the machine can read everything that is kept.
about-privacy-how-long = Glitter stays for 24 months and a cactus for 12, unless your employer has chosen otherwise. Thirty days after you have left, what is about you goes.
about-privacy-yours = Write /glitter mydata in the chat for everything that is kept about you. HR has it erased if you ask.
about-privacy-ground = Unless your employer has told you another, the ground in law is a legitimate interest: praise and problems reach those whom they concern. You may object at any time, for reasons that are yours: tell HR. Then it stops, unless your employer shows reasons that weigh more.
about-terms-title = Terms of use
about-terms-licence = Glitterkaktus is free software under the MIT licence, run by your employer and without warranty. Your employer decides who uses it, and what for.
about-terms-rules = Three things hold for everybody: praise names people, criticism is about a situation and never about a personality, and nothing is anonymous to whoever receives it.
about-terms-ask = Ask whoever runs it at your place, or HR.
