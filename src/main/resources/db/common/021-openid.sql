-- Identities at an OpenID provider, each linked to one account. `identity_hash` is the SHA-256 of issuer and subject.
CREATE TABLE openid_identity (
    user_id       BIGINT           NOT NULL,
    identity_hash TEXT ${bytewise} NOT NULL,
    issuer        TEXT ${bytewise} NOT NULL,
    label         TEXT ${bytewise} NOT NULL, -- user name at the provider when it was linked; may be empty
    linked_at     BIGINT           NOT NULL,
    PRIMARY KEY (user_id, identity_hash)
) ${clustered};

-- From an identity to its account.
CREATE TABLE openid_identity_owner (
    identity_hash TEXT ${bytewise} NOT NULL,
    user_id       BIGINT           NOT NULL,
    PRIMARY KEY (identity_hash)
) ${clustered};

-- Authorization requests whose response is awaited, for 10 minutes. `state_hash` and `browser_hash` are SHA-256;
-- nonce and code verifier are derived from the secret of the browser, which is stored nowhere.
CREATE TABLE openid_request (
    state_hash   TEXT ${bytewise} NOT NULL,
    browser_hash TEXT ${bytewise} NOT NULL,
    purpose      TEXT ${bytewise} NOT NULL, -- sign_in, link, confirm
    user_id      BIGINT           NOT NULL, -- who links or confirms; 0 at sign-in
    next_path    TEXT ${bytewise} NOT NULL, -- where the browser continues
    redirect_uri TEXT ${bytewise} NOT NULL,
    created_at   BIGINT           NOT NULL,
    PRIMARY KEY (state_hash)
) ${clustered};

CREATE INDEX openid_request_by_time ON openid_request (created_at, state_hash);
CREATE INDEX openid_request_by_user ON openid_request (user_id, purpose);
