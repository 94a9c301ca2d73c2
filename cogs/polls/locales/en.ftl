# Anonymous polls.

feature-polls = Polls
home-vote = Vote
home-poll-results = Poll results
home-poll-create = Propose a poll
settings-section-polls = Polls

## Commands

command-poll = poll
    .description = The community's anonymous polls
command-poll-create = create
    .description = Prepare an anonymous poll, read it over, then publish it
    .closing = closing
    .closing-description = When voting ends: “friday 6pm”, “in 7 days”, “15/12 20:00”…
    .kind = kind
    .kind-description = One choice a person, or several
    .maximum = maximum
    .maximum-description = For several choices: how many each person may tick
    .channel = channel
    .channel-description = Where to publish the poll (here by default)
    .electorate = electorate
    .electorate-description = The role consulted (everyone by default)
command-poll-list = list
    .description = Open and past polls
command-poll-results = results
    .description = See the results of a poll that has ended
    .poll = poll
    .poll-description = The poll: type a word of its question
command-poll-close = close
    .description = End a poll early and publish its results
    .poll = poll
    .poll-description = The poll: type a word of its question
command-poll-cancel = cancel
    .description = Cancel an open poll and destroy its answers unread
    .poll = poll
    .poll-description = The poll: type a word of its question
choice-single = one choice
choice-several = several choices

## The public card

polls-label-rule = How:
polls-label-who = For whom:
polls-label-closing = Until:
polls-rule-single = one choice.
polls-rule-several = up to { $maximum } choices.
polls-rule-any = as many choices as you like.
polls-who-everyone = the { $size } members present at the opening.
polls-who-role = the { $size } people who have the role { $role } at the opening.
polls-anonymity-line = Anonymous vote. No figure before the end; nothing is published with fewer than { $minimum } answers.
polls-vote = Vote
polls-vote-number = Vote in no. { $number }
polls-how-anonymous = How anonymity is kept
polls-over-closed = This poll has ended. Thank you for taking part; the results are in the reply to this message.
polls-over-cancelled = This poll was cancelled. The answers received were destroyed unread.

## Preparing

polls-form-title = Your poll
polls-form-question = The question
polls-form-question-hint = Short and neutral, { $most } characters at most.
polls-form-question-example = Did you use generative AI in your work this month?
polls-form-context = The context (optional)
polls-form-context-hint = What one needs to know to answer, { $most } characters at most.
polls-form-proposals = The possible answers, one a line
polls-form-proposals-hint = 2 to { $most } lines, { $length } characters at most each.
polls-form-proposals-example = Yes, often
polls-preview-intro = This is exactly what everybody will see in { $channel }. Nothing is published yet.
polls-preview-frozen = Once published, neither the text, nor the group consulted, nor the date will change. Each person votes once, in private. I keep two things only: who has answered, and how many times each answer was chosen; never the two together.
polls-publish = Publish
polls-correct = Correct
polls-cancel = Discard
polls-nothing-lost = Your text is kept: the form will open again as you left it.
polls-published = Published in { $channel }: poll no. { $number }.
polls-discarded = Draft discarded. Nothing was published.
polls-no-question = The question is missing. Write it in a few words.
polls-question-too-long = The question has { $length } characters; { $most } at most are allowed. The context has room for the rest.
polls-context-too-long = The context has { $length } characters; { $most } at most are allowed.
polls-too-few-proposals = { $count ->
        [0] The possible answers are missing: write at least two, one a line.
       *[other] A single possible answer is no choice: write at least two, one a line.
    }
polls-too-many-proposals = That makes { $count } possible answers; a ballot holds 20 at most. Group some of them.
polls-proposal-too-long = One answer has { $length } characters (“{ $text }…”); { $most } at most are allowed.
polls-duplicate-proposal = The answer “{ $proposal }” stands twice. Keep one of them.
polls-unreadable-proposal = One of the lines holds nothing readable. Rewrite it or remove it.
polls-maximum-for-single = A maximum only serves polls with several choices. Choose that kind, or leave the maximum empty.
polls-maximum-too-large = The maximum is { $maximum } choices, for { $proposals } possible answers. Add answers, or start again with a smaller maximum.
polls-closing-too-soon = The end chosen has passed, or nearly. Use /poll create again with another date; your text is above.
polls-draft-gone = This draft no longer exists: it was published, discarded, or more than a week old.
polls-role-gone = This role no longer exists. Use /poll create again with another group.
polls-not-allowed-to-open = In this community, moderators open the polls. Suggest your question to them: they can publish it as it is.

## Voting

polls-sheet = **Before you answer.** Your vote is anonymous: I note that you have answered, and add one to the answers chosen, with no link between the two. Discord sees your clicks, as everywhere on Discord. No figure is shown before the end, { $closing }; then only the totals remain, from { $minimum } answers on, and the list of who has answered is destroyed.
polls-ballot-placeholder = { $maximum ->
        [1] Choose an answer
       *[other] Choose up to { $maximum } answers
    }
polls-summary = { $count ->
        [one] You have chosen:
       *[other] You have chosen { $count } answers:
    }
polls-confirm-warning = You can still correct it. Once confirmed, your vote cannot be changed: to find it again, the link between you and it would have to be kept.
polls-confirm = Confirm my vote
polls-recorded = **Recorded, thank you.** The results will appear in the channel, { $closing }.
polls-recorded-why = Your vote can no longer be changed or found again, by anybody: nothing links it to you. You can close this message, it does not hold your answer.

## Results

polls-result-closed = Poll ended { $moment }.
polls-result-withheld = Fewer than { $minimum } people answered. So that nobody can be recognised, nothing is published: the answers were destroyed unread.
polls-result-private = See the results again
polls-result-number = Results of no. { $number }
polls-turnout = { $turnout } answers from { $electorate } people consulted ({ $share }).
polls-votes = { $votes ->
        [one] { $votes } vote
       *[other] { $votes } votes
    } ({ $share })
polls-shares-of-people = Each person could choose several answers: shares read “out of a hundred people who answered” and add up to more than 100%.
polls-result-foot = The figures of the table, as CSV and JSON, are attached to this message.
polls-chart-foot = { $turnout } answers from { $electorate } people consulted · anonymous vote closed on { $day }
polls-alt = Bar chart. { $turnout } answers from { $electorate } people consulted. { $figures }.
polls-alt-line = { $proposal }: { $votes ->
        [one] { $votes } vote
       *[other] { $votes } votes
    }

## Lists and moderation

polls-list-title = Polls
polls-list-open = Open
polls-list-past = Past
polls-list-empty-open = No open poll. The next one will be announced in the channel.
polls-list-empty-past = No poll has ended yet.
polls-list-line-open = ends { $moment }
polls-list-line-suspended = suspended: its ballot box is not available
polls-list-line-closed = ended { $moment }
polls-list-line-cancelled = cancelled { $moment }
polls-see = see the message
polls-not-found = I cannot find this poll. Choose it from the list offered while you type, or open /poll list.
polls-still-open = This poll is still open: no figure is shown before the end, to anybody.
polls-is-open = This poll is open.
polls-is-closed = This poll has already ended. Its results: /poll results.
polls-is-cancelled = This poll was cancelled, and its answers destroyed unread.
polls-is-suspended = This poll is suspended: its ballot box is not available. The moderators have been told.
polls-close-question = End “{ $question }” now and publish its results? It was to end { $closing }. Those who have not answered yet no longer can.
polls-close-yes = End and publish
polls-closed-now = Poll ended. The results appear in { $channel }.
polls-cancel-question = Cancel “{ $question }”? The answers received will be destroyed unread, and the cancellation will be said where the poll was published.
polls-cancel-yes = Cancel and destroy
polls-cancelled-now = Poll cancelled. Its answers are destroyed.
polls-keep-open = Change nothing
polls-kept-open = Nothing has changed: the poll goes on.
polls-suspended-told = Poll no. { $number } (“{ $question }”) is **suspended**: its ballot box is missing, damaged, or was made with another SECRET_KEY. Nobody can vote in it. If the key was changed, put the old one back and restart the bot. Otherwise its answers are lost: cancel it with /poll cancel.

## Who may open a poll

polls-openers-question = Who may open a poll?
polls-openers-moderators = The moderators
    .hint = Members suggest their questions to them
polls-openers-everyone = All members
    .hint = Anybody can publish a poll

## Posts

post-polls-card = a poll
post-polls-update = the update of a poll
post-polls-result = the results of a poll
post-polls-suspended = the notice that a poll is suspended
