-- Favourite movies and shows. `removed_item` holds removed ones with the place 4.
CREATE TABLE favorite_item (
    user_id   BIGINT           NOT NULL,
    kind      SMALLINT         NOT NULL, -- 1 movie, 2 show
    item_id   BIGINT           NOT NULL,
    show_id   BIGINT           NOT NULL, -- 0 for a movie
    entry_id  BIGINT           NOT NULL,
    listed_at BIGINT           NOT NULL,
    rank      INTEGER          NOT NULL,
    note      TEXT ${bytewise},
    PRIMARY KEY (user_id, kind, item_id)
) ${clustered};

CREATE INDEX favorite_in_order ON favorite_item (user_id, rank, entry_id);

CREATE INDEX favorite_of_item ON favorite_item (kind, item_id, user_id);
