# What every feature of the bot says.

## Refusals and accidents

error-unexpected = Something went wrong on my side. Try again in a moment; if your answer had already gone through, I will tell you. If it happens again, give the moderators this reference: **{ $reference }**.
error-disk = The server's disk is full, or can no longer be written. Nothing was recorded. Tell the person who hosts the bot, then try again.
error-starting = I am starting, or Discord is away for a moment: try again in a minute.
error-stale-button = This button is no longer active. Open the menu again from the home message, or with /home.
error-stale-form = This form is no longer active and nothing was recorded. Here is what you had written, so that you can copy it:
error-moderators-only = This is for the moderators. If you should be one, tell someone who manages the server: the role is chosen with /settings open.
error-not-a-member = I cannot find you among the members of the community. Join the server first, then try again.
error-stopping = I stop for a moment, for an update most likely: try again in a minute. Nothing was recorded.
error-elsewhere = I serve another community: here, I do nothing.
error-cannot-post = I cannot post in { $channel }. I lack: { $missing }. Give my role these permissions in the channel's settings, then try again.
error-cannot-write = You cannot write in { $channel }, so I will not publish there for you. Choose a channel where you can write.
error-channel-gone = I see no channel to post in. Use the command in a channel, or choose an announcements channel with /settings open.
error-role-gone = This role no longer exists: use the command again with another group.
error-tag-name = A tag’s name has 1 to { $longest } characters, at least one of them a letter or a digit. Shorten it, then try again.
error-tag-taken = That name already stands for the tag “{ $name }”. Choose another name, or merge the two tags.
error-tag-unknown = I do not know the tag “{ $name }”. Pick one from the list that appears as you type.
error-tag-merge = These two tags are one already: there is nothing to merge.
error-tag-many = There are { $most } already, which is the most there can be. Merge or reuse a name that exists.
permission-view-channel = view channel
permission-send-messages = send messages
permission-send-messages-in-threads = send messages in threads
permission-attach-files = attach files
permission-read-message-history = read message history

## Dates

when-unclear = I could not make out that date. Try for example “tomorrow at 6pm”, “friday 18:30”, “14/01 20:00”, “in 3 days” or “2h”.
when-past = That moment has already passed. Pick one still to come, such as “tomorrow at 6pm” or “next friday”.
when-too-far = That is a little far off: I can plan up to { $days } days ahead. Pick a nearer date, such as “in 3 weeks” or “end of the month”.
when-skipped-hour = The clocks go forward that night: { $hour } does not exist. Pick a slightly earlier or later time, such as 1:30 or 3:30, together with the date.
when-unclear-length = I did not understand this length: “{ $text }”. Write “1h30”, “90 min” or “until 8:30pm”, for instance; one week at most.
when-ends-before = The end (“{ $text }”) falls before the start. Give a length instead, such as “1h30”, or a later end.

## Ballot box

ballot-not-in-electorate = This vote is for people who were already here when it opened, or had the role consulted then. The list no longer changes: it is one of the protections of anonymity. You will be able to read the results, and answer future votes that concern you.
ballot-already-answered = You have already answered, and your answer is safely recorded. It can be neither changed nor found again: I kept nothing that links it to you.
ballot-sealed = The vote has just ended: this answer was not recorded. Results are coming where the poll was published.
ballot-unavailable = The ballot box of this vote is not available right now. Try again in a few minutes; if your answer had gone through, I will tell you.
ballot-full = The space kept for written answers is full: shorten your texts, then confirm again. Nothing was recorded.
ballot-not-created = I could not create the ballot box: the server's disk is full or protected. Nothing was published, and your text is kept. Tell the person who hosts the bot.
ballot-electorate-too-small = This group has { $size } { $size ->
        [one] person
       *[other] people
    }: at least { $minimum } are needed for anonymity to mean anything. Choose a larger group, or consult everyone.
ballot-nothing-held = I no longer hold this choice: you opened another ballot since, more than an hour has passed, or I restarted meanwhile. Nothing was recorded with this one; just start again.

## Posts

problem-forbidden = I could not post { $what } in { $channel }: I lack permissions in that channel (view channel, send messages, attach files, read message history).
problem-gone = I could not post { $what }: the channel { $channel } no longer exists.
problem-retry = Try again
problem-retried = New try asked for by { $who }.
problem-fault = I could not post { $what } in { $channel }, although I tried several times. Tell the person who hosts the bot: its log says why.

## Files

file-empty = This file is empty. Check that it is saved on your device, then attach it again.
file-too-large = This file is too heavy: I keep up to { $most } MiB per file. Make it lighter (a PDF with smaller pictures, for example), or give a link to where it is.
file-type-refused = I cannot keep this file: by its content, whatever its name, it is none of the types I accept. They are PDF, Word (.docx), LibreOffice (.odt), Markdown, plain text, and PNG, JPEG, WebP or GIF images. Save it as one of these, a PDF for example, then attach it again.
file-old-word = This is a Word document of an old format (.doc), or one protected by a password: I cannot open it. Save it as .docx without a password, or as a PDF, then attach it again.
file-with-macros = This document holds macros, that is, programs: out of care for the others, I do not keep it. Save it without macros (.docx or .odt), or as a PDF, then attach it again.
file-swollen = Once unpacked, this document would take an enormous place: to be safe, I do not keep it. Open it and save it again, or as a PDF, then attach it.
file-lost = This file is no longer on the server's disk, or was damaged there. Tell the moderators: the person who hosts the bot can take it back from a backup.

## Addresses

link-not-an-address = I see no page address in “{ $text }”. Copy it from your browser's address bar; it begins with https://.
link-not-of-the-web = I only keep pages of the web, whose address begins with https:// or http://; this one begins with { $scheme }
link-numeric-host = This address names a machine by its number. Give the site's own, with its name, such as https://www.example.org/page.
link-private-host = { $host } only exists inside a private network: other members could not open it. Give the page's public address.
link-with-password = This address contains a name or a password, before the @ sign. Take them out, then try again.
link-unusual-port = This address goes through port { $port }, which is for technical uses. Give the page's public address.
link-too-long = This address is too long: { $length } characters, for { $limit } at most. Look for the page's “Share” button, which often gives a shorter one.

## What is taken along

parcel-left-out = { $count ->
        [one] **One file is too heavy** for what Discord lets me send. It is not in this parcel; open it where it is published, or ask the person who hosts the bot for it:
       *[other] **{ $count } files are too heavy** for what Discord lets me send. They are not in this parcel; open them where they are published, or ask the person who hosts the bot for them:
    }

## Everywhere

language-fr = Français
language-en = English
page-previous = Previous
page-number = { $number } of { $pages }
page-next = Next
form-correct = Edit
post-core-notice = a private word to one person
post-core-problem = a report to the moderators
