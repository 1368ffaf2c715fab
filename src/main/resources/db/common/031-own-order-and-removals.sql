-- The order that users give their watchlists.
CREATE INDEX watchlist_in_order ON watchlist_item (user_id, rank, entry_id);

-- Items that users have removed from their watchlist, their collection or a list, which can be undone for 10 minutes.
-- The time identifies the removal. Not exported, since the user has deleted it; erased with the account.
CREATE TABLE removed_item (
    user_id    BIGINT           NOT NULL,
    removed_at BIGINT           NOT NULL,
    place      SMALLINT         NOT NULL, -- 1 watchlist, 2 collection, 3 list
    list_id    BIGINT           NOT NULL, -- 0 where place is not 3
    kind       SMALLINT         NOT NULL,
    item_id    BIGINT           NOT NULL,
    show_id    BIGINT           NOT NULL, -- 0 where place is 3
    entry_id   BIGINT           NOT NULL, -- 0 where place is 2
    added_at   BIGINT           NOT NULL,
    rank       INTEGER          NOT NULL, -- 0 where place is 2
    note       TEXT ${bytewise},
    PRIMARY KEY (user_id, removed_at, place, list_id, kind, item_id)
) ${clustered};

CREATE INDEX removed_item_of_item ON removed_item (kind, item_id, user_id);

CREATE INDEX removed_item_by_time ON removed_item (removed_at, user_id);

-- Lists by rules, and the secret addresses of lists. `rules` is JSON, null for a list whose items are chosen one by one;
-- exported. `link_hash` is the SHA-256 of the token in the address, which is stored nowhere; not exported.
ALTER TABLE list ADD COLUMN rules TEXT ${bytewise};

ALTER TABLE list ADD COLUMN link_hash TEXT ${bytewise};

-- From a token to its list. Not exported; erased with the account.
CREATE TABLE list_link (
    token_hash TEXT ${bytewise} NOT NULL,
    user_id    BIGINT           NOT NULL,
    list_id    BIGINT           NOT NULL,
    PRIMARY KEY (token_hash)
) ${clustered};

CREATE INDEX list_link_of_list ON list_link (user_id, list_id, token_hash);

-- Times of plays before the last changes of several at once, which can be undone for 10 minutes. The time identifies the
-- change. Not exported, since the play has the new time; erased with the account.
CREATE TABLE changed_play (
    user_id    BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    play_id    BIGINT NOT NULL,
    old_time   BIGINT, -- null: unknown
    new_time   BIGINT, -- null: unknown
    PRIMARY KEY (user_id, changed_at, play_id)
) ${clustered};

CREATE INDEX changed_play_by_time ON changed_play (changed_at, user_id, play_id);
