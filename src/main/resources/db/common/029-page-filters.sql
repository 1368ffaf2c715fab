-- The filter that a user has last chosen on a page, as the query of its address.
CREATE TABLE page_filter (
    user_id  BIGINT           NOT NULL,
    page     TEXT ${bytewise} NOT NULL,
    query    TEXT ${bytewise} NOT NULL,
    saved_at BIGINT           NOT NULL,
    PRIMARY KEY (user_id, page)
) ${clustered};
