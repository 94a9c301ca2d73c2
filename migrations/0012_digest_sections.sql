-- Digests tell what lies ahead, find a name again when somebody asks to be forgotten, and welcome those who want it.

ALTER TABLE digest_items ADD COLUMN happens_at TEXT;
-- gone when the member asked to be forgotten; a snapshot holds no id
ALTER TABLE digest_items ADD COLUMN author_id INTEGER;

CREATE INDEX digest_items_by_author ON digest_items (author_id) WHERE author_id IS NOT NULL;

-- New members who asked to be welcomed in the next digest: the name they showed then, and a few words of theirs.
CREATE TABLE digest_welcomes (
    welcome_id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL,
    words TEXT NOT NULL,
    asked_at TEXT NOT NULL
) STRICT;
