-- What pages cover of episodes that the user has not watched.
ALTER TABLE account ADD COLUMN spoilers TEXT ${bytewise} NOT NULL DEFAULT 'off'; -- off, next, all

-- Shows whose episodes a user wants in the order in which they aired, instead of that of their numbers.
CREATE TABLE air_date_order (
    user_id BIGINT   NOT NULL,
    kind    SMALLINT NOT NULL, -- 2
    item_id BIGINT   NOT NULL,
    set_at  BIGINT   NOT NULL,
    PRIMARY KEY (user_id, kind, item_id)
) ${clustered};

CREATE INDEX air_date_order_of_item ON air_date_order (kind, item_id, user_id);
