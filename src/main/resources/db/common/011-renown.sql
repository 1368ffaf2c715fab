-- How many people elsewhere have an opinion of a movie or show, as a base says. It decides between titles that are found
-- alike and that nobody here rated; it is nobody's rating and in no mean.
CREATE TABLE external_popularity (
    kind     SMALLINT NOT NULL,
    item_id  BIGINT   NOT NULL,
    votes    BIGINT   NOT NULL,
    PRIMARY KEY (kind, item_id)
) ${clustered};
