-- Covering indexes: the ratings of a user of each kind, newest first and best first.
DROP INDEX rating_by_time;

CREATE INDEX rating_by_time ON rating (user_id, kind, rated_at, item_id, score);

CREATE INDEX rating_best ON rating (user_id, kind, score, rated_at, item_id);

-- Covering indexes: the collected shows of a user with their times, and plays by time.
DROP INDEX collected_of_show;

CREATE INDEX collected_of_show ON collected (user_id, show_id, item_id, collected_at);

DROP INDEX play_by_time;

CREATE INDEX play_by_time ON play (user_id, watched_at, play_id, kind, item_id, show_id);
