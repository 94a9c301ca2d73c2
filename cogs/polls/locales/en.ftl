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
    .kind-description = One choice, several, a mention for each proposal, or a ranking
    .maximum = maximum
    .maximum-description = For several choices: how many each person may tick
    .channel = channel
    .channel-description = Where to publish the poll (here by default)
    .electorate = electorate
    .electorate-description = The role consulted (everyone by default)
    .sensitive = sensitive
    .sensitive-description = Results rounded to 5 people; at least 20 people must be consulted
    .reminder = reminder
    .reminder-description = A reminder in the channel 24 h before the end, if voting lasts 3 days or more
command-poll-template = template
    .description = Start from a ready-made poll on AI in our trades
    .theme = theme
    .theme-description = The subject: hidden use, time, red lines, ecology…
    .closing = closing
    .closing-description = When voting ends: “friday 6pm”, “in 7 days”, “15/12 20:00”…
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
choice-judgment = majority judgment
choice-ranking = ranking

## The public card

polls-label-rule = How:
polls-label-who = For whom:
polls-label-closing = Until:
polls-rule-single = one answer.
polls-rule-several = up to { $maximum } answers.
polls-rule-any = as many answers as you like.
polls-rule-judgment = give a mention to each proposal, from “{ $best }” to “{ $worst }”.
polls-rule-ranking = rank the proposals, from the one you prefer to the one you like least; ties are allowed, and you need not rank them all.
polls-who-everyone = everyone (the { $size } members when it opened).
polls-who-role = the { $size } people who had the role { $role } when it opened.
polls-anonymity-line = Anonymous vote. No figures before the end; nothing is published if fewer than { $minimum } people answer.
polls-sensitive-line = Sensitive poll: turnout and results will be rounded to the nearest { $step } people, and the exact figures destroyed.
polls-alike-survey-announced = -# A very similar question was asked less than thirty days ago (survey no. { $number }). Comparing the two results can say more than either of them.
polls-alike-announced = -# A very similar question was asked less than thirty days ago (poll no. { $number }). Comparing the two results can say more than either of them.
polls-reminder = **A few hours left to vote**: “{ $question }” ends { $closing }. If you have already answered, ignore this message: as nobody knows who has voted, it goes to everybody.
polls-vote = Vote
polls-vote-number = Vote: { $question }
polls-how-anonymous = How anonymous is it?
polls-over-closed = This poll has ended. Thank you to everyone who answered.
polls-over-suspended = This poll is suspended: its ballot box is not available. The moderators have been told.
polls-over-cancelled = This poll was cancelled. The answers received are destroyed, and nobody has seen them.

## Preparing

polls-form-title = Your poll
polls-form-question = The question
polls-form-question-hint = Short and neutral, { $most } characters at most.
polls-form-question-example = Did you use generative AI in your work this month?
polls-form-context = The context (optional)
polls-form-context-hint = What people need to know to answer, { $most } characters at most.
polls-form-proposals = The possible answers, one per line
polls-form-proposals-hint = 2 to { $most } lines, { $length } characters at most each.
polls-form-proposals-example = Yes, often
polls-form-grades = The mentions, from the best to the worst
polls-form-grades-hint = One per line, 3 to { $most }. You can keep these.
polls-usual-grades =
    Excellent
    Very good
    Good
    Fairly good
    Passable
    Insufficient
    To be rejected
polls-preview-intro = This is exactly what everybody will see in { $channel }. Nothing is published yet.
polls-preview-frozen = Once published, its text, the group consulted and the date no longer change; moderators can only end it early or cancel it. Each person answers once, in private.
polls-publish = Publish
polls-correct = Edit
polls-cancel = Discard
polls-nothing-lost = Your text is kept: the form will open again as you left it.
polls-published = Published in { $channel }: poll no. { $number }.
polls-discarded = Draft discarded. Nothing was published.
polls-alike-poll = poll no. { $number }
polls-alike-survey = survey no. { $number }
polls-alike-meanwhile = A very similar question was just published by somebody else. Open the preview again and publish once more: I will say what is needed.
polls-alike-alone = A very similar question was asked less than thirty days ago: { $where }, “{ $question }”. Asking the same group nearly the same thing twice can reveal who changed their mind. You can publish it all the same: the card will say so.
polls-alike-asked = A very similar question was asked less than thirty days ago ({ $where }). Another moderator must confirm: the request is on its way. The poll will appear as soon as it is accepted.
polls-publish-anyway = Publish anyway
polls-no-such-template = I do not know this template. Choose it from the list offered while you type.
polls-no-question = The question is missing. Write it in a few words.
polls-question-too-long = The question has { $length } characters; the limit is { $most }. Shorten it; the rest can go in the context.
polls-context-too-long = The context has { $length } characters; the limit is { $most }. Shorten it.
polls-too-few-proposals = { $count ->
        [0] The possible answers are missing: write at least two, one per line.
       *[other] A single possible answer is no choice: write at least two, one per line.
    }
polls-too-many-proposals = That makes { $count } possible answers; this kind of ballot holds { $most } at most. Combine some of them.
polls-line-too-long = One line has { $length } characters (“{ $text }…”); the limit is { $most }. Shorten it.
polls-duplicate-line = “{ $line }” appears twice. Keep one of them.
polls-unreadable-line = One of the lines has nothing readable in it. Rewrite it or remove it.
polls-wrong-number-of-grades = There must be { $least } to { $most } mentions, from the best to the worst, one per line; you wrote { $count }.
polls-maximum-without-several = A maximum is only for polls with several choices. Choose that kind, or leave the maximum empty.
polls-maximum-too-large = The maximum is { $maximum } answers, for { $proposals } possible ones. Add possible answers to be able to publish.
polls-closing-too-near = The end is too near: leave ten minutes at least, with “2h” or “tomorrow 6pm” for example.
polls-closing-too-soon = The end date has passed, or is less than 5 minutes away. Open the form with “Edit” to copy your text, then use /poll create again with another date.
polls-draft-gone = This draft no longer exists: it was published, discarded, or more than a week old.
polls-not-allowed-to-open = Here, moderators open the polls. Send them your question and the possible answers: they can publish it as it is.

## Voting

polls-sheet = **Before you answer**
    - **Anonymous.** I note that you have answered, and add 1 to the total of each answer you chose. Nothing I keep links the two.
    - **At the end** ({ $closing }). Only totals are published, and only if at least { $minimum } people answered. The list of who answered is destroyed in every case.
    - **The limits.** Discord sees your clicks, and while the vote is open you have to trust the person who hosts the bot.
polls-sheet-foot = The answers serve this poll only. In charge: the moderators of this server.
polls-ballot-placeholder = { $maximum ->
        [1] Choose an answer
       *[other] Choose up to { $maximum } answers
    }
polls-summary = { $count ->
        [one] You have chosen:
       *[other] You have chosen { $count } answers:
    }
polls-confirm-warning = You can still change it. Once confirmed you cannot: that would mean keeping a link between you and your vote.
polls-summary-levels = Your ballot:
polls-review = Review my ballot
polls-placeholder-judgment = Your mention
polls-placeholder-ranking = Its rank
polls-rank = { $rank ->
        [1] 1st
        [2] 2nd
        [3] 3rd
       *[other] { $rank }th
    }
polls-unranked = Not ranked
    .hint = After all those you rank
polls-unfinished-judgment = { $count ->
        [one] One proposal still has no mention.
       *[other] { $count } proposals still have no mention.
    }
polls-unfinished-ranking = { $count ->
       *[other] Rank at least one proposal.
    }
polls-confirm = Confirm my vote
polls-recorded = **Recorded, thank you.** Results in { $channel }: { $closing }.
polls-recorded-why = Your vote can no longer be changed or found again: nothing I keep links it to you. This message does not hold your answer; you can close it.

## Results

polls-result-closed = Poll ended on { $moment }.
polls-result-closed-early = Poll ended early by the moderators, on { $moment }.
polls-result-withheld-few = Fewer than { $minimum } people answered. So that nobody can be recognised, nothing is published: the answers are destroyed, and nobody has seen them.
polls-result-withheld-revealing = Even rounded, these results would have let exact figures be worked out. So that nobody can be recognised, nothing is published: the answers are destroyed, and nobody has seen them.
polls-rounded = Sensitive poll: every number is rounded to the nearest { $step } people, and shares are worked out from these.
polls-result-private = See the results
polls-result-number = Results: { $question }
polls-turnout = { $turnout } of { $electorate } people answered ({ $share }).
polls-votes = { $votes ->
        [one] { $votes } vote
       *[other] { $votes } votes
    } ({ $share })
polls-shares-of-people = Several answers were allowed: each percentage is of the people who answered, so the total may exceed 100%.
polls-result-foot = The same figures, for a spreadsheet (CSV) or a program (JSON).
polls-chart-foot = { $turnout } of { $electorate } people answered · anonymous vote, ended { $day }
polls-alt = Bar chart. { $turnout } of { $electorate } people answered. { $figures }.
polls-list-join = { "; " }
polls-alt-line = { $proposal }: { $votes ->
        [one] { $votes } vote
       *[other] { $votes } votes
    }
polls-alt-profile = Merit profiles as bars, from the best mention on the left to the worst on the right. { $turnout } of { $electorate } people answered. { $figures }.
polls-judgment-explained = Majority judgment: a proposal's mention is the middle one, at least half of the people giving it that or better. When mentions are equal, the middle ones are taken away one by one until they differ.
polls-profile-line = { $proposal }: { $counts }
polls-duels = { $won } { $won ->
        [one] duel won
       *[other] duels won
    }, { $lost } lost
polls-condorcet = **{ $winner }** wins all its duels: against each other proposal, more people prefer it. The table reads row against column.
polls-schulze = No proposal wins all its duels. **{ $winner }** comes first by the Schulze method: its paths of victories are the strongest. The table reads row against column.
polls-schulze-tie = { $count } proposals come first together: none of them prevails over the others. The table reads row against column.
polls-alt-duels = Table of duels, a filled cell for each duel won. { $turnout } of { $electorate } people answered. { $figures }.
polls-alt-duel = { $one } against { $two }: { $ones } to { $twos }

## Lists and moderation

polls-list-title = Polls
polls-list-open = Open
polls-list-past = Past
polls-list-empty-open = No open poll. The next one will appear on the server.
polls-list-empty-past = No poll has ended yet.
polls-list-line-open = ends { $moment }
polls-list-line-suspended = suspended: its ballot box is not available
polls-list-line-closed = ended { $moment }
polls-list-line-cancelled = cancelled { $moment }
polls-see = see the message
polls-not-found = I cannot find this poll. Choose it from the list offered while you type, or open /poll list.
polls-still-open = This poll is still open: no figures are shown to anyone before it ends.
polls-is-open = This poll is open.
polls-is-closed = This poll has already ended. Its results: /poll results.
polls-is-cancelled = This poll was cancelled, and its answers destroyed without anybody having seen them.
polls-is-suspended = This poll is suspended: its ballot box is not available. The moderators have been told; there is nothing for you to do, try again later.
polls-close-question = End “{ $question }” now and publish its results? It was due to end { $closing }. Anyone who has not answered yet will no longer be able to.
polls-close-yes = End and publish
polls-closed-now = Poll ended. The results appear in { $channel }.
polls-cancel-question = Cancel “{ $question }”? The answers received will be destroyed without anybody having seen them, and the cancellation will be announced where the poll was published.
polls-cancel-yes = Cancel and destroy
polls-cancelled-now = Poll cancelled. Its answers are destroyed.
polls-keep-open = Change nothing
polls-kept-open = Nothing has changed: the poll goes on.
polls-suspended-told = Poll no. { $number } (“{ $question }”) is **suspended**: I can no longer read its ballot box, and nobody can vote in it. Tell the person who hosts the bot: if the SECRET_KEY was changed, putting the old one back and restarting is enough. Otherwise its answers are lost: cancel it with /poll cancel.
## A second pair of eyes

polls-close-asked = Ending early needs the agreement of a second moderator: the request is on its way.
polls-asked-close = { $who } proposes to end “{ $question }” now; it was to close { $closing }. Another moderator must confirm: closing at the right moment can reveal an answer.
polls-asked-open = { $who } proposes to publish “{ $question }” (ending { $closing }), very close to a poll of the last thirty days. Another moderator must confirm: comparing the two results can reveal an answer.
polls-second-close = End and publish
polls-second-open = Publish
polls-second-refuse = Do nothing
polls-second-needed = You asked for it: somebody else must confirm.
polls-second-closed = Poll no. { $number } ended early, with the agreement of { $who }.
polls-second-opened = Poll no. { $number } published, with the agreement of { $who }.
polls-second-refused = Request set aside by { $who }. Nothing has changed.
polls-request-gone = This request was already dealt with.

## Who may open a poll

polls-openers-question = Who may open a poll?
polls-openers-moderators = The moderators
    .hint = Members suggest their questions to them
polls-openers-everyone = Everyone
    .hint = Any member can publish a poll

## Posts

due-poll-closes = the poll “{ $title }” closes
post-polls-card = a poll
post-polls-update = the update of a poll
post-polls-result = the results of a poll
post-polls-suspended = the notice that a poll is suspended
post-polls-reminded = the end of a poll’s reminder
post-polls-reminder = the reminder of a poll
post-polls-asked = a request for a second moderator

## Templates: one short and neutral question a theme, to be read over and changed before publishing

polls-template-hidden-use = Hidden use
    .question = In the last three months, have you used generative AI in your work?
    .context = Every answer is as good as another. The draft of an e-mail counts as much as a picture.
    .proposals =
        Yes, and my team knows
        Yes, and I have told nobody
        No, but I am considering it
        No, and I do not wish to
        I do not know whether what I use is one
polls-template-workload = Workload
    .question = When AI saves you time, what becomes of that time?
    .context = Answer even if you do not use any: then choose what you see around you.
    .proposals =
        It is filled with other tasks
        It lets me do the same thing better
        It gives time back to people and artists
        It lets me breathe
        I see no time saved
polls-template-time = Time regained
    .question = If part of your tasks took less time, what would you like to give it back to?
    .context = Rank what matters to you; you need not rank everything.
    .proposals =
        Being with the artists
        Meeting audiences
        Thinking and strategy
        Training
        Rest and balance
        Teamwork
polls-template-ecology = Ecology
    .question = Does the ecological footprint of AI weigh in your choices at work?
    .context = Energy, water, hardware, against the commitments of our organisations.
    .proposals =
        Yes, to the point of not using any
        Yes, I limit my use
        I think of it without changing anything
        No
        I lack the information to answer
polls-template-red-lines = Red lines
    .question = What do you think of giving each of these tasks to AI, with a person revising?
    .context = A mention for each task: what seems excellent to you, what seems to be rejected.
    .proposals =
        Preparing a grant application
        Sorting applications for a post
        Writing the presentation of a show
        Creating the picture of a show
        Translating or adapting a text for accessibility
        Choosing shows for the programme
polls-template-non-ai-spaces = Non-AI spaces
    .question = In which moments of our work should we keep a space without AI?
    .context = Three answers at most.
    .proposals =
        Writing to artists
        Mediation and meeting people
        Decisions of the team
        Creating texts and pictures
        Welcoming and training the youngest
        None in particular
polls-template-juniors = Juniors' learning
    .question = If AI takes over the entry tasks, how will the trade be learned?
    .context = Minutes, e-mails, searches, budgets: that is often how one begins.
    .proposals =
        By doing these tasks oneself all the same
        By revising and correcting what AI does
        Beside a more experienced person
        Through training
        I fear it will no longer be learned
polls-template-gender = Gender equality
    .question = In your team, who takes the lead on AI tools?
    .context = Women are the majority in this sector; AI skills are more often claimed by men.
    .proposals =
        Mostly women
        Mostly men
        Nearly everybody
        Nobody
        I do not know
polls-template-who-decides = Who decides
    .question = Who should decide on the place of AI in an organisation?
    .context = Rank from the most legitimate to the least; ties are allowed.
    .proposals =
        The team, together
        The direction
        Each person for their own work
        The artists who are hosted
        The profession, by a common charter
        Public bodies and funders
polls-template-transparency = Transparency
    .question = How should one say that AI helped with a text or a picture?
    .context = A mention for each way of doing it.
    .proposals =
        A systematic mention, even for a correction
        A mention as soon as a whole passage comes from it
        A public page that tells our uses
        Telling the team only
        Saying nothing
digest-section-results = Results published
digest-section-open = Open still: have your say
