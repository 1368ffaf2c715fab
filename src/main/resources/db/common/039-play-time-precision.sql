-- How precisely the time of a play is known: 0 day and clock time, 1 day, 2 month, 3 year; without meaning where the time
-- is null. A day, a month or a year is stored as 12:00 UTC of its first day. Exported with the play, except the columns of
-- deleted_play and changed_play, which serve the undo.
ALTER TABLE play ADD COLUMN time_precision SMALLINT NOT NULL DEFAULT 0;

ALTER TABLE deleted_play ADD COLUMN time_precision SMALLINT NOT NULL DEFAULT 0;

ALTER TABLE play_offer ADD COLUMN time_precision SMALLINT NOT NULL DEFAULT 0;

ALTER TABLE changed_play ADD COLUMN old_precision SMALLINT NOT NULL DEFAULT 0;

ALTER TABLE changed_play ADD COLUMN new_precision SMALLINT NOT NULL DEFAULT 0;
