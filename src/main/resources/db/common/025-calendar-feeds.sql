-- Secret addresses of calendars, one for each user. `token_hash` is the SHA-256 of the token in the address, which is
-- stored nowhere.
CREATE TABLE calendar_feed (
    user_id    BIGINT           NOT NULL,
    token_hash TEXT ${bytewise} NOT NULL,
    created_at BIGINT           NOT NULL,
    PRIMARY KEY (user_id)
) ${clustered};

-- From a token to its user.
CREATE TABLE calendar_feed_owner (
    token_hash TEXT ${bytewise} NOT NULL,
    user_id    BIGINT           NOT NULL,
    PRIMARY KEY (token_hash)
) ${clustered};

CREATE INDEX calendar_feed_owner_of_user ON calendar_feed_owner (user_id, token_hash);
