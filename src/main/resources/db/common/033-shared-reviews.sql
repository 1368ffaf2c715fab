-- Years whose review a user shows to those who may read the history. Exported and erased with the data of the user.
CREATE TABLE shared_review (
    user_id   BIGINT  NOT NULL,
    year      INTEGER NOT NULL,
    shared_at BIGINT  NOT NULL,
    PRIMARY KEY (user_id, year)
) ${clustered};
