-- The one search index for everything public. A document is never changed in place: put again, it gets a new number,
-- and numbers are never used twice (AUTOINCREMENT), so that what is read of one stays true as long as it exists.

CREATE TABLE search_documents (
    document_id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- 'library:12'
    ref TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    title TEXT NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL,
    -- folded, to complete what is being typed
    folded_title TEXT NOT NULL,
    published_at TEXT NOT NULL
) STRICT;

CREATE INDEX search_documents_by_date ON search_documents (published_at, document_id);
CREATE INDEX search_documents_by_title ON search_documents (folded_title, ref);

-- kind, tag, venue, trade, year, licence; and 'source', the ref's beginning.
CREATE TABLE search_values (
    value_id INTEGER PRIMARY KEY,
    facet TEXT NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (facet, value)
) STRICT;

CREATE TABLE search_document_values (
    document_id INTEGER NOT NULL REFERENCES search_documents ON DELETE CASCADE,
    value_id INTEGER NOT NULL REFERENCES search_values,
    PRIMARY KEY (document_id, value_id)
) STRICT, WITHOUT ROWID;

-- Words are cut by bot/text/french, not by SQLite: each column holds folded words, then stems marked with ~.
-- The facets' values are words too (@17, their value_id), so that a filter is part of the question.
CREATE VIRTUAL TABLE search_words USING fts5 (
    title, summary, body, tags, facets,
    tokenize = "ascii tokenchars '~@.+#&-''_'"
);
INSERT INTO search_words (search_words, rank) VALUES ('rank', 'bm25(8.0, 3.0, 1.0, 4.0, 0.0)');

CREATE VIRTUAL TABLE search_vocabulary USING fts5vocab (search_words, 'row');

-- Titles apart, with their prefixes: completion reads little.
CREATE VIRTUAL TABLE search_titles USING fts5 (
    title, source,
    prefix = '1 2 3 4', detail = 'column', columnsize = 0,
    tokenize = "ascii tokenchars '~@.+#&-''_'"
);

-- Words as they are written, folded: what a mistyped word is corrected to.
CREATE TABLE search_spellings (
    spelling_id INTEGER PRIMARY KEY AUTOINCREMENT,
    word TEXT NOT NULL UNIQUE
) STRICT;

-- Searches that found nothing: words, how often, and the last day. Never who, never the hour.
CREATE TABLE search_misses (
    words TEXT PRIMARY KEY,
    searches INTEGER NOT NULL,
    last_day TEXT NOT NULL
) STRICT, WITHOUT ROWID;
