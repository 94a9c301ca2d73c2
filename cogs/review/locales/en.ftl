# The review desk: whatever waits for a decision.

feature-review = Review
post-review-card = a text to review
post-review-decided = the update of a review

## Commands

command-review = review
    .description = What waits for the moderators’ decision

## At the desk

review-kind-report = Report
review-waiting-since = { $kind } · sent { $moment }
review-note = **Message:**
review-list-title = Review
review-list-waiting = Waiting
review-list-decided = Decided
review-list-empty-waiting = Nothing waits: all is reviewed. Thank you!
review-list-empty-decided = No decision yet.
review-open = Open: { $title }
review-untitled = (nothing left to read)
review-nobody = somebody who is no longer here
review-report = Report
review-report-reason = What is wrong?
    .hint = The moderators will read your message, and nobody else.
review-reported = Thank you, the moderators have it. Your name will be forgotten as soon as they decide.

## Deciding

review-choice-keep = Leave it online
review-choice-remove = Remove
review-words-remove = Why remove it?
    .hint = Kept with the decision, for the moderators.
review-decided-keep = Left online by { $who }, { $moment }.
review-decided-remove = Removed by { $who }, { $moment }.
review-decided-withdrawn = Taken back by whoever had sent it, { $moment }.

## Refusals

review-gone = This request no longer exists: whoever sent it took it back, or what it was about is gone.
review-already-decided = A moment too late: { $who } has already decided. Open /review again to read it.
review-own = This is your own text: somebody else in the team must decide.
review-words-needed = A few words are missing: explain in a sentence, then send the form again.
review-too-many = You already have { $most } requests waiting. Give the team time to answer, then come back.
review-already-reported = Somebody has reported it already: the moderators will have a look.
