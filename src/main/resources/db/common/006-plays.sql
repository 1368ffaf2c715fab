-- One row a viewing. Plays are of movies (1) and episodes (4); `show_id` is 0 for a movie.
CREATE TABLE play (
    user_id     BIGINT   NOT NULL,
    play_id     BIGINT   NOT NULL,
    kind        SMALLINT NOT NULL,
    item_id     BIGINT   NOT NULL,
    show_id     BIGINT   NOT NULL,
    watched_at  BIGINT,            -- null when nobody knows
    ord         INTEGER  NOT NULL, -- tells plays of one item at one time apart
    action      SMALLINT NOT NULL, -- 1 scrobble, 2 check-in, 3 seen
    app_id      BIGINT,
    created_at  BIGINT   NOT NULL,
    PRIMARY KEY (user_id, play_id)
) ${clustered};

-- The same viewing is never kept twice. NULLs are distinct in a unique index, hence the 0.
CREATE UNIQUE INDEX play_once ON play (user_id, kind, item_id, coalesce(watched_at, 0), ord);

CREATE INDEX play_by_time ON play (user_id, watched_at, play_id);

-- Counts of an item, and what is watched lately.
CREATE INDEX play_of_item ON play (kind, item_id, action, user_id);

CREATE INDEX play_lately ON play (watched_at, kind, item_id, user_id);

-- The gate in front of every play of one person and item (`docs/scaling.md#exactly-once-plays`).
CREATE TABLE play_dedup (
    user_id     BIGINT   NOT NULL,
    kind        SMALLINT NOT NULL,
    item_id     BIGINT   NOT NULL,
    last_at     BIGINT   NOT NULL, -- when the guarded play was kept
    window_ends_at  BIGINT   NOT NULL, -- until then a scrobble of it is the same viewing
    play_id     BIGINT   NOT NULL, -- 0 when no play is guarded
    app_id      BIGINT,
    progress    INTEGER,           -- of the last scrobble, in 1/100 %
    PRIMARY KEY (user_id, kind, item_id)
) ${clustered};

-- What plays come to, for each person and item. Kept in the transaction that keeps the play.
CREATE TABLE watched (
    user_id    BIGINT   NOT NULL,
    kind       SMALLINT NOT NULL,
    item_id    BIGINT   NOT NULL,
    show_id    BIGINT   NOT NULL,
    plays      INTEGER  NOT NULL, -- 0 only while `unseen_at` stands
    first_at   BIGINT,
    last_at    BIGINT,
    unseen_at  BIGINT,            -- explicitly marked unseen, until the next play
    PRIMARY KEY (user_id, kind, item_id)
) ${clustered};

CREATE INDEX watched_of_show ON watched (user_id, show_id, item_id, plays);

CREATE INDEX watched_by_item ON watched (kind, item_id, user_id);

CREATE INDEX watched_by_show ON watched (show_id, user_id);

-- What somebody watches right now: one slot a person.
CREATE TABLE watching (
    user_id     BIGINT   NOT NULL,
    kind        SMALLINT NOT NULL,
    item_id     BIGINT   NOT NULL,
    show_id     BIGINT   NOT NULL,
    checkin     BOOLEAN  NOT NULL,
    started_at  BIGINT   NOT NULL,
    expires_at  BIGINT   NOT NULL,
    progress    INTEGER  NOT NULL, -- in 1/100 %
    app_id      BIGINT,
    PRIMARY KEY (user_id)
) ${clustered};

CREATE INDEX watching_item ON watching (kind, item_id, user_id);

CREATE INDEX watching_show ON watching (show_id, user_id);

CREATE INDEX watching_ends ON watching (expires_at, user_id);
