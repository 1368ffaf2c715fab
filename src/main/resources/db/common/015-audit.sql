-- The security log: what was done to accounts and keys, or tried. Rows are only added, and go when they are old.
CREATE TABLE audit (
    user_id   BIGINT  NOT NULL, -- whom it is about; 0 for nobody known here
    audit_id  BIGINT  NOT NULL,
    at        BIGINT  NOT NULL,
    action      TEXT ${bytewise} NOT NULL,
    channel      TEXT ${bytewise} NOT NULL, -- command, api
    address   TEXT ${bytewise}, -- where it came from; forgotten before the rest is
    times     INTEGER NOT NULL, -- within the minute that began at `at`, where that is counted
    detail    TEXT ${bytewise} NOT NULL, -- before and after; never a secret
    PRIMARY KEY (user_id, audit_id)
) ${clustered};

CREATE INDEX audit_by_time ON audit (at, user_id, audit_id);
