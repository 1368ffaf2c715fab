-- Ratings of movies, shows, seasons and episodes.
CREATE TABLE rating (
    user_id  BIGINT   NOT NULL,
    kind     SMALLINT NOT NULL,
    item_id  BIGINT   NOT NULL,
    score    SMALLINT NOT NULL, -- 1 to 10
    rated_at BIGINT   NOT NULL,
    PRIMARY KEY (user_id, kind, item_id)
) ${clustered};

CREATE INDEX rating_by_time ON rating (user_id, kind, rated_at);

-- Covering index for the rating totals of an item.
CREATE INDEX rating_of_item ON rating (kind, item_id, score);

-- Activity of all users, newest first.
CREATE INDEX rating_recent ON rating (rated_at, user_id, kind, item_id);

-- Items that lost a rating: stored counts of these items are computed again.
CREATE TABLE rating_withdrawn (
    kind         SMALLINT NOT NULL,
    item_id      BIGINT   NOT NULL,
    withdrawn_at BIGINT   NOT NULL,
    PRIMARY KEY (kind, item_id)
) ${clustered};

CREATE INDEX rating_withdrawn_by_time ON rating_withdrawn (withdrawn_at, kind, item_id);
