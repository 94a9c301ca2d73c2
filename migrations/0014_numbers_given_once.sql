-- Numbers of drafts and requests are given once: an old card on Discord must not act on another one's.
-- Nobody but these two tables refers to them.

CREATE TABLE poll_drafts_anew (
    draft_id INTEGER PRIMARY KEY AUTOINCREMENT,
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

INSERT INTO poll_drafts_anew SELECT * FROM poll_drafts;
DROP TABLE poll_drafts;
ALTER TABLE poll_drafts_anew RENAME TO poll_drafts;

CREATE TABLE poll_requests_anew (
    request_id INTEGER PRIMARY KEY AUTOINCREMENT,
    action TEXT NOT NULL CHECK (action IN ('close', 'open')),
    -- a poll for 'close', a draft for 'open'
    subject_id INTEGER NOT NULL,
    asked_by INTEGER NOT NULL,
    asked_at TEXT NOT NULL,
    UNIQUE (action, subject_id)
) STRICT;

INSERT INTO poll_requests_anew SELECT * FROM poll_requests;
DROP TABLE poll_requests;
ALTER TABLE poll_requests_anew RENAME TO poll_requests;
