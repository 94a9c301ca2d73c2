-- Meetups: a series kept by the wall clock, its dates one by one over a rolling horizon, who answered, what is due.
-- `*_local` columns are naive local times in the meetup's zone: what people agreed on, whatever the offset is that day.

-- What somebody is planning or changing, kept so that nothing typed is lost. Gone once it is done.
CREATE TABLE meetup_drafts (
    draft_id INTEGER PRIMARY KEY AUTOINCREMENT,
    author_id INTEGER NOT NULL,
    -- a JSON object: as chosen, and as typed
    content TEXT NOT NULL,
    touched_at TEXT NOT NULL
) STRICT;

CREATE TABLE meetups (
    meetup_id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- the same in every calendar file
    uid TEXT NOT NULL UNIQUE,
    organiser_id INTEGER,
    channel_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    about TEXT NOT NULL,
    place TEXT NOT NULL,
    zone TEXT NOT NULL,
    -- where the rule begins to count
    start_local TEXT NOT NULL,
    recurrence TEXT NOT NULL CHECK (recurrence IN ('none', 'weekly', 'fortnightly', 'monthly')),
    -- the last local day, included
    until_local TEXT,
    minutes INTEGER NOT NULL,
    capacity INTEGER,
    -- a JSON list: how many minutes before the start
    leads TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('planned', 'over', 'cancelled')),
    -- of calendar files: one more at each change
    sequence INTEGER NOT NULL DEFAULT 0,
    -- the card shows older counts than these tables
    stale INTEGER NOT NULL DEFAULT 0,
    message_id INTEGER,
    thread_id INTEGER,
    created_at TEXT NOT NULL
) STRICT;

CREATE INDEX meetups_by_status ON meetups (status);

CREATE TABLE meetup_occurrences (
    occurrence_id INTEGER PRIMARY KEY AUTOINCREMENT,
    meetup_id INTEGER NOT NULL REFERENCES meetups ON DELETE CASCADE,
    -- the time the rule gave it, by which calendars know it when it is moved
    slot_local TEXT NOT NULL,
    starts_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    title TEXT NOT NULL,
    about TEXT NOT NULL,
    place TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('planned', 'over', 'cancelled')),
    -- one more at each change: what was about an earlier one is out of date
    revision INTEGER NOT NULL DEFAULT 0,
    -- whether Discord is asked to hold an event for it
    event_wanted INTEGER NOT NULL DEFAULT 0,
    event_id INTEGER UNIQUE,
    -- a JSON object: what Discord was last told, or last told us
    event_sent TEXT,
    -- why there is no event
    event_problem TEXT,
    -- a JSON object: what Discord says while we say something else, until somebody decides
    conflict TEXT,
    -- the meeting notes: the entry of the library that they became
    entry_id INTEGER,
    UNIQUE (meetup_id, slot_local)
) STRICT;

CREATE INDEX meetup_occurrences_by_time ON meetup_occurrences (status, starts_at);

-- What is due, and nothing that is done: one alarm rings for the earliest.
CREATE TABLE meetup_dues (
    due_id INTEGER PRIMARY KEY AUTOINCREMENT,
    occurrence_id INTEGER NOT NULL REFERENCES meetup_occurrences ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('remind', 'end', 'notes')),
    -- minutes before the start
    lead INTEGER NOT NULL DEFAULT 0,
    due_at TEXT NOT NULL,
    UNIQUE (occurrence_id, kind, lead)
) STRICT;

CREATE INDEX meetup_dues_by_time ON meetup_dues (due_at);

-- In the order of their ids: a changed answer is a new row, at the end of the waiting list.
CREATE TABLE meetup_rsvps (
    rsvp_id INTEGER PRIMARY KEY AUTOINCREMENT,
    occurrence_id INTEGER NOT NULL REFERENCES meetup_occurrences ON DELETE CASCADE,
    user_id INTEGER NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'maybe', 'no')),
    waiting INTEGER NOT NULL DEFAULT 0,
    -- by «interested» on Discord's event, not on the card
    from_event INTEGER NOT NULL DEFAULT 0,
    answered_at TEXT NOT NULL,
    UNIQUE (occurrence_id, user_id)
) STRICT;

CREATE INDEX meetup_rsvps_by_person ON meetup_rsvps (user_id);

CREATE TABLE meetup_preferences (
    user_id INTEGER PRIMARY KEY,
    mentioned INTEGER NOT NULL,
    by_dm INTEGER NOT NULL,
    -- their name is shown to organisers only
    hidden INTEGER NOT NULL,
    -- a JSON list of minutes, NULL for the meetup's own
    leads TEXT
) STRICT;

-- What was changed, for those who are told: before and after.
CREATE TABLE meetup_changes (
    change_id INTEGER PRIMARY KEY AUTOINCREMENT,
    meetup_id INTEGER NOT NULL REFERENCES meetups ON DELETE CASCADE,
    -- the first of the dates concerned
    occurrence_id INTEGER NOT NULL REFERENCES meetup_occurrences ON DELETE CASCADE,
    scope TEXT NOT NULL CHECK (scope IN ('this', 'following', 'series')),
    cancelled INTEGER NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;

-- Looking for a date together. Answers bear names, and the card says so.
CREATE TABLE meetup_date_polls (
    date_poll_id INTEGER PRIMARY KEY AUTOINCREMENT,
    author_id INTEGER,
    channel_id INTEGER NOT NULL,
    title TEXT NOT NULL,
    minutes INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('draft', 'open', 'closed')),
    stale INTEGER NOT NULL DEFAULT 0,
    message_id INTEGER,
    opened_at TEXT NOT NULL
) STRICT;

CREATE TABLE meetup_slots (
    slot_id INTEGER PRIMARY KEY AUTOINCREMENT,
    date_poll_id INTEGER NOT NULL REFERENCES meetup_date_polls ON DELETE CASCADE,
    starts_at TEXT NOT NULL,
    UNIQUE (date_poll_id, starts_at)
) STRICT;

CREATE TABLE meetup_slot_answers (
    slot_id INTEGER NOT NULL REFERENCES meetup_slots ON DELETE CASCADE,
    user_id INTEGER NOT NULL,
    answer TEXT NOT NULL CHECK (answer IN ('yes', 'maybe', 'no')),
    PRIMARY KEY (slot_id, user_id)
) STRICT, WITHOUT ROWID;

-- Where a text of the library comes from, if another feature gave it: that one is told of its publication.
ALTER TABLE library_drafts ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE library_entries ADD COLUMN origin TEXT NOT NULL DEFAULT '';
