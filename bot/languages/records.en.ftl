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
column-reason = The giver's words; of a cactus: what happened
column-effect = Of a cactus: what it led to
column-wish = Of a cactus: what would have been better
column-tags = The values it names, without the #
column-source = colleague: the giver's own words. customer: a customer's, passed on
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
