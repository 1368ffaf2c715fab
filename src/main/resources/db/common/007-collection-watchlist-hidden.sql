-- Collected movies and episodes.
CREATE TABLE collected (
    user_id      BIGINT   NOT NULL,
    kind         SMALLINT NOT NULL,
    item_id      BIGINT   NOT NULL,
    show_id      BIGINT   NOT NULL,
    collected_at BIGINT   NOT NULL,
    PRIMARY KEY (user_id, kind, item_id)
) ${clustered};

CREATE INDEX collected_of_show ON collected (user_id, show_id, item_id);

CREATE INDEX collected_by_time ON collected (user_id, collected_at, item_id);

CREATE INDEX collected_recent ON collected (collected_at, user_id, kind, item_id);

CREATE INDEX collected_of_item ON collected (kind, item_id, user_id);

-- Movies, shows, seasons and episodes to watch.
CREATE TABLE watchlist_item (
    user_id   BIGINT           NOT NULL,
    kind      SMALLINT         NOT NULL,
    item_id   BIGINT           NOT NULL,
    show_id   BIGINT           NOT NULL,
    entry_id  BIGINT           NOT NULL,
    listed_at BIGINT           NOT NULL,
    rank      INTEGER          NOT NULL,
    note      TEXT ${bytewise},
    PRIMARY KEY (user_id, kind, item_id)
) ${clustered};

CREATE INDEX watchlist_by_time ON watchlist_item (user_id, kind, listed_at, item_id);

CREATE INDEX watchlist_recent ON watchlist_item (listed_at, user_id, kind, item_id);

CREATE INDEX watchlist_of_item ON watchlist_item (kind, item_id, user_id);

-- Items dismissed from a section.
CREATE TABLE hidden (
    user_id   BIGINT           NOT NULL,
    section   TEXT ${bytewise} NOT NULL, -- progress, calendar, recommendations
    kind      SMALLINT         NOT NULL,
    item_id   BIGINT           NOT NULL,
    show_id   BIGINT           NOT NULL,
    hidden_at BIGINT           NOT NULL,
    PRIMARY KEY (user_id, section, kind, item_id)
) ${clustered};

CREATE INDEX hidden_of_item ON hidden (kind, item_id, user_id);
