-- The review desk: what waits for a moderator, and who decided what, when. The author's id goes when the owning
-- feature says so; a nameless text's, at its publication.

CREATE TABLE review_items (
    review_id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    -- the owning feature's own reference
    ref TEXT NOT NULL,
    author_id INTEGER,
    -- what whoever submitted it wrote to the moderators
    note TEXT NOT NULL DEFAULT '',
    submitted_at TEXT NOT NULL,
    -- NULL while it waits
    choice TEXT,
    words TEXT NOT NULL DEFAULT '',
    decided_by INTEGER,
    decided_at TEXT,
    channel_id INTEGER,
    message_id INTEGER
) STRICT;

CREATE UNIQUE INDEX review_items_waiting ON review_items (kind, ref) WHERE choice IS NULL;
CREATE INDEX review_items_decided ON review_items (decided_at) WHERE choice IS NOT NULL;
