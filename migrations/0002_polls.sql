-- Polls: what is public about them. Who has answered and the counts live in the ballot box until closing, and
-- only what may be published is written here then. No column of these tables ever holds a voter.

-- What somebody is preparing: their own words, kept so that nothing typed is lost. Gone at publication.
CREATE TABLE poll_drafts (
    draft_id INTEGER PRIMARY KEY,
    author_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('single', 'several')),
    maximum INTEGER,
    closes_at TEXT NOT NULL,
    channel_id INTEGER NOT NULL,
    role_id INTEGER,
    question TEXT NOT NULL DEFAULT '',
    context TEXT NOT NULL DEFAULT '',
    proposals TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE polls (
    poll_id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('single', 'several')),
    maximum INTEGER NOT NULL,
    question TEXT NOT NULL,
    context TEXT NOT NULL,
    channel_id INTEGER NOT NULL,
    role_id INTEGER,
    electorate INTEGER NOT NULL,
    minimum_answers INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('open', 'suspended', 'closed', 'cancelled')),
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

-- The published result; no row when too few people answered.
CREATE TABLE poll_results (
    poll_id INTEGER PRIMARY KEY REFERENCES polls ON DELETE CASCADE,
    turnout INTEGER NOT NULL
) STRICT;

CREATE TABLE poll_result_counts (
    poll_id INTEGER NOT NULL REFERENCES poll_results ON DELETE CASCADE,
    place INTEGER NOT NULL,
    votes INTEGER NOT NULL,
    PRIMARY KEY (poll_id, place)
) STRICT, WITHOUT ROWID;
