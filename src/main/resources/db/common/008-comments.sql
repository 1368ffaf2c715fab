-- What people say about a movie, show or episode, under the thing it is about.
CREATE TABLE comment (
    kind        SMALLINT NOT NULL,
    item_id     BIGINT   NOT NULL,
    comment_id  BIGINT   NOT NULL,
    user_id     BIGINT   NOT NULL,
    parent_id   BIGINT,
    text        TEXT ${bytewise} NOT NULL,
    text_key    TEXT ${bytewise} NOT NULL, -- a hash, to know the same words said twice
    review      BOOLEAN  NOT NULL,
    spoiler     BOOLEAN  NOT NULL,
    created_at  BIGINT   NOT NULL,
    PRIMARY KEY (kind, item_id, comment_id)
) ${clustered};

CREATE UNIQUE INDEX comment_number ON comment (comment_id);

CREATE TABLE user_comment (
    user_id     BIGINT   NOT NULL,
    comment_id  BIGINT   NOT NULL,
    kind        SMALLINT NOT NULL,
    item_id     BIGINT   NOT NULL,
    review      BOOLEAN  NOT NULL,
    created_at  BIGINT   NOT NULL,
    PRIMARY KEY (user_id, comment_id)
) ${clustered};

CREATE INDEX user_comment_of_item ON user_comment (user_id, kind, item_id, comment_id);

CREATE TABLE comment_like (
    user_id     BIGINT NOT NULL,
    comment_id  BIGINT NOT NULL,
    liked_at    BIGINT NOT NULL,
    PRIMARY KEY (user_id, comment_id)
) ${clustered};

CREATE INDEX likes_of_comment ON comment_like (comment_id, user_id);

CREATE INDEX comment_lately ON comment (created_at, comment_id);

CREATE INDEX comment_of_person ON comment (user_id, created_at, comment_id);
