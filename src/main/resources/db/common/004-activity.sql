-- When an area of a person's data last changed. Each stamp only ever rises.
CREATE TABLE activity (
    user_id     BIGINT NOT NULL,
    area        TEXT ${bytewise} NOT NULL, -- such as episode.rating
    changed_at  BIGINT NOT NULL,
    PRIMARY KEY (user_id, area)
) ${clustered};
