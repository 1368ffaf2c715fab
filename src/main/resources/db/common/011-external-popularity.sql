-- Number of votes for a movie or show in an imported dataset. It ranks search results that have no ratings on this server
-- and never enters a mean of ratings.
CREATE TABLE external_popularity (
    kind    SMALLINT NOT NULL,
    item_id BIGINT   NOT NULL,
    votes   BIGINT   NOT NULL,
    PRIMARY KEY (kind, item_id)
) ${clustered};
