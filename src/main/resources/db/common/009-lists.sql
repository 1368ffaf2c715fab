-- Lists of users.
CREATE TABLE list (
    user_id        BIGINT           NOT NULL,
    list_id        BIGINT           NOT NULL,
    name           TEXT ${bytewise} NOT NULL,
    name_key       TEXT ${bytewise} NOT NULL,
    slug           TEXT ${bytewise} NOT NULL,
    description    TEXT ${bytewise},
    privacy        TEXT ${bytewise} NOT NULL, -- public, friends, private
    show_numbers   BOOLEAN          NOT NULL,
    allow_comments BOOLEAN          NOT NULL,
    created_at     BIGINT           NOT NULL,
    changed_at     BIGINT           NOT NULL,
    PRIMARY KEY (user_id, list_id)
) ${clustered};

CREATE UNIQUE INDEX list_name ON list (user_id, name_key);

CREATE INDEX list_recent ON list (created_at, list_id);

-- Current and former slugs of lists.
CREATE TABLE list_slug (
    user_id BIGINT           NOT NULL,
    slug    TEXT ${bytewise} NOT NULL,
    list_id BIGINT           NOT NULL,
    PRIMARY KEY (user_id, slug)
) ${clustered};

CREATE TABLE list_item (
    user_id   BIGINT           NOT NULL,
    list_id   BIGINT           NOT NULL,
    kind      SMALLINT         NOT NULL,
    item_id   BIGINT           NOT NULL,
    entry_id  BIGINT           NOT NULL,
    rank      INTEGER          NOT NULL,
    note      TEXT ${bytewise},
    listed_at BIGINT           NOT NULL,
    PRIMARY KEY (user_id, list_id, kind, item_id)
) ${clustered};

CREATE INDEX list_item_in_order ON list_item (user_id, list_id, rank, entry_id);

CREATE INDEX list_item_of_item ON list_item (kind, item_id, user_id, list_id);

CREATE INDEX list_item_recent ON list_item (listed_at, entry_id);

CREATE INDEX list_item_by_time ON list_item (user_id, listed_at, entry_id);
