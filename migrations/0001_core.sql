-- What the core itself keeps: the community's settings, and the posts on their way.
-- Times are ISO 8601 in UTC; columns that hold one end in _at.

-- «TMNB»: so that no other program's database is taken for ours.
PRAGMA application_id = 1414352450;

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One row per effect on Discord. The unique key makes it happen once; nothing rendered is kept here.
CREATE TABLE outbox (
    outbox_id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    ref TEXT NOT NULL,
    channel_id INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    sending_at TEXT,
    sent_at TEXT,
    message_id INTEGER,
    problem TEXT
) STRICT;

CREATE INDEX outbox_open ON outbox (due_at) WHERE state IN ('waiting', 'sending');
