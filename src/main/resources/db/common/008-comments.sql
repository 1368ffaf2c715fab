-- Comments on movies, shows and episodes, clustered by item.
CREATE TABLE comment (
    kind       SMALLINT         NOT NULL,
    item_id    BIGINT           NOT NULL,
    comment_id BIGINT           NOT NULL,
    user_id    BIGINT           NOT NULL,
    parent_id  BIGINT,
    text       TEXT ${bytewise} NOT NULL,
    text_key   TEXT ${bytewise} NOT NULL, -- hash of the folded text, to reject repeated comments
    review     BOOLEAN          NOT NULL,
    spoiler    BOOLEAN          NOT NULL,
    created_at BIGINT           NOT NULL,
    PRIMARY KEY (kind, item_id, comment_id)
) ${clustered};

CREATE UNIQUE INDEX comment_number ON comment (comment_id);

CREATE INDEX comment_recent ON comment (created_at, comment_id);

CREATE INDEX comment_of_user ON comment (user_id, created_at, comment_id);

CREATE INDEX comment_replies ON comment (parent_id, comment_id) WHERE parent_id IS NOT NULL;

-- The comments of a user.
CREATE TABLE user_comment (
    user_id    BIGINT   NOT NULL,
    comment_id BIGINT   NOT NULL,
    kind       SMALLINT NOT NULL,
    item_id    BIGINT   NOT NULL,
    review     BOOLEAN  NOT NULL,
    created_at BIGINT   NOT NULL,
    PRIMARY KEY (user_id, comment_id)
) ${clustered};

CREATE INDEX user_comment_of_item ON user_comment (user_id, kind, item_id, comment_id);

CREATE TABLE comment_like (
    user_id    BIGINT NOT NULL,
    comment_id BIGINT NOT NULL,
    liked_at   BIGINT NOT NULL,
    PRIMARY KEY (user_id, comment_id)
) ${clustered};

CREATE INDEX comment_like_of_comment ON comment_like (comment_id, user_id);
