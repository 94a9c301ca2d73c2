# Meetups.

feature-meetups = Meetups
home-meetups = Meetups
home-meetup-plan = Plan a meetup
settings-section-meetups = Meetups
due-meetup-begins = the meetup “{ $title }”
post-meetups-card = the card of a meetup
post-meetups-update = an update of a meetup’s card
post-meetups-thread = a meetup’s thread (permission “create public threads”)
post-meetups-event = a meetup’s Discord event (permission “create events”)
post-meetups-reminder = a meetup’s reminder
post-meetups-changed = the news of a changed meetup
post-meetups-notes = the request for a meetup’s notes
post-meetups-conflict = a question about an event changed on both sides
post-meetups-deleted = a question about a deleted event
post-meetups-dates = a search for a date
post-meetups-dates-update = an update of a search for a date
post-meetups-full = the warning about the number of events

## Commands

command-meetup = meetup
    .description = The community’s meetups
command-meetup-plan = plan
    .description = Plan a meetup, read it over, then publish it
    .when = when
    .when-description = “thursday 14 january 6:30pm”, “in 2 weeks at 10am”…
    .duration = duration
    .duration-description = “1h30”, “2h”, “until 8:30pm” (an hour and a half unless said otherwise)
    .recurrence = recurrence
    .recurrence-description = Once, every week, every two weeks, or every month
    .until = until
    .until-description = The last possible day of a recurring meetup
    .capacity = capacity
    .capacity-description = How many people at most; then a waiting list
    .channel = channel
    .channel-description = Where to publish the meetup (here unless said otherwise)
    .reminders = reminders
    .reminders-description = When to remind of it in its thread
command-meetup-list = list
    .description = The meetups to come
command-meetup-mine = mine
    .description = Those you go to, and your reminders
command-meetup-edit = edit
    .description = Change one date, this one and those after it, or the series
    .meetup = meetup
    .meetup-description = The date: type a word of the title
    .scope = scope
    .scope-description = This date only, this one and those after it, or the series
    .when = when
    .when-description = The new date, if it changes
    .duration = duration
    .duration-description = The new length, if it changes
    .capacity = capacity
    .capacity-description = The new number of places, if it changes; 0 for no limit
command-meetup-cancel = cancel
    .description = Cancel one date, this one and those after it, or the series
    .meetup = meetup
    .meetup-description = The date: type a word of the title
    .scope = scope
    .scope-description = This date only, this one and those after it, or the series
command-meetup-find-date = find-date
    .description = Propose up to ten slots; everyone says yes, if need be or no, by name
    .duration = duration
    .duration-description = “1h30”, “2h” (an hour and a half unless said otherwise)
    .channel = channel
    .channel-description = Where to ask (here unless said otherwise)
choice-every-none = once
choice-every-weekly = every week
choice-every-fortnightly = every two weeks
choice-every-monthly = every month, on the same day (“the 2nd Thursday”)
choice-scope-this = this date only
choice-scope-following = this one and those after it
choice-scope-series = the whole series
choice-reminders-usual = one day and 15 minutes before
choice-reminders-week = one week, one day and 15 minutes before
choice-reminders-day = one day before
choice-reminders-hour = one hour before
choice-reminders-none = none

## The card

meetups-label-title = Title:
meetups-label-about = About:
meetups-label-when = When:
meetups-label-where = Where:
meetups-label-rhythm = Rhythm:
meetups-label-answers = Answers:
meetups-label-capacity = Places:
meetups-label-reminders = Reminders in the thread:
meetups-minutes = { $minutes } min
meetups-hours = { $hours } h
meetups-weekday-0 = Monday
meetups-weekday-1 = Tuesday
meetups-weekday-2 = Wednesday
meetups-weekday-3 = Thursday
meetups-weekday-4 = Friday
meetups-weekday-5 = Saturday
meetups-weekday-6 = Sunday
meetups-nth =
    { NUMBER($nth, type: "ordinal") ->
        [one] { $nth }st
        [two] { $nth }nd
        [few] { $nth }rd
       *[other] { $nth }th
    }
meetups-nth-last = last
meetups-every-weekly = every { $weekday }
meetups-every-fortnightly = every second { $weekday }
meetups-every-month = every month, on the { $nth } { $weekday }
meetups-until = { $words }, until { $day }
meetups-count-yes = { $count } yes
meetups-count-maybe = { $count } maybe
meetups-count-waiting = { $count } waiting
meetups-count-left =
    { $count ->
        [0] full ({ $capacity } places)
        [one] 1 place free of { $capacity }
       *[other] { $count } places free of { $capacity }
    }
meetups-clock-change = Mind the change of clocks on { $day }, which is not the same day everywhere. The time shown here is right for you.
meetups-no-event-full = Without a Discord event: the server already has 100. The meetup takes place all the same.
meetups-no-event-deleted = Its Discord event was deleted; the moderators know.
meetups-no-event-refused = Without a Discord event: I lack a permission.
meetups-no-event-unwanted = Without a Discord event.
meetups-yes = Yes
meetups-maybe = Maybe
meetups-no = No
meetups-who = Who comes?
meetups-dates = All dates
meetups-remind-me = Remind me
meetups-calendar = Calendar
meetups-read-notes = Read the notes
meetups-is-over = This meetup took place.
meetups-is-cancelled = Cancelled.

## Planning

meetups-form = Your meetup
meetups-form-change = Change the meetup
meetups-form-title = Title
    .hint = At most { $most } characters.
    .example = Thursday trials: our red lines
meetups-form-about = What about, and for whom (optional)
    .hint = At most { $most } characters.
meetups-form-place = The place, or the video link
    .hint = At most { $most } characters.
meetups-preview-intro = This is what everybody will see in { $channel }. Nothing is published yet.
meetups-next-dates = **The next dates**
meetups-near-change = the clocks change on { $day }: the local time stays the same
meetups-turn-skipped = that night the chosen hour does not exist: it will be an hour later
meetups-turn-twice = that night the chosen hour exists twice: it will be the first
meetups-publish = Publish
meetups-discard = Discard
meetups-apply = Apply
meetups-nothing-lost = Your text is kept: the form opens again as you left it.
meetups-published = Published in { $channel }, with a thread to talk and a Discord event for each date to come.
meetups-discarded = Discarded. Nothing has changed for anybody.
meetups-draft-gone = This draft is gone: it was used, discarded, or more than a week old.
meetups-needs-title = The title is missing. Write it in a few words.
meetups-needs-place = The place is missing. Write an address, or the video link.
meetups-too-long-title = The title has { $length } characters, { $most } at most. Shorten it; the rest can go below.
meetups-too-long-about = The text has { $length } characters, { $most } at most. Shorten it.
meetups-too-long-place = The place has { $length } characters, { $most } at most. Shorten it.
meetups-already-past = This date has passed already. Choose one to come.
meetups-until-without-recurrence = A last day serves a recurring meetup only. Choose a recurrence, or leave the day out.
meetups-until-before-start = The last day falls before the first meetup. Choose a later one.
meetups-date-taken = Another date of this series falls at that very time. Choose another.
meetups-not-allowed-to-plan = Here the moderators plan meetups. Suggest yours to them: a date, a place, a few words.
meetups-gone = I cannot find this meetup. Choose it in the list that shows while you type, or see /meetup list.
meetups-date-over = This meetup is over: nothing changes any more. See the next ones with /meetup list.
meetups-date-cancelled = This meetup was cancelled. See the next ones with /meetup list.
meetups-not-yours = Only whoever organises this meetup, or the moderators, may do this.

## Changing, cancelling

meetups-change-intro = This is “{ $title }” as it will be. Those who answered are told once, with old and new.
meetups-change-reach-this = This date only.
meetups-change-reach-following = This date and all those after it.
meetups-change-reach-series = All the dates to come.
meetups-instead-of = instead of { $when }
meetups-applied = Changed. The thread and those concerned are told, Discord’s event follows.
meetups-nothing-changed = Nothing changed: it was all like that already.
meetups-cancel-sure-this = Cancel **{ $title }**, { $when }? The other dates stay. Those who answered will be told.
meetups-cancel-sure-following = Cancel **{ $title }** from { $when } on? Those who answered will be told.
meetups-cancel-sure-series = Cancel **{ $title }**: { $when } and every date to come? Those who answered will be told.
meetups-cancel-yes = Yes, cancel
meetups-keep = No, keep it
meetups-kept = Nothing changed: the meetup stands.
meetups-cancelled-now = Cancelled. The thread and those concerned are told.
meetups-reach-this = this date only
meetups-reach-following = this date and those after it
meetups-reach-series = all the dates to come
meetups-cancelled-told = **Cancelled**: “{ $title }”, { $when } ({ $reach }).
meetups-changed-told = **Change** to “{ $title }” ({ $reach }). Your answer is kept; change it if need be.

## Answering, reminding

meetups-answered = **{ $title }**, { $when }
meetups-mine-none = You have not answered yet.
meetups-mine-yes = Noted: you come.
meetups-mine-maybe = Noted: maybe.
meetups-mine-no = Noted: you do not come.
meetups-mine-waiting = It is full: you are number { $place } on the waiting list. When a place is free, it is yours and I tell you.
meetups-short-yes = you come
meetups-short-maybe = maybe
meetups-short-no = you do not come
meetups-promoted = A place is free: you come to **{ $title }**, { $when }. If it no longer suits you, say so: the place goes to the next person.
meetups-reminder =
    { "" }**Reminder: { $title }**, { $left } ({ $when }).
    Where: { $place }
meetups-private-why = you asked for this reminder; “Remind me” on the meetup’s card stops it
meetups-preferences =
    { "#" }# Your reminders
    For all the meetups to which you answer yes or maybe.
meetups-prefer-mentioned-on = Mention me in the thread
meetups-prefer-mentioned-off = Mention in the thread: yes (stop)
meetups-prefer-dm-on = Remind me by direct message
meetups-prefer-dm-off = Direct message: yes (stop)
meetups-prefer-hidden-on = Show my name to organisers only
meetups-prefer-hidden-off = Name hidden: yes (show it)
meetups-preferences-foot = Nothing is ticked without you. The moments chosen here replace, for you, those of each meetup.
meetups-leads-placeholder = When?
meetups-lead-10080 = one week before
meetups-lead-1440 = one day before
meetups-lead-60 = one hour before
meetups-lead-15 = 15 minutes before
meetups-lead-none = none
meetups-who-title = **{ $title }**, { $when }
meetups-who-yes = Yes ({ $count }):
meetups-who-waiting = Waiting ({ $count }):
meetups-who-maybe = Maybe ({ $count }):
meetups-who-others =
    { $count ->
        [one] and one person whose name is not shown
       *[other] and { $count } people whose names are not shown
    }
meetups-who-nobody = Nobody has answered yet.
meetups-list-title = Meetups
meetups-list-empty = Nothing is planned here for now.
meetups-calendar-text = To open in your calendar (Google, Apple, Outlook, Thunderbird). Import it again after a change: it replaces the old one.
meetups-google = Add to Google Calendar
meetups-file-one = meetup
meetups-file-series = all-dates
meetups-calendar-name = Meetups
meetups-in-zone = { $when } ({ $city })

## Finding a date

meetups-dates-form = Find a date
meetups-slots = The slots, one a line
    .hint = From 2 to { $most }, with the day and the hour.
    .example = thursday 14 january 6:30pm
meetups-too-many-slots = That makes { $count } slots, { $most } at most. Keep the likeliest.
meetups-too-few-slots = At least { $least } different slots are needed, one a line.
meetups-dates-gone = This search for a date is closed, or gone.
meetups-dates-title =
    { "#" }# Which date for “{ $title }”?
    Length: { $length }
meetups-dates-named = Answers bear your names.
meetups-dates-closed = The search is closed: the chosen date appears as a meetup.
meetups-dates-answer = Answer
meetups-dates-close-sure = Close the search for a date “{ $title }”? Nobody will be able to answer any more. I then show you the best slots.
meetups-dates-close = Close and choose
meetups-dates-best = See the best dates
meetups-slot-yes = yes
meetups-slot-maybe = if need be
meetups-slot-no = no
meetups-dates-yours = Your answers for **{ $title }**: they bear your name.
meetups-dates-saved = Every choice is saved at once.
meetups-dates-published = Published in { $channel }. When enough people have answered, press “Close and choose”.
meetups-dates-ranked = **{ $title }**: the dates, the best first.
meetups-dates-plan = Plan: { $hour }

## Afterwards

meetups-organisers = the team
meetups-notes-asked = { $who }: “{ $title }” is over. A few lines for those who were not there? They become a draft of meeting notes for the library, which you read again before sending.
meetups-write-notes = Write the notes
meetups-notes-title = Notes: { $title }, { $day }
meetups-notes-summary = In a sentence or two (optional)
meetups-notes-text = The notes
    .hint = What was said, what was decided, the links shared.
meetups-notes-links = Links shared:
meetups-notes-link = - { $title }: { $url }
meetups-notes-attendance = Who was there (optional)
    .hint = { $count } yes on the card. Leave it empty to say nothing of it.
meetups-noted = Your draft of meeting notes is in the library. Say how AI was used, whether it may leave Discord (no, unless you agree), then send it for review.
meetups-notes-go-on = Complete and send

## Discord’s events

meetups-conflict = **{ $title }** changed here and in Discord’s event at the same time. Which one holds?
meetups-conflict-theirs = **In Discord**: { $title }, { $when }, { $place }
meetups-conflict-ours = **Here**: { $title }, { $when }, { $place }
meetups-keep-theirs = Keep what Discord says
meetups-keep-ours = Keep what is here
meetups-kept-theirs = Discord’s version is kept, by { $who }.
meetups-kept-ours = The version here is kept, by { $who }; Discord’s event follows.
meetups-event-deleted = The Discord event of **{ $title }**, { $when }, was deleted. The meetup itself still stands: what now?
meetups-event-again = Make the event again
meetups-event-without = Go on without
meetups-cancel-this = Cancel the meetup
meetups-event-again-done = The Discord event is made again, as { $who } asked.
meetups-event-without-done = The meetup goes on without a Discord event, as { $who } asked.
meetups-events-full = The server already has 100 events, Discord’s maximum: **{ $title }**, { $when }, takes place without its own. I try again every day.

## Settings

meetups-planners-moderators = planned by the moderators
meetups-planners-everyone = planned by every member
meetups-settings-planners = **Who may plan a meetup?**
meetups-settings-zones = **In which other zones to say the hour** in calendars and files? On the screen, Discord already shows everyone their own.
digest-section-meetups = Meetups to come
