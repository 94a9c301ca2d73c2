# What every feature of the bot says.

## Refusals and accidents

error-unexpected = Something went wrong on my side, and nothing was recorded. Try again in a moment; if it happens again, give the moderators this reference: **{ $reference }**.
error-disk = The server's disk is full, or can no longer be written. Nothing was recorded. Tell the person who hosts the bot, then try again.
error-stale-button = This button is no longer active. Open the menu again from the home message, or with /home.
error-stale-form = This form is no longer active and nothing was recorded. Here is what you had written, so that you can copy it:
error-moderators-only = This is for the moderators. If you should be one of them, ask for the role to be checked in /settings.
error-not-a-member = I cannot find you among the members of the community. Join the server first, then try again.
error-elsewhere = I serve another community: here, I do nothing.
error-cannot-post = I cannot post in { $channel }. I lack: { $missing }. Give my role these permissions in the channel's settings, then try again.
error-channel-gone = I see no channel to post in. Use the command in a channel, or choose an announcements channel in /settings.
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

## Ballot box

ballot-not-in-electorate = This vote is for those who belonged to the group consulted when it opened, and you did not. The list is frozen on that day: it is one of the protections of anonymity. The next vote will be for you.
ballot-already-answered = Your answer is already recorded. It can be neither changed nor found again: nobody knows which one is yours, not even me.
ballot-sealed = The vote has just ended: this answer was not recorded.
ballot-unavailable = The ballot box of this vote is not available right now. Try again in a few minutes; if your answer had gone through, I will tell you.
ballot-not-created = I could not create the ballot box: the server's disk is full or protected. Nothing was published, and your text is kept. Tell the person who hosts the bot.
ballot-electorate-too-small = This group has { $size } { $size ->
        [one] person
       *[other] people
    }: at least { $minimum } are needed for anonymity to mean anything. Choose a larger group.
ballot-nothing-held = I no longer have your choice in memory: more than an hour went by, or I was restarted in between. Nothing was recorded; simply start again.

## Posts

problem-forbidden = I could not post { $what } in { $channel }: I lack permissions in that channel (view channel, send messages, attach files, read message history).
problem-gone = I could not post { $what }: the channel { $channel } no longer exists.
problem-fault = I could not post { $what } in { $channel }, although I tried several times. The bot's log says why.

## Everywhere

language-fr = Français
language-en = English
page-previous = Previous
page-number = { $number } of { $pages }
page-next = Next
form-correct = Correct
