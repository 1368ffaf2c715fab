-- Users whom a user has blocked.
CREATE TABLE user_block (
    user_id   BIGINT NOT NULL,
    target_id BIGINT NOT NULL,
    since     BIGINT NOT NULL,
    PRIMARY KEY (user_id, target_id)
) ${clustered};

CREATE INDEX user_block_of_target ON user_block (target_id, user_id);

-- Follows that a user has ended, as the follower or as the followed user, which can be undone for 10 minutes.
CREATE TABLE ended_follow (
    user_id   BIGINT  NOT NULL, -- who has ended it
    target_id BIGINT  NOT NULL,
    incoming  BOOLEAN NOT NULL, -- whether user_id was followed
    since     BIGINT  NOT NULL,
    ended_at  BIGINT  NOT NULL,
    PRIMARY KEY (user_id, target_id, incoming)
) ${clustered};

CREATE INDEX ended_follow_of_target ON ended_follow (target_id, user_id, incoming);

CREATE INDEX ended_follow_by_time ON ended_follow (ended_at, user_id, target_id);

-- Followers and followed users, newest first.
CREATE INDEX follow_out_by_time ON follow_out (user_id, state, since, target_id);

CREATE INDEX follow_in_by_time ON follow_in (user_id, state, since, source_id);
