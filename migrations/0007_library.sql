-- The library: entries, each a series of immutable versions of which one is public; what is being written; questions.
-- `author_id` of an entry without a name is erased at its publication, and nothing else tells who wrote it.

CREATE TABLE library_entries (
    entry_id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- the same in every copy of the library
    uid TEXT NOT NULL UNIQUE,
    author_id INTEGER,
    status TEXT NOT NULL CHECK (status IN ('waiting', 'public', 'archived', 'removed')),
    adapted_from INTEGER REFERENCES library_entries ON DELETE SET NULL,
    created_at TEXT NOT NULL,
    published_at TEXT,
    verified_at TEXT,
    -- when somebody was asked whether it is still valid
    asked_at TEXT,
    channel_id INTEGER,
    message_id INTEGER
) STRICT;

CREATE INDEX library_entries_by_status ON library_entries (status, published_at);
CREATE INDEX library_entries_by_author ON library_entries (author_id) WHERE author_id IS NOT NULL;

CREATE TABLE library_versions (
    version_id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES library_entries ON DELETE CASCADE,
    number INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'public', 'superseded', 'changes', 'declined')),
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    text TEXT NOT NULL,
    venue TEXT NOT NULL,
    trade TEXT NOT NULL,
    year INTEGER,
    licence TEXT NOT NULL,
    source TEXT NOT NULL,
    organisation TEXT NOT NULL,
    -- how AI was used in writing this
    ai_use TEXT NOT NULL,
    -- empty without a name
    author_name TEXT NOT NULL,
    leaves_discord INTEGER NOT NULL,
    leaves_with_name INTEGER NOT NULL,
    -- what the moderators answered, when it was not published
    reason TEXT NOT NULL DEFAULT '',
    submitted_at TEXT NOT NULL,
    published_at TEXT,
    UNIQUE (entry_id, number)
) STRICT;

CREATE UNIQUE INDEX library_versions_public ON library_versions (entry_id) WHERE state = 'public';

CREATE TABLE library_tags (
    version_id INTEGER NOT NULL REFERENCES library_versions ON DELETE CASCADE,
    place INTEGER NOT NULL,
    -- a key of the thesaurus, or a word that is not in it yet
    tag TEXT NOT NULL,
    PRIMARY KEY (version_id, place)
) STRICT, WITHOUT ROWID;

CREATE TABLE library_files (
    version_id INTEGER NOT NULL REFERENCES library_versions ON DELETE CASCADE,
    place INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    -- for search, and `problem` says why it is empty
    text TEXT NOT NULL,
    problem TEXT,
    PRIMARY KEY (version_id, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX library_files_by_hash ON library_files (sha256);

CREATE TABLE library_drafts (
    draft_id INTEGER PRIMARY KEY AUTOINCREMENT,
    author_id INTEGER NOT NULL,
    -- of which entry it will be the next version
    entry_id INTEGER REFERENCES library_entries ON DELETE CASCADE,
    adapted_from INTEGER REFERENCES library_entries ON DELETE SET NULL,
    -- a JSON object: as typed, and as chosen
    content TEXT NOT NULL,
    touched_at TEXT NOT NULL
) STRICT;

CREATE TABLE library_draft_files (
    draft_id INTEGER NOT NULL REFERENCES library_drafts ON DELETE CASCADE,
    place INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    text TEXT NOT NULL,
    problem TEXT,
    PRIMARY KEY (draft_id, place)
) STRICT, WITHOUT ROWID;

-- From a reader to an author who does not know whom it comes from; gone once the answer is told.
CREATE TABLE library_questions (
    question_id INTEGER PRIMARY KEY AUTOINCREMENT,
    entry_id INTEGER NOT NULL REFERENCES library_entries ON DELETE CASCADE,
    asked_by INTEGER NOT NULL,
    text TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    answer TEXT
) STRICT;
