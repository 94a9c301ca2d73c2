# Anonymous surveys.

## Questionnaire file refused

surveys-bad-questionnaire = { $count ->
        [one] One point of this questionnaire needs correcting.
       *[other] { $count } points of this questionnaire need correcting.
    }
surveys-problem-line = Line { $line }: { $problem }
surveys-problem-line-field = Line { $line }, “{ $field }”: { $problem }
surveys-problem-toml = this cannot be read as TOML here. Check the quotes, the brackets and the equals signs. In detail: { $detail }
surveys-problem-file-too-long = the file has { $length } characters; the most is { $most }.
surveys-problem-missing = “{ $name }” is missing.
surveys-problem-type = this should be { $expected ->
        [text] a text in quotes
        [flag] true or false, without quotes
        [number] a whole number, without quotes
        [list] a list in square brackets
       *[table] fields, not a single value
    }.
surveys-problem-number = this should be a number between { $least } and { $most }.
surveys-problem-unknown-field = I do not know the field “{ $name }”. What may be written here: { $known }.
surveys-problem-undeclared-language = the language “{ $language }” is not announced in “languages”.
surveys-problem-languages = the possible languages are { $known }, and “fr” has to be one of them.
surveys-problem-empty = there is nothing to read here.
surveys-problem-too-long = “{ $text }…” has { $length } characters; the most is { $most }.
surveys-problem-identifier = “{ $value }” will not do: use small letters without accents, digits and hyphens, { $most } characters at most.
surveys-problem-duplicate = “{ $value }” is already taken: each has to be different.
surveys-problem-no-question = at least one question is needed.
surveys-problem-too-many-questions = there are { $count } questions; the most is { $most }.
surveys-problem-kind = I do not know the kind “{ $name }”. The possible kinds are: { $known }.
surveys-problem-not-for-this-kind = “{ $name }” makes no sense for a question of the kind “{ $kind }”.
surveys-problem-number-of-options = there { $count ->
        [one] is { $count } option
       *[other] are { $count } options
    }; from { $least } to { $most } are needed.
surveys-problem-no-such-question = there is no question “{ $question }”.
surveys-problem-no-such-option = the question “{ $question }” has no option “{ $option }”.
surveys-problem-condition-not-earlier = the question “{ $question }” does not come before this one: a question can only depend on one already asked.
surveys-problem-condition-kind = the question “{ $question }” is of the kind “{ $kind }”: a question can only depend on one with a single or several choices.
surveys-problem-condition-on-profile = “{ $question }” is the profile question: to depend on it would show the answers of a small group apart.
surveys-problem-profile-kind = the profile question has to be a single choice; its kind is “{ $kind }”.
surveys-problem-profile-first = the first option of a profile question is always “{ $first }”: nobody should have to say where they stand.
surveys-problem-profile-bands = beside that first option, a profile question has from 2 to { $most } groups; there are { $count }.
surveys-problem-profile-required = the profile question has to be required (required = true): whoever prefers not to say has an option for that.
surveys-problem-profile-hidden = the profile question is asked of everybody: it cannot depend on another.
surveys-problem-crossed-with-itself = the profile question cannot be crossed with itself.
surveys-problem-crossed-kind = the question “{ $question }”, of the kind “{ $kind }”, cannot be crossed with the profile.

## Answers to correct

surveys-answer-missing = An answer to this question is missing.
surveys-answer-too-many = You chose { $count } answers; at most { $most } are possible.
surveys-answer-too-long = Your text has { $length } characters; the most is { $most }.

feature-surveys = Surveys
home-surveys = Answer a survey
due-survey-closes = the survey “{ $title }” closes
post-surveys-card = a survey
post-surveys-update = the update of a survey
post-surveys-result = the results of a survey
post-surveys-asked = a request to confirm a survey
post-surveys-asked-to-close = a request to end a survey
post-surveys-suspended = the notice that a survey is suspended
post-surveys-invite = an invitation to a survey
post-surveys-remind = the reminder of a survey

command-survey = survey
    .description = The community’s anonymous surveys
command-survey-list = list
    .description = Surveys under way and past
command-survey-results = results
    .description = The results of a survey that is over
    .survey = survey
    .survey-description = The survey: type a word of its title
command-survey-trend = trend
    .description = What changed from one survey to the next
    .survey = survey
    .survey-description = The survey: type a word of its title
command-survey-subscribe = subscribe
    .description = Be told of surveys by direct message, or no longer
command-survey-template = template
    .description = The ready-made questionnaires, to read and try
command-survey-import = import
    .description = Bring a questionnaire written in a TOML file
    .file = file
    .file-description = The .toml file; mistakes are told line by line
command-survey-launch = launch
    .description = Launch an anonymous survey
    .questionnaire = questionnaire
    .questionnaire-description = The questionnaire: type a word of its title
    .closing = closing
    .closing-description = When it ends: “in 10 days”, “friday 6pm”…
    .channel = channel
    .channel-description = Where to announce it (the announcements channel by default)
    .electorate = electorate
    .electorate-description = The role that is asked (everybody by default)
command-survey-close = close
    .description = End a survey early and publish its results
    .survey = survey
    .survey-description = The survey: type a word of its title
command-survey-cancel = cancel
    .description = Cancel a survey and destroy its answers unread
    .survey = survey
    .survey-description = The survey: type a word of its title
surveys-card-kind = Anonymous survey
surveys-card-length = { $count } questions, about { $minutes } min, on a phone just as well.
surveys-label-who = For whom:
surveys-label-closing = Until:
surveys-who-everyone = everybody (the { $size } members at the launch).
surveys-who-role = the { $size } people who have the role { $role } at the launch.
surveys-anonymity-line = Anonymous answers: nothing that is kept links them to you. Nothing is published if fewer than { $minimum } people answer.
surveys-answer = Answer in private
surveys-subscribe = Tell me next time
surveys-unsubscribe = Stop telling me
surveys-how-anonymous = How anonymous?
surveys-see-results = See the results
surveys-over-closed = This survey is over. Thank you to those who answered.
surveys-over-cancelled = This survey was cancelled. The answers received are destroyed, and nobody has seen them.
surveys-over-suspended = This survey is suspended: its ballot box is not available. The moderators have been told.
surveys-invitation = An anonymous survey awaits you: **{ $title }**. It ends { $closing }.
surveys-reminder = **{ $title }** ends { $closing }. If you have answered already, ignore this: since nobody knows who has, it is the same for everybody.
surveys-start = Start
surveys-sent-in-private = I wrote to you in private: { $link }
surveys-sheet = **Before you answer.** { $size } people are asked. Your answers are counted, question by question, in a ballot box that keeps neither your name, nor your whole sheet, nor the time; at the end only totals are published, from { $minimum } answers on, and the box is destroyed. Discord sees your clicks, as everywhere. Once confirmed, your answers can be neither changed nor found again.
surveys-sheet-texts = **Written answers.** The moderators will read them before publishing them, mixed and sorted, if there are at least ten. Put nothing in them by which you, or anybody, could be recognised.
surveys-sheet-crossed = **By group.** Some results will be shown by group, rounded to 5 people, and only if the groups are large enough. “I prefer not to say” is an answer like any other.
surveys-fingerprint = Questionnaire { $mark }: the same for everybody, frozen at the launch.
surveys-begin = Begin
surveys-form-title = Page { $number } of { $pages }
surveys-your-answer = Your answer
surveys-rank = { $rank ->
        [1] first
       *[other] number { $rank }
    }
surveys-unranked = unranked
surveys-agreement-0 = Strongly disagree
surveys-agreement-1 = Rather disagree
surveys-agreement-2 = Neither
surveys-agreement-3 = Rather agree
surveys-agreement-4 = Strongly agree
surveys-no-opinion = No opinion
surveys-progress = { $done ->
        [0] { $pages } pages to fill.
       *[other] { $done } of { $pages } pages filled.
    }
surveys-ready = All is ready. You can read and correct each page, then confirm. After that nothing can be changed.
surveys-page-next = Page { $number }
surveys-page-back = Back to page { $number }
surveys-confirm = Confirm my answers
surveys-in-memory = Nothing is recorded before you confirm. Your answers stay in memory for an hour at most; if I restart meanwhile, you will have to begin again.
surveys-page-problem = “{ $question }”: { $what }
surveys-recorded = **Recorded. Thank you!** Results on { $closing }, where the survey was announced.
surveys-rehearsed = That was a rehearsal: nothing was recorded.
surveys-questionnaires = Questionnaires
surveys-questionnaire-line = { $count } questions, { $pages } pages · { $mark }
surveys-look = Read, try…
surveys-questionnaires-foot = To write another, begin with the example, then /survey import. To launch: /survey launch.
surveys-example = The commented example
surveys-crossed = { $count } questions will also be counted by group ({ $bands } groups), if the groups are large enough. With 50 people asked or more, a group is shown from 10 answers on.
surveys-try = Try it as a member
surveys-file = The file
surveys-file-hint = The questionnaire, to be changed with a text editor, then brought back with /survey import.
surveys-launch-hint = To launch this survey: /survey launch.
surveys-second-asked = Asked: somebody else in the team must agree, in the moderators’ channel.
surveys-asked = { $who } proposes to launch the survey **{ $title }** in { $channel }, until { $closing }. Somebody else in the team must agree.
surveys-asked-to-close = { $who } proposes to end the survey **{ $title }** early (due { $closing }). Ending right after an answer would let it be guessed: somebody else in the team must agree.
surveys-alike-announced = A survey with the same questionnaire was held less than thirty days ago. Comparing the two results may say more than either.
surveys-early = This survey was ended early by the moderators.
surveys-confirm-launch = Agreed, launch
surveys-refuse-launch = Not now
surveys-look-at = Read the questionnaire
surveys-launched = The survey is launched: it is announced in { $channel }.
surveys-launch-refused = { $who } prefers not to launch this survey now.
surveys-suspended-told = The survey **{ $title }** is suspended: its ballot box is missing, damaged, or made with another SECRET_KEY. Whoever hosts the bot can put the right key back and restart; otherwise cancel it with /survey cancel.
surveys-close-question = End **{ $title }** now and publish its results?
surveys-close-yes = Yes, end it
surveys-cancel-question = Cancel **{ $title }** and destroy the answers unread?
surveys-cancel-yes = Yes, cancel it
surveys-leave = No, leave it open
surveys-left-open = The survey stays open.
surveys-closed = The survey is over; its results are coming.
surveys-cancelled = The survey is cancelled, and its answers destroyed.
surveys-subscribed = Noted: I will write to you when the next surveys begin, and once before they end. Never more.
surveys-unsubscribed = Noted: I will no longer write to you about surveys.
surveys-list-act-open = Answer: { $title }
surveys-list-act-past = Results: { $title }
surveys-list-title = Surveys
surveys-list-open = Under way
surveys-list-past = Over
surveys-list-empty-open = No survey under way.
surveys-list-empty-past = No survey is over yet.
surveys-line-open = Ends { $moment }
surveys-line-suspended = Suspended
surveys-line-closed = Ended { $moment }
surveys-line-cancelled = Cancelled { $moment }
surveys-result-title = Results: { $title }
surveys-turnout = **{ $turnout } people out of { $size }** answered. For each question, the most frequent answer:
surveys-withheld = Fewer than { $minimum } people answered: nothing is published, and the answers are destroyed.
surveys-choose-question = See a question
surveys-trend = Trend
surveys-texts = Written answers
surveys-result-foot = The ballot box is destroyed. These figures are all that is left of the answers.
surveys-chart-foot = { $turnout } answers
surveys-chart-line = { $question }: { $share } agree
surveys-branch-withheld = Too few people were concerned by this question: its answers are not published.
surveys-open-count = Written answers: { $count }. The published texts can be read with “Written answers”.
surveys-question-people = { $answered } answers, of { $asked } people asked.
surveys-duels-won = preferred in { $count } duels
surveys-duels-foot = Number of duels won against the others
surveys-people = { $count }
surveys-no-answer = No answer
surveys-not-asked = Not asked
surveys-about-people = about { $count } people
surveys-band-withheld = group too small to be shown
surveys-by-band = **By group**, from numbers rounded to 5 people:
surveys-crossing-withheld = No results by group for this question: they would say too much about few people.
surveys-one-wave = It takes at least two surveys that ask this question in the same words.
surveys-waves-foot = { $count } surveys, same words
surveys-change-clear = { $answer }: **{ $points } points** (between { $low } and { $high })
surveys-change-unclear = { $answer }: { $points } points, within the margin of uncertainty ({ $low } to { $high })
surveys-trend-foot = Between the last two surveys, 95% interval. This change is a balance: it does not say who came, who left, who changed their mind.
surveys-file-question = question
surveys-file-band = group
surveys-file-answer = answer
surveys-file-people = people
surveys-file-everybody = Everybody
surveys-file-texts = written answers
review-kind-survey-texts = Written answers of a survey
review-choice-publish-texts = Publish
review-choice-erase-texts = Erase all
review-words-erase-texts = Why publish nothing?
    .hint = Kept with the decision, for the team. The texts themselves go.
review-decided-publish-texts = Written answers published by { $who }, { $moment }.
review-decided-erase-texts = Written answers erased by { $who }, { $moment }.
surveys-texts-waiting = { $count } written answers wait ({ $struck } struck out). Read them, strike out or paraphrase what would make somebody recognisable, then decide. They are in no backup.
surveys-read-texts = Read the answers
surveys-texts-title = Written answers: { $title }
surveys-texts-none = No written answer is published.
surveys-strike = Strike out
surveys-unstrike = Keep
surveys-paraphrase = Paraphrase
surveys-paraphrase-hint = Say the same without what would make somebody recognisable
surveys-not-found = I do not find this survey. Choose it in the list that opens as you type, or see /survey list.
surveys-no-questionnaire = I do not find this questionnaire. Choose it in the list, or see /survey template.
surveys-not-open-closed = This survey is over. Its results are where it was announced.
surveys-not-open-cancelled = This survey was cancelled: nothing was recorded.
surveys-not-open-suspended = This survey is suspended for now. Nothing was recorded; try again later.
surveys-not-open-open = This survey is still open.
surveys-request-gone = This request has had its answer already.
surveys-same-moderator = You propose this survey: the agreement must come from somebody else in the team.
surveys-closes-too-soon = Leave at least an hour to answer: choose a later end.
surveys-file-unfit = This file is no questionnaire: I expect a text in UTF-8, of 200 kB at most, like the example in /survey template.
surveys-too-much-text = Too much room for written answers: with so many people asked, keep fewer open questions, or shorter texts (“characters”).
