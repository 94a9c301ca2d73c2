-- A poll may ask what a survey asked shortly before: comparing both can say as much as comparing two polls.

ALTER TABLE polls ADD COLUMN alike_survey_id INTEGER;
