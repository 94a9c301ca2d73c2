# Home and help.

feature-help = Home and help

command-help = help
    .description = What you can do here
command-home = home
    .description = The menu: everything you can do, one click away

home-help = Help
settings-section-home = Home message
home-title = What would you like to do?
home-text = Here we build a common framework for AI in our trades: what we do with it, what we hope for, what we fear, what we refuse. Votes are anonymous.
home-foot = Whatever opens from here is visible to you only.
home-summary = to be posted where members will see it
home-choose-channel = **The home message** has a button for each thing members can do. Choose the channel: it appears there at once, and you can pin it. A home message posted elsewhere stays there.
home-posted = The home message is posted in { $channel }.

help-title = Help
help-intro = For members, everything starts from the home message (/home), with buttons. Commands do the same, and a little more.
help-for-members = For everybody
help-for-moderators = For moderators
help-foot = A question, a doubt about anonymity? The command /anonymity says exactly what is kept.

post-help-home = the home message

## First steps, and the moderators’ tour

help-first-steps = First steps, by direct message
first-steps-title = First steps
first-steps-text = Five minutes are enough:
    - **Vote**: the button “Vote” of the home message shows what is open. You answer in private; nobody, not even I, can find out who answered what (/anonymity says how).
    - **Search**: /search, then a word as it comes, without accents or capitals. Charters, experiences, links and results are there.
    - **Propose a text**: your charter, a failed experiment, a note. With your name or without; a person reads it before it is public.
    - **Come**: meetups are in the home message, with a reminder if you want one.
    - **Your data**: /privacy says what I keep, gives it to you, or forgets it.
first-steps-foot = I write to you only if you ask. This message is yours: keep it or delete it.
first-steps-sent = Sent: look at your direct messages.
settings-section-tour = The tour in seven stops
tour-summary = all there is to set, in order, in twenty minutes
tour-people-title = 1. Who moderates
tour-people = Choose the **moderators’ role** in the settings. Without it, those who manage the server do. Two are better than one: closing a vote early, or asking nearly the same again, needs a second agreement.
tour-channels-title = 2. Where I speak
tour-channels = Two channels at least: the **moderators’**, where I bring what waits for a decision, and the **announcements**. In each, give my role four permissions: view the channel, send messages, attach files, read message history. /status says what is missing.
tour-home-title = 3. The home message
tour-home = Post it where everybody passes, and pin it: a button for each thing a member can do. Nobody needs to type a command.
tour-votes-title = 4. A first poll
tour-votes = /poll template offers ten, ready to use; /survey launches a barometer. All is frozen at the opening and said on the card. Nothing shows before the end, neither turnout nor trend: anonymity depends on it.
tour-review-title = 5. Reviewing
tour-review = Texts arrive in your channel with their buttons: publish, ask for changes, refuse, with a word. Nobody decides about their own. /review shows what waits.
tour-letter-title = 6. The digest and the meetups
tour-letter = /digest schedule: each issue is shown to you, and nothing goes out without your word. The same issue can be downloaded for the mailing list. /meetup plans a series once; reminders go by themselves.
tour-trust-title = 7. Trust
tour-trust = After a day’s outage or a restore I post nothing before somebody presses “Go on”. /status shows what waits, what failed and the last backup. If a member asks what you keep about them: /privacy tells them, and erases it if they wish.
