-- Fields of items that an administrator has edited. Sources and files do not change them until they are released.
-- No user column: who edited is in the security log.
CREATE TABLE edited_fact (
    kind      SMALLINT         NOT NULL, -- movie, show, season, episode or person
    item_id   BIGINT           NOT NULL,
    field     TEXT ${bytewise} NOT NULL, -- key of a field: title, year, imdb
    former    TEXT ${bytewise},          -- of a number: where sources list the episode, as 1x05
    edited_at BIGINT           NOT NULL,
    PRIMARY KEY (kind, item_id, field)
) ${clustered};
