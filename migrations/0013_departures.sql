-- Who is a member no more, and since when we noticed: after thirty days what they had chosen for themselves goes.

CREATE TABLE departures (
    user_id INTEGER PRIMARY KEY,
    noticed_at TEXT NOT NULL
) STRICT;
