-- What somebody thought of a movie (1), show (2), season (3) or episode (4).
CREATE TABLE rating (
    user_id   BIGINT   NOT NULL,
    kind      SMALLINT NOT NULL,
    item_id   BIGINT   NOT NULL,
    score     SMALLINT NOT NULL, -- 1 to 10
    rated_at  BIGINT   NOT NULL,
    PRIMARY KEY (user_id, kind, item_id)
) ${clustered};

CREATE INDEX rating_by_time ON rating (user_id, kind, rated_at);

-- Of which items somebody withdrew a rating, and when last: whoever keeps counts of ratings counts those again.
CREATE TABLE rating_withdrawn (
    kind          SMALLINT NOT NULL,
    item_id       BIGINT   NOT NULL,
    withdrawn_at  BIGINT   NOT NULL,
    PRIMARY KEY (kind, item_id)
) ${clustered};

CREATE INDEX rating_withdrawn_lately ON rating_withdrawn (withdrawn_at, kind, item_id);

-- The totals of an item are read from here.
CREATE INDEX rating_of_item ON rating (kind, item_id, score);

-- What everybody did lately is read from the facts themselves.
CREATE INDEX rating_lately ON rating (rated_at, user_id, kind, item_id);
