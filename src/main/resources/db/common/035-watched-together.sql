-- The users whom a user lets offer plays, stored under both, in one transaction.
CREATE TABLE offer_consent (
    user_id   BIGINT  NOT NULL, -- who agrees
    target_id BIGINT  NOT NULL, -- who may offer plays
    automatic BOOLEAN NOT NULL, -- whether offers are accepted at once
    since     BIGINT  NOT NULL,
    PRIMARY KEY (user_id, target_id)
) ${clustered};

CREATE TABLE offer_right (
    user_id   BIGINT  NOT NULL, -- who may offer plays
    source_id BIGINT  NOT NULL, -- who agrees
    automatic BOOLEAN NOT NULL,
    since     BIGINT  NOT NULL,
    PRIMARY KEY (user_id, source_id)
) ${clustered};

-- Plays that a user is offered by another one who has watched the same together.
CREATE TABLE play_offer (
    user_id    BIGINT   NOT NULL, -- to whom it is offered
    offer_id   BIGINT   NOT NULL,
    source_id  BIGINT   NOT NULL, -- who offers it
    kind       SMALLINT NOT NULL,
    item_id    BIGINT   NOT NULL,
    show_id    BIGINT   NOT NULL,
    watched_at BIGINT,            -- null: unknown
    state      SMALLINT NOT NULL, -- 1 open, 2 accepted, 3 declined
    created_at BIGINT   NOT NULL,
    expires_at BIGINT   NOT NULL,
    PRIMARY KEY (user_id, kind, item_id, offer_id)
) ${clustered};

CREATE INDEX play_offer_from ON play_offer (user_id, source_id, state, kind, item_id);

CREATE INDEX play_offer_by_time ON play_offer (user_id, state, created_at, offer_id);

CREATE INDEX play_offer_of_source ON play_offer (source_id, user_id, offer_id);

CREATE INDEX play_offer_of_item ON play_offer (kind, item_id, user_id);

CREATE INDEX play_offer_by_end ON play_offer (expires_at, user_id, offer_id);
