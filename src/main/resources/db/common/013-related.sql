-- Related items of a movie or show according to a source, as external ids. The items may be unknown here.
CREATE TABLE source_related (
    kind     SMALLINT         NOT NULL,
    item_id  BIGINT           NOT NULL,
    position INTEGER          NOT NULL, -- best first
    provider TEXT ${bytewise} NOT NULL,
    value    TEXT ${bytewise} NOT NULL,
    PRIMARY KEY (kind, item_id, position)
) ${clustered};
