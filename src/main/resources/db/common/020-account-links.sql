-- One-time links. `code_hash` is the SHA-256 of the code in the address; the code itself is stored nowhere.

-- Links for a new password. A row is deleted when it is used.
CREATE TABLE password_reset (
    code_hash    TEXT ${bytewise} NOT NULL,
    user_id      BIGINT           NOT NULL,
    cred_version BIGINT           NOT NULL, -- account.cred_version at creation; the link ends when it differs
    expires_at   BIGINT           NOT NULL,
    PRIMARY KEY (code_hash)
) ${clustered};

CREATE INDEX password_reset_by_time ON password_reset (expires_at, code_hash);

-- Invitations to register. One is used up when `uses` reaches `max_uses`.
CREATE TABLE invite (
    invite_id  BIGINT           NOT NULL,
    code_hash  TEXT ${bytewise} NOT NULL,
    note       TEXT ${bytewise} NOT NULL, -- for administrators; may be empty
    created_by BIGINT           NOT NULL, -- user; 0: the operator
    created_at BIGINT           NOT NULL,
    expires_at BIGINT           NOT NULL,
    max_uses   INTEGER          NOT NULL,
    uses       INTEGER          NOT NULL,
    PRIMARY KEY (invite_id)
) ${clustered};

CREATE INDEX invite_by_end ON invite (expires_at, invite_id);

CREATE UNIQUE INDEX invite_code ON invite (code_hash);

-- Codes for the first administrator, one for each start of a server without accounts.
CREATE TABLE setup_code (
    code_hash  TEXT ${bytewise} NOT NULL,
    expires_at BIGINT           NOT NULL,
    PRIMARY KEY (code_hash)
) ${clustered};

CREATE INDEX setup_code_by_end ON setup_code (expires_at, code_hash);

-- One row. Transactions that depend on the set of administrators write it first, so that they run one after another.
CREATE TABLE administrator_lock (
    lock_id SMALLINT NOT NULL,
    at      BIGINT   NOT NULL, -- last change
    PRIMARY KEY (lock_id)
) ${clustered};
