-- Time of the last change per user and area. It never decreases.
CREATE TABLE activity (
    user_id    BIGINT           NOT NULL,
    area       TEXT ${bytewise} NOT NULL, -- for example episode.rating
    changed_at BIGINT           NOT NULL,
    PRIMARY KEY (user_id, area)
) ${clustered};

-- Changes that have not been delivered to subscribers yet. Read in order and deleted; empty without subscribers.
CREATE TABLE outbox (
    event_id     BIGINT   NOT NULL,
    user_id      BIGINT   NOT NULL,
    area         TEXT ${bytewise} NOT NULL,
    kind         SMALLINT NOT NULL,
    item_id      BIGINT   NOT NULL,
    removed      BOOLEAN  NOT NULL,
    happened_at  BIGINT   NOT NULL,
    PRIMARY KEY (event_id)
) ${clustered};
