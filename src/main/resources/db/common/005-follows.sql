-- Each follow relation is stored twice, under the follower and under the followed user, in one transaction.
CREATE TABLE follow_out (
    user_id   BIGINT   NOT NULL,
    target_id BIGINT   NOT NULL,
    state     SMALLINT NOT NULL, -- 1 requested, 2 approved
    since     BIGINT   NOT NULL,
    PRIMARY KEY (user_id, target_id)
) ${clustered};

CREATE TABLE follow_in (
    user_id   BIGINT   NOT NULL,
    source_id BIGINT   NOT NULL,
    state     SMALLINT NOT NULL,
    since     BIGINT   NOT NULL,
    PRIMARY KEY (user_id, source_id)
) ${clustered};
