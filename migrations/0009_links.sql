-- Links to pages of the web: one row a page, whoever shared it; its addresses, who shared it and why, who found it
-- useful, who wants to read it later; what is being shared; what the checks found.

CREATE TABLE links (
    link_id INTEGER PRIMARY KEY AUTOINCREMENT,
    state TEXT NOT NULL CHECK (state IN ('public', 'archived', 'removed')),
    -- as typed, where it led, and the clean address that people open
    given TEXT NOT NULL,
    final TEXT NOT NULL,
    canonical TEXT NOT NULL,
    host TEXT NOT NULL,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    site TEXT NOT NULL,
    author TEXT NOT NULL,
    published_on TEXT,
    language TEXT,
    reading_minutes INTEGER,
    kind TEXT NOT NULL,
    size INTEGER,
    -- 0 while the page has never been read: to be completed
    is_read INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    channel_id INTEGER,
    message_id INTEGER,
    -- the checks
    health TEXT NOT NULL DEFAULT 'fine' CHECK (health IN ('fine', 'blocked', 'failing', 'dead', 'moved')),
    failure TEXT NOT NULL DEFAULT '',
    failures INTEGER NOT NULL DEFAULT 0,
    failing_since_at TEXT,
    checks INTEGER NOT NULL DEFAULT 0,
    checked_at TEXT,
    check_at TEXT,
    etag TEXT,
    last_modified TEXT,
    moved_to TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE INDEX links_by_check ON links (check_at) WHERE check_at IS NOT NULL;
CREATE INDEX links_by_state ON links (state, link_id);

-- Every address by which a page is known, in the spelling used for comparison: the key decides races.
CREATE TABLE link_fingerprints (
    fingerprint TEXT PRIMARY KEY,
    link_id INTEGER NOT NULL REFERENCES links ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX link_fingerprints_by_link ON link_fingerprints (link_id);

CREATE TABLE link_tags (
    link_id INTEGER NOT NULL REFERENCES links ON DELETE CASCADE,
    -- a key of the thesaurus, or a word that is not in it yet
    tag TEXT NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (link_id, tag)
) STRICT, WITHOUT ROWID;

-- Once a member and page; `user_id` is gone when the member asked to be forgotten.
CREATE TABLE link_shares (
    share_id INTEGER PRIMARY KEY AUTOINCREMENT,
    link_id INTEGER NOT NULL REFERENCES links ON DELETE CASCADE,
    user_id INTEGER,
    note TEXT NOT NULL,
    shared_at TEXT NOT NULL,
    -- the message it came from
    channel_id INTEGER,
    message_id INTEGER,
    leaves_discord INTEGER NOT NULL,
    leaves_with_name INTEGER NOT NULL,
    UNIQUE (link_id, user_id)
) STRICT;

CREATE INDEX link_shares_by_user ON link_shares (user_id) WHERE user_id IS NOT NULL;

CREATE TABLE link_useful (
    link_id INTEGER NOT NULL REFERENCES links ON DELETE CASCADE,
    user_id INTEGER NOT NULL,
    PRIMARY KEY (link_id, user_id)
) STRICT, WITHOUT ROWID;

-- Private to each member.
CREATE TABLE link_later (
    user_id INTEGER NOT NULL,
    link_id INTEGER NOT NULL REFERENCES links ON DELETE CASCADE,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (user_id, link_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE link_drafts (
    draft_id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL,
    -- what is known already, when the page is
    link_id INTEGER REFERENCES links ON DELETE CASCADE,
    -- a JSON object: what the page says, and what was typed
    content TEXT NOT NULL,
    touched_at TEXT NOT NULL
) STRICT;
