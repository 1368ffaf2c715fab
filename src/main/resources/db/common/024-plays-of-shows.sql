-- History of one show, and of movies (show 0), by time.
CREATE INDEX play_of_show ON play (user_id, show_id, watched_at, play_id);
