-- Plays of the last deletion of each user, which can be undone for 10 minutes.
CREATE TABLE deleted_play (
    user_id    BIGINT   NOT NULL,
    play_id    BIGINT   NOT NULL,
    kind       SMALLINT NOT NULL,
    item_id    BIGINT   NOT NULL,
    show_id    BIGINT   NOT NULL,
    watched_at BIGINT,            -- null: unknown
    action     SMALLINT NOT NULL, -- 1 scrobble, 2 check-in, 3 seen
    app_id     BIGINT,
    created_at BIGINT   NOT NULL,
    deleted_at BIGINT   NOT NULL,
    PRIMARY KEY (user_id, kind, item_id, play_id)
) ${clustered};

CREATE INDEX deleted_play_of_item ON deleted_play (kind, item_id, user_id);

CREATE INDEX deleted_play_by_time ON deleted_play (deleted_at, user_id, play_id);
