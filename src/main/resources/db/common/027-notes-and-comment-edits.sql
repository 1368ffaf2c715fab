-- Private notes of users about movies, shows, seasons, episodes and people. A deleted note can be put back for 10
-- minutes.
CREATE TABLE note (
    user_id     BIGINT           NOT NULL,
    kind        SMALLINT         NOT NULL, -- 1 movie, 2 show, 3 season, 4 episode, 5 person
    item_id     BIGINT           NOT NULL,
    attachment  SMALLINT         NOT NULL, -- 1: about the item itself
    attached_id BIGINT           NOT NULL, -- 0 for the item itself
    note_id     BIGINT           NOT NULL,
    text        TEXT ${bytewise} NOT NULL,
    privacy     TEXT ${bytewise} NOT NULL, -- private
    spoiler     BOOLEAN          NOT NULL,
    created_at  BIGINT           NOT NULL,
    changed_at  BIGINT           NOT NULL, -- rises with each change
    deleted_at  BIGINT,
    PRIMARY KEY (user_id, kind, item_id, attachment, attached_id)
) ${clustered};

CREATE INDEX note_of_item ON note (kind, item_id, user_id);

CREATE INDEX note_number ON note (user_id, note_id);

CREATE INDEX note_deleted ON note (deleted_at, user_id, note_id) WHERE deleted_at IS NOT NULL;

-- When the author last changed a comment; null: never.
ALTER TABLE comment ADD COLUMN changed_at BIGINT;

-- Comments that their authors deleted, which can be put back for 10 minutes.
CREATE TABLE deleted_comment (
    user_id    BIGINT           NOT NULL,
    kind       SMALLINT         NOT NULL,
    item_id    BIGINT           NOT NULL,
    comment_id BIGINT           NOT NULL,
    parent_id  BIGINT,
    text       TEXT ${bytewise} NOT NULL,
    text_key   TEXT ${bytewise} NOT NULL,
    review     BOOLEAN          NOT NULL,
    spoiler    BOOLEAN          NOT NULL,
    created_at BIGINT           NOT NULL,
    changed_at BIGINT,
    deleted_at BIGINT           NOT NULL,
    PRIMARY KEY (user_id, kind, item_id, comment_id)
) ${clustered};

CREATE INDEX deleted_comment_of_item ON deleted_comment (kind, item_id, user_id);

CREATE INDEX deleted_comment_by_time ON deleted_comment (deleted_at, user_id, comment_id);
