-- Authorization codes by their SHA-256. A used code stays for a day: its second use revokes the grant.
CREATE TABLE oauth_code (
    code_hash      TEXT ${bytewise} NOT NULL,
    user_id        BIGINT           NOT NULL,
    client_id      TEXT ${bytewise} NOT NULL,
    redirect_uri   TEXT ${bytewise} NOT NULL,
    code_challenge TEXT ${bytewise},          -- PKCE, S256
    scopes         TEXT ${bytewise} NOT NULL, -- permissions, separated by commas
    cred_version   BIGINT           NOT NULL,
    expires_at     BIGINT           NOT NULL,
    used_at        BIGINT,
    grant_id       BIGINT,                    -- what it was exchanged for
    PRIMARY KEY (code_hash)
) ${clustered};

CREATE INDEX oauth_code_by_expiry ON oauth_code (expires_at, code_hash);

-- Device codes and their user codes by SHA-256 (RFC 8628).
CREATE TABLE oauth_device_code (
    device_hash  TEXT ${bytewise} NOT NULL,
    user_hash    TEXT ${bytewise} NOT NULL,
    client_id    TEXT ${bytewise} NOT NULL,
    scopes       TEXT ${bytewise} NOT NULL, -- permissions, separated by commas
    state        SMALLINT         NOT NULL, -- 1 pending, 2 approved, 3 denied, 4 used
    user_id      BIGINT,                    -- who approved or denied
    cred_version BIGINT,
    expires_at   BIGINT           NOT NULL,
    PRIMARY KEY (device_hash)
) ${clustered};

CREATE UNIQUE INDEX oauth_device_code_of_user ON oauth_device_code (user_hash);
CREATE INDEX oauth_device_code_by_expiry ON oauth_device_code (expires_at, device_hash);
