-- The tags. Sown from bot/text/themes.toml at each start: what the file says follows it, what moderators did stays.

CREATE TABLE thesaurus_tags (
    tag_key TEXT PRIMARY KEY,
    fr TEXT NOT NULL,
    en TEXT NOT NULL,
    broader TEXT,
    -- where documents that carry this tag are found since moderators merged it
    merged_into TEXT REFERENCES thesaurus_tags,
    -- named by moderators: a newer file does not change it
    is_renamed INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE thesaurus_synonyms (
    tag_key TEXT NOT NULL REFERENCES thesaurus_tags,
    language TEXT NOT NULL CHECK (language IN ('fr', 'en')),
    name TEXT NOT NULL,
    is_shipped INTEGER NOT NULL,
    PRIMARY KEY (tag_key, language, name)
) STRICT, WITHOUT ROWID;
