-- A declined request to follow, which can be undone for 10 minutes as the end of a follow can.
ALTER TABLE ended_follow ADD COLUMN requested BOOLEAN NOT NULL DEFAULT FALSE;
