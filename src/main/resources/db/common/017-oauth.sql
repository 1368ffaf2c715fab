-- OAuth 2 clients. `client_id` is the API key of the application, in the table `application`.
CREATE TABLE oauth_client (
    client_id   TEXT ${bytewise} NOT NULL,
    client_type SMALLINT         NOT NULL, -- 1 confidential, 2 public, 3 not registered and no secret sent so far
    secret_hash TEXT ${bytewise},          -- SHA-256 of the secret of a confidential client
    owner_id    BIGINT,                    -- the user who registered it
    created_at  BIGINT           NOT NULL,
    PRIMARY KEY (client_id)
) ${clustered};

CREATE INDEX oauth_client_of_owner ON oauth_client (owner_id, client_id);

CREATE TABLE oauth_redirect_uri (
    client_id    TEXT ${bytewise} NOT NULL,
    redirect_uri TEXT ${bytewise} NOT NULL,
    PRIMARY KEY (client_id, redirect_uri)
) ${clustered};

-- What a user granted to an application: a family of tokens, of which each refresh adds a generation. A personal access
-- token is a grant without an application. A grant is dead when its `cred_version` is not that of the account.
CREATE TABLE oauth_grant (
    user_id      BIGINT           NOT NULL,
    grant_id     BIGINT           NOT NULL,
    client_id    TEXT ${bytewise},          -- null for a personal access token
    name         TEXT ${bytewise},          -- of a personal access token
    scopes       TEXT ${bytewise} NOT NULL, -- permissions, separated by commas
    cred_version BIGINT           NOT NULL,
    created_at   BIGINT           NOT NULL,
    expires_at   BIGINT,                    -- when its last token expires; null for never
    last_used_at BIGINT,                    -- to the hour
    PRIMARY KEY (user_id, grant_id)
) ${clustered};

CREATE INDEX oauth_grant_of_client ON oauth_grant (client_id, user_id, grant_id);
CREATE INDEX oauth_grant_by_expiry ON oauth_grant (expires_at, user_id, grant_id);

-- Lookup of tokens by their SHA-256. A used refresh token stays for a while: its reuse revokes the grant.
CREATE TABLE oauth_token (
    token_hash      TEXT ${bytewise} NOT NULL,
    user_id         BIGINT           NOT NULL,
    grant_id        BIGINT           NOT NULL,
    refresh         BOOLEAN          NOT NULL,
    generation      INTEGER          NOT NULL, -- from 0; the number of refreshes before
    created_at      BIGINT           NOT NULL,
    expires_at      BIGINT,                    -- null for never
    used_at         BIGINT,                    -- when a refresh token was exchanged
    successor_nonce TEXT ${bytewise},          -- with the token itself it gives the tokens of the next generation
    PRIMARY KEY (token_hash)
) ${clustered};

CREATE INDEX oauth_token_of_grant ON oauth_token (user_id, grant_id, generation, token_hash);
CREATE INDEX oauth_token_by_expiry ON oauth_token (expires_at, token_hash);
CREATE INDEX oauth_token_by_use ON oauth_token (used_at, token_hash);
