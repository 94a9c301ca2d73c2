-- Polls: what is public about them. Who has answered and the counts live in the ballot box until closing, and
-- only what may be published is written here then. No column of these tables ever holds a voter.

-- What somebody is preparing: their own words, kept so that nothing typed is lost. Gone at publication.
CREATE TABLE poll_drafts (
    draft_id INTEGER PRIMARY KEY,
    author_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('single', 'several', 'judgment', 'ranking')),
    maximum INTEGER,
    closes_at TEXT NOT NULL,
    channel_id INTEGER NOT NULL,
    role_id INTEGER,
    sensitive INTEGER NOT NULL DEFAULT 0,
    reminder INTEGER NOT NULL DEFAULT 1,
    question TEXT NOT NULL DEFAULT '',
    context TEXT NOT NULL DEFAULT '',
    proposals TEXT NOT NULL DEFAULT '',
    grades TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE polls (
    poll_id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('single', 'several', 'judgment', 'ranking')),
    maximum INTEGER NOT NULL,
    question TEXT NOT NULL,
    context TEXT NOT NULL,
    channel_id INTEGER NOT NULL,
    role_id INTEGER,
    electorate INTEGER NOT NULL,
    minimum_answers INTEGER NOT NULL,
    -- published numbers are multiples of it: 1, or 5 for a sensitive poll
    rounding INTEGER NOT NULL DEFAULT 1,
    -- a poll of the weeks before that asked nearly the same
    alike_id INTEGER REFERENCES polls,
    reminder INTEGER NOT NULL DEFAULT 1,
    status TEXT NOT NULL CHECK (status IN ('open', 'suspended', 'closed', 'cancelled')),
    -- why a closed poll publishes nothing
    withheld TEXT CHECK (withheld IN ('few', 'revealing')),
    box_id TEXT UNIQUE,
    opened_by INTEGER,
    opened_at TEXT NOT NULL,
    closes_at TEXT NOT NULL,
    closed_at TEXT,
    message_id INTEGER,
    result_message_id INTEGER
) STRICT;

CREATE INDEX polls_by_status ON polls (status, closes_at);

CREATE TABLE poll_options (
    poll_id INTEGER NOT NULL REFERENCES polls ON DELETE CASCADE,
    place INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (poll_id, place)
) STRICT, WITHOUT ROWID;

-- The mentions of a majority judgment, best first.
CREATE TABLE poll_grades (
    poll_id INTEGER NOT NULL REFERENCES polls ON DELETE CASCADE,
    place INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (poll_id, place)
) STRICT, WITHOUT ROWID;

-- The published result; no row when nothing may be published.
CREATE TABLE poll_results (
    poll_id INTEGER PRIMARY KEY REFERENCES polls ON DELETE CASCADE,
    turnout INTEGER NOT NULL
) STRICT;

-- In the order of the box's counters: per proposal; per proposal and mention; per ordered pair of proposals.
CREATE TABLE poll_result_counts (
    poll_id INTEGER NOT NULL REFERENCES poll_results ON DELETE CASCADE,
    counter INTEGER NOT NULL,
    people INTEGER NOT NULL,
    PRIMARY KEY (poll_id, counter)
) STRICT, WITHOUT ROWID;

-- What one moderator asks and another must confirm: closing early, or asking the same people the same question again.
CREATE TABLE poll_requests (
    request_id INTEGER PRIMARY KEY,
    action TEXT NOT NULL CHECK (action IN ('close', 'open')),
    -- a poll for 'close', a draft for 'open'
    subject_id INTEGER NOT NULL,
    asked_by INTEGER NOT NULL,
    asked_at TEXT NOT NULL,
    UNIQUE (action, subject_id)
) STRICT;
