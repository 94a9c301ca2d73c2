-- Digests: what moderators scheduled, each issue from its draft to its posting, and what it tells. An approved issue is
-- a snapshot that nothing changes; what an issue told is marked as used. And, only for members who want it, when they
-- last looked at what is new and which themes they follow.

CREATE TABLE digests (
    digest_id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    cadence TEXT NOT NULL CHECK (cadence IN ('weekly', 'fortnightly', 'monthly')),
    -- the first issue on the wall clock of the zone: no offset
    first_local TEXT NOT NULL,
    zone TEXT NOT NULL,
    channel_id INTEGER NOT NULL,
    role_id INTEGER,
    lead_days INTEGER NOT NULL,
    -- a JSON array of keys, in order
    sections TEXT NOT NULL,
    paused INTEGER NOT NULL DEFAULT 0,
    created_at TEXT NOT NULL
) STRICT;

CREATE TABLE digest_issues (
    issue_id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- NULL once the digest was deleted
    digest_id INTEGER REFERENCES digests ON DELETE SET NULL,
    name TEXT NOT NULL,
    channel_id INTEGER NOT NULL,
    role_id INTEGER,
    sections TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'approved', 'posting', 'posted', 'skipped', 'lapsed')),
    -- the occurrence it was made for, and when it is to be posted
    occurs_at TEXT NOT NULL,
    due_at TEXT NOT NULL,
    -- the half-open window of what it tells
    since_at TEXT NOT NULL,
    until_at TEXT NOT NULL,
    introduction TEXT NOT NULL DEFAULT '',
    -- grows with every change: what is approved is what was seen
    revision INTEGER NOT NULL DEFAULT 1,
    approved_by INTEGER,
    approved_at TEXT,
    reminded_at TEXT,
    posted_at TEXT,
    -- JSON, frozen by the approval
    snapshot TEXT,
    card_channel_id INTEGER,
    card_message_id INTEGER,
    UNIQUE (digest_id, occurs_at)
) STRICT;

CREATE INDEX digest_issues_by_state ON digest_issues (state, due_at);

CREATE TABLE digest_items (
    issue_id INTEGER NOT NULL REFERENCES digest_issues ON DELETE CASCADE,
    ref TEXT NOT NULL,
    section TEXT NOT NULL,
    place INTEGER NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    url TEXT NOT NULL,
    author TEXT NOT NULL,
    leaves_discord INTEGER NOT NULL,
    leaves_with_name INTEGER NOT NULL,
    published_at TEXT NOT NULL,
    removed INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (issue_id, ref)
) STRICT, WITHOUT ROWID;

-- Told once by each digest.
CREATE TABLE digest_uses (
    digest_id INTEGER NOT NULL REFERENCES digests ON DELETE CASCADE,
    ref TEXT NOT NULL,
    PRIMARY KEY (digest_id, ref)
) STRICT, WITHOUT ROWID;

-- One row for each member who asked that their last look be remembered.
CREATE TABLE digest_visits (
    user_id INTEGER PRIMARY KEY,
    seen_at TEXT NOT NULL
) STRICT;

CREATE TABLE digest_follows (
    user_id INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (user_id, tag)
) STRICT, WITHOUT ROWID;
