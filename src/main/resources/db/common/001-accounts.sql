-- Numbers are taken from here in blocks, by every node, on every engine alike.
CREATE TABLE id_block (
    name     TEXT ${bytewise} NOT NULL,
    next_id  BIGINT NOT NULL,
    PRIMARY KEY (name)
) ${clustered};

-- One person. `verifier` says how the sign-in password is checked; whatever is derived from it carries `cred_version`.
CREATE TABLE account (
    user_id        BIGINT   NOT NULL,
    name           TEXT ${bytewise} NOT NULL,
    email          TEXT ${bytewise},
    password_hash       TEXT ${bytewise} NOT NULL,
    cred_version   BIGINT   NOT NULL,
    state          SMALLINT NOT NULL, -- 1 active, 2 disabled, 3 deleted
    admin          BOOLEAN  NOT NULL,
    protected      BOOLEAN  NOT NULL,
    vip            BOOLEAN  NOT NULL,
    full_name      TEXT ${bytewise},
    gender         TEXT ${bytewise}, -- male, female
    age            INTEGER,
    location       TEXT ${bytewise},
    about          TEXT ${bytewise},
    avatar         TEXT ${bytewise},
    joined         BIGINT   NOT NULL,
    last_login     BIGINT,
    time_zone      TEXT ${bytewise} NOT NULL, -- IANA
    rating_mode    TEXT ${bytewise} NOT NULL, -- simple, advanced
    clock_24h        BOOLEAN  NOT NULL,
    comment_badges    BOOLEAN  NOT NULL,
    comment_spoilers  BOOLEAN  NOT NULL,
    unsearchable   BOOLEAN  NOT NULL DEFAULT FALSE, -- wishes not to be found by search
    created_at     BIGINT   NOT NULL,
    changed_at     BIGINT   NOT NULL,
    PRIMARY KEY (user_id)
) ${clustered};

CREATE INDEX account_changed ON account (changed_at, user_id);

-- Who has which name, without regard to case and as it stands in an address (`a.b` and `a-b` are one).
CREATE TABLE name_index (
    name_key  TEXT ${bytewise} NOT NULL,
    user_id   BIGINT NOT NULL,
    PRIMARY KEY (name_key)
) ${clustered};

CREATE TABLE email_index (
    email_key  TEXT ${bytewise} NOT NULL,
    user_id    BIGINT NOT NULL,
    PRIMARY KEY (email_key)
) ${clustered};

-- A program that speaks for people, known by its key. `registered` is false for one that just turned up.
CREATE TABLE application (
    app_id       BIGINT  NOT NULL,
    api_key      TEXT ${bytewise} NOT NULL,
    name         TEXT ${bytewise} NOT NULL,
    permissions  TEXT ${bytewise} NOT NULL, -- words with commas between them
    registered   BOOLEAN NOT NULL,
    blocked      BOOLEAN NOT NULL,
    created_at   BIGINT  NOT NULL,
    PRIMARY KEY (app_id)
) ${clustered};

CREATE UNIQUE INDEX application_key ON application (api_key);
