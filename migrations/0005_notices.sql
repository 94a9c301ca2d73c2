-- Private words that wait for one person: told once, in a direct message or at their next visit, then deleted.

CREATE TABLE notices (
    notice_id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL,
    kind TEXT NOT NULL,
    -- ids only
    ref TEXT NOT NULL,
    by_dm INTEGER NOT NULL,
    created_at TEXT NOT NULL
) STRICT;

CREATE INDEX notices_by_person ON notices (user_id) WHERE NOT by_dm;

-- Those who chose to receive them as direct messages. When they did would tell when they sent a text.
CREATE TABLE dm_choices (
    user_id INTEGER PRIMARY KEY
) STRICT;
