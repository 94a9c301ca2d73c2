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
