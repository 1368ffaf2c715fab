-- Time of the last change per user and area. It never decreases.
CREATE TABLE activity (
    user_id    BIGINT           NOT NULL,
    area       TEXT ${bytewise} NOT NULL, -- for example episode.rating
    changed_at BIGINT           NOT NULL,
    PRIMARY KEY (user_id, area)
) ${clustered};
