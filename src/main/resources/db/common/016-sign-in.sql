-- Sign-in sessions of browsers. `token_hash` is the SHA-256 of the token in the cookie; it changes when the session
-- gets a new token.
CREATE TABLE session (
    user_id      BIGINT           NOT NULL,
    session_id   BIGINT           NOT NULL,
    token_hash   TEXT ${bytewise} NOT NULL,
    cred_version BIGINT           NOT NULL, -- account.cred_version at sign-in; the session ends when it differs
    device       TEXT ${bytewise} NOT NULL, -- browser and system, in words of the server
    address      TEXT ${bytewise} NOT NULL, -- network of the last recorded use
    started_at   BIGINT           NOT NULL,
    used_at      BIGINT           NOT NULL, -- last use, recorded at most once in 5 minutes
    verified_at  BIGINT           NOT NULL, -- when the user last proved their identity
    PRIMARY KEY (user_id, session_id)
) ${clustered};

CREATE INDEX session_by_start ON session (started_at, user_id, session_id);

CREATE INDEX session_by_use ON session (used_at, user_id, session_id);

-- From the hash of a session token to its session. A row may outlive its session until `started_at` is 90 days ago.
CREATE TABLE session_token (
    token_hash TEXT ${bytewise} NOT NULL,
    user_id    BIGINT           NOT NULL,
    session_id BIGINT           NOT NULL,
    started_at BIGINT           NOT NULL,
    PRIMARY KEY (token_hash)
) ${clustered};

CREATE INDEX session_token_by_start ON session_token (started_at, token_hash);

-- Sign-ins whose password was right and whose second factor is awaited. `token_hash` is the SHA-256 of a token that
-- only the browser has.
CREATE TABLE sign_in_challenge (
    token_hash   TEXT ${bytewise} NOT NULL,
    user_id      BIGINT           NOT NULL,
    cred_version BIGINT           NOT NULL,
    created_at   BIGINT           NOT NULL,
    PRIMARY KEY (token_hash)
) ${clustered};

CREATE INDEX sign_in_challenge_by_time ON sign_in_challenge (created_at, token_hash);

-- Time-based one-time passwords (RFC 6238). The secret is stored as it is, since codes are computed from it.
CREATE TABLE totp (
    user_id    BIGINT           NOT NULL,
    secret     TEXT ${bytewise} NOT NULL, -- hexadecimal
    confirmed  BOOLEAN          NOT NULL, -- false until the user has entered a code
    last_step  BIGINT           NOT NULL, -- time step of the last accepted code; no code of it or before is accepted
    created_at BIGINT           NOT NULL,
    PRIMARY KEY (user_id)
) ${clustered};

-- Unused recovery codes, as SHA-256.
CREATE TABLE recovery_code (
    user_id   BIGINT           NOT NULL,
    code_hash TEXT ${bytewise} NOT NULL,
    PRIMARY KEY (user_id, code_hash)
) ${clustered};

-- Generated passwords for clients of v1, as SHA-256 of the SHA-1 that such clients send.
CREATE TABLE app_password (
    user_id         BIGINT           NOT NULL,
    app_password_id BIGINT           NOT NULL,
    name            TEXT ${bytewise} NOT NULL,
    permission      TEXT ${bytewise} NOT NULL, -- all, scrobble, read
    hash            TEXT ${bytewise} NOT NULL,
    created_at      BIGINT           NOT NULL,
    used_at         BIGINT,                    -- last use, recorded at most once in 5 minutes
    PRIMARY KEY (user_id, app_password_id)
) ${clustered};

-- Whether sign-in on pages asks for a second factor, and whether the sign-in password works on v1.
ALTER TABLE account ADD COLUMN second_factor BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE account ADD COLUMN v1_password BOOLEAN NOT NULL DEFAULT TRUE;
