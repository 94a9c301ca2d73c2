# What anonymity means here.

feature-privacy = Anonymity and data

command-anonymity = anonymity
    .description = What is kept of a vote, what is not, and the limits

home-anonymity = Anonymity

anonymity-title = How your anonymity is protected
anonymity-intro = The promise: **nothing that is kept lets anyone, not even the person who hosts the bot, find out afterwards who answered what.** While the vote is open, though, you have to trust the person who hosts the bot.
anonymity-kept-title = What is kept during a vote
anonymity-kept = - who may answer, as codes that mean nothing without a secret key; the list is frozen at the opening;
    - for each person, whether they have answered (yes or no, nothing more);
    - for each answer offered, how many times it was chosen; if too few people answer, nothing is published.
anonymity-not-kept-title = What never is
anonymity-not-kept = - who chose what;
    - the order or the time of the answers;
    - the content of a whole ballot: only totals;
    - a log line, a message or a receipt that would speak of your answer.
anonymity-box-title = For the curious: the ballot box
anonymity-box = Each open vote is a small file of its own, outside the database and the backups, of fixed size: a header with the thresholds, the list of fingerprints with their bit, the counters. It is rewritten in place, and each write makes the one before unreadable in the same instant. Two votes in which the same people answered, and each answer got the same number of votes, leave the same content, whatever the order. At the end, only the totals that may be published are kept; the file is filled with zeros, then removed.
anonymity-nobody-can-title = The limits
anonymity-nobody-can = - Discord sees your clicks;
    - anyone who controls the machine **while** a vote is open, and tries to find out, can watch what passes or compare two copies of the box;
    - with the secret key and an open box, one can see **who** has answered, never what;
    - some disks keep former versions of files for a while;
    - if everybody answers alike, or if all the others tell their answer, yours can be guessed.
anonymity-verify-title = To verify it
anonymity-verify = The code is public: the folder bot/anonymity, and docs/ANONYMITY.md which explains it. Tests replay thousands of votes to make sure.

## My data

command-privacy = privacy
    .description = What is kept about you, why, for how long; take it along, have it forgotten
home-privacy = My data
privacy-title = What I keep about you
privacy-intro = Feature by feature, with how many things bear your identifier. You can take it all along, and have it all forgotten, right here.
privacy-count = { $count ->
        [0] nothing
        [one] one thing
       *[other] { $count } things
    }
privacy-keeps-core = The private words that wait for you, and whether you chose direct messages. Deleted once they are said.
privacy-keeps-polls = Your drafts, and that you opened a poll. While a poll is open: whether you answered, never what.
privacy-keeps-review = What you proposed or reported and, for moderators, their decisions. Two years.
privacy-keeps-surveys = Whether surveys reach you by message, and that you launched one. While a survey is open: whether you answered it, never what.
privacy-keeps-library = Your drafts, your signed texts and their files, your questions. Published texts stay, under the licence you chose.
privacy-keeps-links = The links you shared and your words about them, those you find useful, and your reading list.
privacy-keeps-meetups = Your answers to meetups, your reminders, what you organise.
privacy-keeps-digests = If you asked for it: your last look, your themes, your welcome. And your name in digests, where a signed text is told.
privacy-keeps-nothing = **Nothing about anybody**: { $features }.
privacy-anonymous = **Your anonymous answers are not in this list and can be neither taken along nor erased**: nobody, not even I, knows which are yours. That you answered is forgotten when the vote closes.
privacy-export = Take it all along
privacy-erase = Have it forgotten…
privacy-exported = Here is what I keep about you ({ $number } of { $of }): **a-lire.html** opens in a browser, **donnees.json** is for programs, and your files lie beside them. Only you see this answer.
privacy-everything = Everything
privacy-what = What shall be forgotten? Choosing changes nothing yet.
privacy-choose = Choose
privacy-sure = **To be forgotten: { $where }.** Drafts, answers to meetups, subscriptions, lists and preferences are deleted, and your identifier is taken out of all the rest. At once, and for good; nothing keeps you from coming back.
privacy-sure-one = **To be forgotten: { $where }.** What this feature keeps for you is deleted, and your identifier is taken out of the rest of what it keeps. At once, and for good; the other features do not change.
privacy-sure-texts = The texts and links you published can **stay without your name** (“a former member”), for the others, or **leave with you**. What has left by mail, and old messages of a digest, can no longer be changed.
privacy-forget = Yes, forget it
privacy-forget-keep = Forget, leave my texts unsigned
privacy-forget-texts = Forget, and withdraw my texts
privacy-erased = Forgotten. If you answered a vote that is still open, that fact alone stays in the ballot box until it closes, so that nobody answers twice.
privacy-export-title = What the bot keeps about you, { $day }
privacy-export-intro = Everything that bears your Discord identifier, feature by feature. The same data, for programs, is in donnees.json.
privacy-export-nothing = Nothing.
privacy-yes = yes
privacy-no = no
privacy-key-address = address
privacy-key-answer = answer
privacy-key-answered = you answered
privacy-key-answered-at = answered
privacy-key-approved-issue = digest issue approved
privacy-key-as = under the name
privacy-key-asked = question asked
privacy-key-asked-at = asked
privacy-key-asked-to = asked a second person to
privacy-key-at = when
privacy-key-attached = files
privacy-key-choice = decision
privacy-key-content = content
privacy-key-decided = decided about
privacy-key-direct-messages = direct messages
privacy-key-draft = draft
privacy-key-follows = theme followed
privacy-key-imported-questionnaire = questionnaire brought in
privacy-key-kept = what
privacy-key-launched-survey = survey launched
privacy-key-left-at = departure noticed
privacy-key-link = link
privacy-key-looked-at-what-is-new = last look at what is new
privacy-key-name = name
privacy-key-note = words
privacy-key-number = number
privacy-key-open-poll = open poll
privacy-key-open-survey = open survey
privacy-key-opened-poll = poll you opened, no.
privacy-key-proposals = proposals
privacy-key-question = question
privacy-key-starts-at = start
privacy-key-state = state
privacy-key-submitted = submitted
privacy-key-submitted-at = submitted
privacy-key-summary = summary
privacy-key-surveys-by-direct-message = surveys by direct message
privacy-key-text = text
privacy-key-title = title
privacy-key-told-in-issue = told in issue
privacy-key-waiting = on the waiting list
privacy-key-welcome = welcome
privacy-key-word-waiting = private word that waits for you
privacy-key-words = in your words
feature-core = Private words
privacy-value-yes = yes
privacy-value-no = no
privacy-value-maybe = maybe
privacy-value-waiting = waiting
privacy-value-public = public
privacy-value-declined = declined
privacy-value-changes = changes asked
privacy-value-superseded = superseded by a newer version
privacy-value-archived = archived
privacy-value-removed = removed
privacy-value-shared = shared
privacy-value-published = published
privacy-value-publish = published
privacy-value-decline = declined
privacy-value-library = a text of the library
privacy-value-report = a report
privacy-value-close = to end a poll
privacy-value-open = to open a poll
privacy-value-answer-to-a-meetup = answer to a meetup
privacy-value-draft = draft
privacy-value-entry = text
