-- Covering index: the shows of a user with the time of the last play, and the watched episodes of some shows.
DROP INDEX watched_of_show;

CREATE INDEX watched_of_show ON watched (user_id, show_id, item_id, plays, last_at);
