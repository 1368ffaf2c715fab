-- How often plays of a month have changed, in any time zone. Month 0 is for plays at an unknown time, month -1 for
-- changes of many months. Not exported, since it says nothing about the plays; erased with the account.
CREATE TABLE play_month (
    user_id BIGINT  NOT NULL,
    month   INTEGER NOT NULL, -- months since the year 0
    version BIGINT  NOT NULL,
    PRIMARY KEY (user_id, month)
) ${clustered};

-- What a user watched in a month, in a time zone, as it was counted with a version of `play_month`. Derived from the
-- plays, so that it is not exported; erased with the account.
CREATE TABLE viewing_month (
    user_id    BIGINT           NOT NULL,
    month      INTEGER          NOT NULL, -- as in play_month
    zone       TEXT ${bytewise} NOT NULL,
    version    BIGINT           NOT NULL,
    counted_at BIGINT           NOT NULL,
    content    TEXT ${bytewise} NOT NULL,
    PRIMARY KEY (user_id, month)
) ${clustered};
