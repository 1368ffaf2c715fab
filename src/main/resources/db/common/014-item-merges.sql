-- Merged items. The old id resolves to the remaining item.
CREATE TABLE item_alias (
    kind    SMALLINT NOT NULL,
    old_id  BIGINT   NOT NULL,
    item_id BIGINT   NOT NULL,
    PRIMARY KEY (kind, old_id)
) ${clustered};

CREATE INDEX item_alias_of_item ON item_alias (kind, item_id, old_id);

-- Merged items, and episodes of another show since a merge, while rows of users still have to be moved. An item stays
-- here for a while after the last move, because requests in progress may still write rows that refer to it.
CREATE TABLE item_migration (
    kind    SMALLINT NOT NULL,
    item_id BIGINT   NOT NULL,
    since   BIGINT   NOT NULL,
    PRIMARY KEY (kind, item_id)
) ${clustered};
