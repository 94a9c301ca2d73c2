# The library: charters, experiences, studies, meeting notes.

feature-library = Library
home-library-search = Find a text
home-library-add = Share a text
home-library-mine = My texts
post-library-entry = the announcement of a library text
post-library-update = the update of a library announcement

## Commands

command-library = library
    .description = The community’s charters and experiences
command-library-add = add
    .description = Propose a charter, an experience, a study or meeting notes
    .kind = kind
    .kind-description = What you propose
command-library-mine = mine
    .description = Your drafts, and where the texts you sent stand
command-library-search = search
    .description = Search the library, with or without accents
    .words = words
    .words-description = Words; "a phrase"; tag: kind: venue: trade: year: ; -word to exclude
command-library-show = show
    .description = Read a text of the library
    .entry = entry
    .entry-description = Type a word of the title
command-library-history = history
    .description = The versions of a text, and what changed
    .entry = entry
    .entry-description = Type a word of the title
command-library-tags = tags
    .description = Rename a tag, add a synonym, merge it into another
    .tag = tag
    .tag-description = Type the beginning of a tag or a synonym
command-library-export = export
    .description = The whole library as Markdown files, with its documents
command-library-missed = missed
    .description = What members look for and do not find
choice-charter = charter, red lines, clause
choice-experience = account of an experience
choice-study = study, tool sheet
choice-notes = meeting notes

## Values

facet-kind-charter = Charter
facet-kind-experience = Experience
facet-kind-study = Study or tool sheet
facet-kind-notes = Meeting notes
facet-venue-none = All venues
facet-venue-national = National theatre or stage
facet-venue-drama-centre = Drama centre
facet-venue-stage = Subsidised stage
facet-venue-municipal = Municipal theatre
facet-venue-festival = Festival
facet-venue-circus-street = Circus, street arts
facet-venue-company = Company
facet-venue-opera-orchestra = Opera, orchestra
facet-venue-office = Production office, cooperative
facet-venue-network = Network, agency, public body
facet-trade-none = All trades
facet-trade-direction = Direction
facet-trade-administration = Administration, human resources
facet-trade-production = Production, touring
facet-trade-communication = Communication
facet-trade-mediation = Public relations, mediation
facet-trade-box-office = Box office
facet-trade-technical = Technical
facet-trade-artistic = Artistic
facet-trade-training = Training, research
facet-licence-cc-by-sa-4 = CC BY-SA 4.0: reuse with credit, under the same licence
facet-licence-cc-by-4 = CC BY 4.0: reuse with credit
facet-licence-cc0-1 = CC0: reuse freely
facet-licence-all-rights-reserved = All rights reserved: to read, not to reuse

## What a text says of itself

library-by = by { $name }
library-nameless = without its author’s name
library-your-name = you
library-tags-line = Tags: { $tags }
library-no-tags = No tags yet
library-ai-line = AI in the writing: { $use }
library-ai-none = none
library-ai-helped = written with the help of an AI, reviewed and owned by a person
library-ai-drafted = first draft by an AI, reworked by a person
library-ai-translated = translated by an AI, reviewed by a person
library-ai-unsaid = to be said
library-licence-line = { $licence }
library-source-line = Source: { $source }
library-kilobytes = { $size } kB
library-megabytes = { $size } MB
library-file-encrypted = under a password: kept, but search will not read it
library-file-damaged = damaged: kept, but search will read only part of it
library-file-too-large = very long: search will read only its beginning
library-file-too-slow = too heavy to read: kept, but search will read only part of it
library-file-no-text = without a text that search can read

## Writing

library-which-kind = What would you like to share?
library-form-charter = A charter, red lines, a clause
library-form-experience = An experience
library-form-study = A study, a tool sheet
library-form-notes = Meeting notes
facet-kind-charter-hint = What a team decided: rules, limits, clauses, notices
facet-kind-experience-hint = What you tried, managed, missed, stopped
facet-kind-study-hint = Facts, a comparison, a practical sheet
facet-kind-notes-hint = What was said at a meeting
library-field-title = Title
library-field-summary = In a sentence or two
    .hint = What is in it and whom it may help. It is what people read first.
library-field-text = Text
    .hint = Up to 4,000 characters. Longer? Attach a file below.
library-field-tags = Tags
    .hint = Separated by commas. Leave empty: I shall suggest some.
library-field-files = Files
    .hint = PDF, DOCX, ODT, text or image, 10 MB at most. Take names out of them if you do not sign.
library-field-organisation = Organisation
    .hint = Where this text was born, if you want to say so.
library-field-source = Link
    .hint = A page to read about it, if there is one: https://…
library-field-year = Year
    .hint = Of the text, for example 2026.
library-draft = -# Draft · only you see it
library-draft-new-version = -# New version · the present one stays online until the review
library-untitled = Untitled
library-choose-ai-use = How was AI used in writing this text?
library-choose-venue = Type of venue (optional)
library-choose-trade = Trade (optional)
library-choose-licence = Licence
library-named-explained = This text will be published under your name.
library-unnamed-explained = Published without a name: no card or list will say it, not even to moderators. The bot relays your exchanges, then erases the link with you at publication: you will not be told, and only moderators can change the text afterwards. Remember to take your name out of the files and their properties.
library-leaves-never = Stays on Discord.
library-leaves-nameless = May leave Discord (newsletter, public export), without a name.
library-leaves-signed = May leave Discord (newsletter, public export), with its author’s name.
library-leaves-named = May leave Discord (newsletter, public export), with your name.
library-write = Edit the text
library-describe = Organisation, link, year
library-attach = Attach a file
library-detach = Remove the files
library-switch-named = Publish without my name
library-switch-unnamed = Publish under my name
library-switch-leaves-off = Allow outside Discord
library-switch-leaves-on = Keep on Discord
library-switch-name-off = … with my name
library-switch-name-on = … without my name
library-switch-dm-off = Tell me by direct message
library-switch-dm-on = Stop writing to me
library-send = Send for review
library-discard = Throw away
library-discard-sure = Throw this draft away? It cannot be found again.
library-discarded = Draft thrown away.
library-draft-kept = Kept for a week: take it up again whenever you like with /library mine.
library-sent = **Sent.** The moderators will review it.
library-sent-named = You will know what becomes of it: by direct message if you chose so, or the next time you use the bot. It is all in /library mine too.
library-sent-nameless = Until it is published, /library mine tells you where it stands. Then nothing links it to you any more.
library-sure-yes = Yes, go on
library-sure-no = No, go back

## Refusals

library-draft-gone = This draft no longer exists: it was sent or thrown away, or a week has passed. See /library mine, or start again with /library add.
library-needs-title = A title is missing: press “Edit the text”.
library-needs-text = The text is missing, or a file that holds it: press “Edit the text” or “Attach a file”.
library-needs-ai-use = Say how AI was used in writing this text, even if the answer is “none”: it is the first menu.
library-too-many-tags = That is a lot of tags: keep { $most } at most. The rest of your text is kept.
library-tag-too-long = The tag “{ $tag }…” is too long ({ $most } characters at most). Separate tags by commas; the rest of your text is kept.
library-bad-year = I did not understand the year: a number between { $first } and { $last }, or nothing.
library-bad-source = I did not understand this link: it must begin with https:// and fit on one line. Leave it empty if there is none.
library-too-many-files = { $most } files at most for a text. Remove some before you add more.
library-file-expired = Discord keeps an attached file for a moment only, and this one expired before I read it. Your text is kept: attach the file again.
library-entry-unknown = I cannot find this text: choose it in the list that opens while you type.
library-entry-gone = This text is no longer in the library: it was archived or removed.
library-not-yours = Only whoever wrote this text can do that or, if it has no name, the moderators.
library-version-waits = A version of this text already waits for review. Take it back first in /library mine, or let the team decide.
library-question-gone = This question has had its answer already, or the text is gone.
library-too-many-questions = You already have { $most } questions without an answer. Give people time to answer, then come back.
library-empty-question = Write your question, then send the form again.
library-empty-answer = Write your answer, then send the form again.

## Reading

library-new = New in the library
library-read = Read
library-down = This text is no longer online.
library-edited = Version of { $moment }
library-verified = still valid on { $moment }
library-adapted-from = Adapted from “{ $title }”
library-doubtful = To be checked: nobody confirmed lately that this text is still valid.
library-files = Files
library-files-of = The files of “{ $title }”:
library-history = Versions
library-adapt = Adapt
library-ask = Ask a question
library-new-version = New version
library-archive = Archive
library-archive-sure = Archive “{ $title }”? The text will no longer be found or shown; its versions are kept.
library-archived = Archived.
library-text-in-files = The text is in the attached files.
library-field-question = Your question
    .hint = I pass it on without saying whom it comes from. Sign it if you want to be recognised.
library-question-sent = Passed on. The answer will reach you through me.
library-answer = Answer
library-field-answer = Your answer
    .hint = I pass it on to whoever asked.
library-answer-sent = Thank you, it is passed on.

## Versions

library-version-line = **Version { $number }** · { $moment }
library-version-number = Version { $number }: the one before stays online until you decide.
library-compare = Compare two versions
library-compare-with = Version { $before } → version { $after }
library-no-difference = These two versions say the same.
library-changed = **{ $field }**: { $before } → { $after }
library-changed-title = Title
library-changed-summary = Summary
library-changed-organisation = Organisation
library-changed-year = Year
library-changed-venue = Venue
library-changed-trade = Trade
library-changed-licence = Licence
library-changed-source = Link
library-changed-ai-use = AI
library-changed-tags = Tags
library-changed-files = Files

## My texts

library-mine = My texts
library-mine-empty = Nothing yet. Begin with /library add: half a page is enough.
library-mine-draft = Draft · touched { $moment }
library-mine-waiting = Waiting for review since { $moment }
library-mine-public = Online · sent on { $moment }
library-mine-superseded = Replaced by a later version
library-mine-changes = The moderators ask you for changes:
library-mine-declined = Not accepted:
library-mine-archived = Archived
library-mine-foot = Texts published without a name are not here: nothing links them to you any more.
library-resume = Resume: { $title }
library-revise = Change and send again
library-take-back = Take back
library-taken-back = Taken back: your text is a draft again.
library-no-longer-waits = A moment too late: this text has just been reviewed. See /library mine.
library-reserved = All rights to this text are reserved: it may be read, not adapted. You can talk about it with whoever wrote it: “Ask a question”.
library-share-alike = You adapt a text under CC BY-SA: its licence asks that yours keeps it.
library-bring-back = Put online again
library-files-lost = I no longer have these files on my disk: { $names }. Tell the moderators.

## What the bot tells you in private

library-told-published = Your text “{ $title }” is online. Thank you!
library-told-changes = The moderators have read “{ $title }” and ask you for changes:
library-told-declined = The moderators did not accept “{ $title }”:
library-told-asked = Somebody has a question about your text “{ $title }”:
library-told-answered = Here is the answer to your question about “{ $title }”:
library-still-valid = A year ago, “{ $title }” was valid. Is it still?
library-valid-yes = Still valid
library-valid-update = I will update it
library-valid-thanks = Thank you! Noted for a year.

## The review

review-kind-library = Text for the library
review-kind-library-question = Question with nobody to pass it on to
review-kind-library-validity = Text without a name to check
review-choice-publish = Publish
review-choice-changes = Ask for changes
review-choice-decline = Decline
review-choice-answer = Answer
review-choice-valid = Still valid
review-choice-archive = Archive
review-words-changes = What should be changed?
    .hint = Whoever wrote the text will read these words.
review-words-decline = Why not accept it?
    .hint = Whoever wrote the text will read these words.
review-words-answer = Your answer
    .hint = Passed on to whoever asked.
review-decided-publish = Published by { $who }, { $moment }.
review-decided-changes = Changes asked for by { $who }, { $moment }.
review-decided-decline = Declined by { $who }, { $moment }.
review-decided-answer = Answered by { $who }, { $moment }.
review-decided-valid = Still valid, says { $who }, { $moment }.
review-decided-archive = Archived by { $who }, { $moment }.
library-question-for-you = I cannot reach whoever wrote it: it is for you to answer.
library-validity-for-you = This text without a name was checked a year ago. Is it still valid?
library-retag = Edit tags
library-retagged = Tags saved: { $tags }
library-whole = Read it all

## Tags

library-tag-english = In English: { $name }
library-tag-synonyms = Synonyms: { $names }
library-tag-no-synonym = none
library-tag-count = { $count ->
        [0] No text online bears it.
        [one] One text online bears it.
       *[other] { $count } texts online bear it.
    }
library-tag-rename = Rename
library-tag-synonym = Add a synonym
library-tag-merge = Merge
library-tag-french = Name in French
library-tag-in-english = Name in English
library-tag-synonym-field = Synonym
    .hint = What people type to find the same thing.
library-tag-merge-field = Into which tag?
    .hint = This one goes; its texts and names pass to the other.
library-tag-rename-done = Renamed. The former name stays a synonym.
library-tag-synonym-done = The synonym is added.
library-tag-merge-done = Merged.
library-exported = { $count ->
        [one] The whole library, in one zip file. Keep it among yourselves: it also holds the texts that must not leave Discord.
       *[other] A part of the library: there are { $count } zip files, to be unpacked into one folder. Keep them among yourselves: they also hold the texts that must not leave Discord.
    }
library-not-a-library = This folder is no library: { $why }.
library-misses = What people look for in vain
library-miss-line = - { $words } ({ $count ->
        [one] once
       *[other] { $count } times
    })
library-misses-empty = Nothing: all that was looked for was found.
library-misses-foot = Counted without knowing who was looking. Good ideas of texts to ask for!
digest-section-library = New in the library
digest-section-notes = What meetups left
digest-section-verify = Still valid? To be read again
library-former-member = A former member
