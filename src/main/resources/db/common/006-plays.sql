-- One row per viewing of a movie or episode. `show_id` is 0 for a movie.
CREATE TABLE play (
    user_id    BIGINT   NOT NULL,
    play_id    BIGINT   NOT NULL,
    kind       SMALLINT NOT NULL,
    item_id    BIGINT   NOT NULL,
    show_id    BIGINT   NOT NULL,
    watched_at BIGINT,            -- null: unknown
    position   INTEGER  NOT NULL, -- distinguishes plays of one item at the same time
    action     SMALLINT NOT NULL, -- 1 scrobble, 2 check-in, 3 seen
    app_id     BIGINT,
    created_at BIGINT   NOT NULL,
    PRIMARY KEY (user_id, play_id)
) ${clustered};

-- Stores each viewing once. NULLs are distinct in a unique index, hence the 0.
CREATE UNIQUE INDEX play_once ON play (user_id, kind, item_id, coalesce(watched_at, 0), position);

CREATE INDEX play_by_time ON play (user_id, watched_at, play_id);

-- Plays and watchers of an item; trending items.
CREATE INDEX play_of_item ON play (kind, item_id, action, user_id);

CREATE INDEX play_recent ON play (watched_at, kind, item_id, user_id);

-- Deduplication of the plays of one user and item (docs/scaling.md#exactly-once-plays).
CREATE TABLE play_dedup (
    user_id        BIGINT   NOT NULL,
    kind           SMALLINT NOT NULL,
    item_id        BIGINT   NOT NULL,
    last_at        BIGINT   NOT NULL, -- time of the last play
    window_ends_at BIGINT   NOT NULL, -- a scrobble before this time belongs to the same viewing
    play_id        BIGINT   NOT NULL, -- 0: no play
    app_id         BIGINT,
    progress       INTEGER,           -- of the last scrobble, in 0.01 %
    PRIMARY KEY (user_id, kind, item_id)
) ${clustered};

-- Totals of plays per user and item, updated in the transaction that stores the play.
CREATE TABLE watched (
    user_id   BIGINT   NOT NULL,
    kind      SMALLINT NOT NULL,
    item_id   BIGINT   NOT NULL,
    show_id   BIGINT   NOT NULL,
    plays     INTEGER  NOT NULL, -- 0 only while `unseen_at` is set
    first_at  BIGINT,
    last_at   BIGINT,
    unseen_at BIGINT,            -- marked unseen; cleared by the next play
    PRIMARY KEY (user_id, kind, item_id)
) ${clustered};

CREATE INDEX watched_of_show ON watched (user_id, show_id, item_id, plays);

CREATE INDEX watched_by_item ON watched (kind, item_id, user_id);

CREATE INDEX watched_by_show ON watched (show_id, user_id);

-- What users are watching now: at most one item per user.
CREATE TABLE watching (
    user_id    BIGINT   NOT NULL,
    kind       SMALLINT NOT NULL,
    item_id    BIGINT   NOT NULL,
    show_id    BIGINT   NOT NULL,
    checkin    BOOLEAN  NOT NULL,
    started_at BIGINT   NOT NULL,
    expires_at BIGINT   NOT NULL,
    progress   INTEGER  NOT NULL, -- in 0.01 %
    app_id     BIGINT,
    PRIMARY KEY (user_id)
) ${clustered};

CREATE INDEX watching_of_item ON watching (kind, item_id, user_id);

CREATE INDEX watching_of_show ON watching (show_id, user_id);

CREATE INDEX watching_by_end ON watching (expires_at, user_id);

-- Where a user stopped watching a movie (1) or an episode (4).
CREATE TABLE playback_progress (
    user_id     BIGINT   NOT NULL,
    kind        SMALLINT NOT NULL,
    item_id     BIGINT   NOT NULL,
    progress    INTEGER  NOT NULL, -- in 1/100 %
    paused_at   BIGINT   NOT NULL,
    app_id      BIGINT,
    PRIMARY KEY (user_id, kind, item_id)
) ${clustered};

CREATE INDEX playback_progress_of_item ON playback_progress (kind, item_id, user_id);
