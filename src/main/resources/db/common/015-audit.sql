-- Security log: changes of accounts and API keys, and failed attempts. Rows are updated only to count repetitions and
-- to remove old addresses, and are deleted after the retention period.
CREATE TABLE audit_event (
    user_id  BIGINT           NOT NULL, -- subject; 0: unknown user
    event_id BIGINT           NOT NULL,
    at       BIGINT           NOT NULL,
    action   TEXT ${bytewise} NOT NULL,
    channel  TEXT ${bytewise} NOT NULL, -- command, api, web
    address  TEXT ${bytewise},          -- client address; deleted before the row
    times    INTEGER          NOT NULL, -- occurrences within one minute from `at`
    detail   TEXT ${bytewise} NOT NULL, -- old and new value; never a secret
    PRIMARY KEY (user_id, event_id)
) ${clustered};

CREATE INDEX audit_event_by_time ON audit_event (at, user_id, event_id);
