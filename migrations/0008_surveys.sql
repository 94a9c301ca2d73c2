-- Surveys: questionnaires as they were written, and what is public of each survey. Who has answered, the counts and the
-- texts live in the ballot box until closing; only what may be published is written here then. No column ever holds a
-- respondent.

CREATE TABLE survey_questionnaires (
    questionnaire_id INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL,
    -- of its whole content, so that the same file is the same questionnaire
    fingerprint TEXT NOT NULL UNIQUE,
    toml TEXT NOT NULL,
    -- who brought it in, NULL for the shipped ones
    imported_by INTEGER,
    imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE surveys (
    survey_id INTEGER PRIMARY KEY AUTOINCREMENT,
    questionnaire_id INTEGER NOT NULL REFERENCES survey_questionnaires,
    channel_id INTEGER NOT NULL,
    role_id INTEGER,
    electorate INTEGER NOT NULL,
    minimum_answers INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'suspended', 'closed', 'cancelled')),
    withheld INTEGER NOT NULL DEFAULT 0,
    -- a survey of the weeks before with the same questionnaire
    alike_id INTEGER REFERENCES surveys,
    box_id TEXT UNIQUE,
    launched_by INTEGER,
    opened_at TEXT NOT NULL,
    closes_at TEXT NOT NULL,
    closed_at TEXT,
    message_id INTEGER,
    result_message_id INTEGER
) STRICT;

CREATE INDEX surveys_by_status ON surveys (status, closes_at);

CREATE TABLE survey_results (
    survey_id INTEGER PRIMARY KEY REFERENCES surveys ON DELETE CASCADE,
    turnout INTEGER NOT NULL
) STRICT;

-- In the order of the box's counters, and what is withheld has no row. Those of a band are multiples of 5.
CREATE TABLE survey_result_counts (
    survey_id INTEGER NOT NULL REFERENCES survey_results ON DELETE CASCADE,
    counter INTEGER NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (survey_id, counter)
) STRICT, WITHOUT ROWID;

-- Open texts that wait for the moderators, sorted, and gone with their decision. Published ones stay.
CREATE TABLE survey_texts (
    text_id INTEGER PRIMARY KEY AUTOINCREMENT,
    survey_id INTEGER NOT NULL REFERENCES survey_results ON DELETE CASCADE,
    question TEXT NOT NULL,
    text TEXT NOT NULL,
    struck INTEGER NOT NULL DEFAULT 0,
    published INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Who wants a direct message when a survey begins and before it ends; never whether they answered.
CREATE TABLE survey_subscribers (
    user_id INTEGER PRIMARY KEY
) STRICT;

-- One moderator asks, another confirms.
CREATE TABLE survey_requests (
    request_id INTEGER PRIMARY KEY AUTOINCREMENT,
    questionnaire_id INTEGER NOT NULL REFERENCES survey_questionnaires,
    channel_id INTEGER NOT NULL,
    role_id INTEGER,
    closes_at TEXT NOT NULL,
    asked_by INTEGER NOT NULL,
    asked_at TEXT NOT NULL
) STRICT;

CREATE TABLE survey_closings (
    request_id INTEGER PRIMARY KEY AUTOINCREMENT,
    survey_id INTEGER NOT NULL UNIQUE REFERENCES surveys ON DELETE CASCADE,
    asked_by INTEGER NOT NULL,
    asked_at TEXT NOT NULL
) STRICT;
