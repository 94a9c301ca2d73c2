-- Threads in which something was posted: once one rests, Discord no longer tells of it, and what stands in it must
-- still be found by those who may read it, and by nobody else. Nothing about people.

CREATE TABLE threads (
    thread_id INTEGER PRIMARY KEY,
    parent_id INTEGER NOT NULL,
    is_private INTEGER NOT NULL CHECK (is_private IN (0, 1))
) STRICT;
