-- Actions that were carried out, by keys that clients chose, so that a repeated request does nothing. Deleted after
-- 60 days. Erased with the account; exported nowhere, since the keys are random and mean nothing to their user.
CREATE TABLE idempotency_key (
    user_id     BIGINT           NOT NULL,
    request_key TEXT ${bytewise} NOT NULL,
    result      INTEGER          NOT NULL, -- number of items that the action changed
    created_at  BIGINT           NOT NULL,
    PRIMARY KEY (user_id, request_key)
) ${clustered};

CREATE INDEX idempotency_key_by_time ON idempotency_key (created_at, user_id, request_key);

-- Whether single keys are shortcuts on the pages.
ALTER TABLE account ADD COLUMN keyboard BOOLEAN NOT NULL DEFAULT TRUE;
