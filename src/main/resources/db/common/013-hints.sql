-- What a source says goes with a movie or show, by the ids that it has there: the things themselves may come here later,
-- or never.
CREATE TABLE source_related (
    kind      SMALLINT NOT NULL,
    item_id   BIGINT   NOT NULL,
    ord       INTEGER  NOT NULL, -- the best first
    provider  TEXT ${bytewise} NOT NULL,
    value     TEXT ${bytewise} NOT NULL,
    PRIMARY KEY (kind, item_id, ord)
) ${clustered};
