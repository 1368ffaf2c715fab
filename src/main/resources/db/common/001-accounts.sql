-- The next free id of each sequence. Nodes reserve ids in blocks, on both engines (docs/scaling.md#identifiers).
CREATE TABLE id_block (
    name    TEXT ${bytewise} NOT NULL,
    next_id BIGINT           NOT NULL,
    PRIMARY KEY (name)
) ${clustered};

-- Users. `cred_version` rises with each change of the password; everything derived from the password records it.
CREATE TABLE account (
    user_id          BIGINT           NOT NULL,
    name             TEXT ${bytewise} NOT NULL,
    email            TEXT ${bytewise},
    password_hash    TEXT ${bytewise} NOT NULL,
    cred_version     BIGINT           NOT NULL,
    state            SMALLINT         NOT NULL,               -- 1 active, 2 disabled, 3 deleted
    admin            BOOLEAN          NOT NULL,
    protected        BOOLEAN          NOT NULL,
    vip              BOOLEAN          NOT NULL,
    full_name        TEXT ${bytewise},
    gender           TEXT ${bytewise},                        -- male, female
    age              INTEGER,
    location         TEXT ${bytewise},
    about            TEXT ${bytewise},
    avatar           TEXT ${bytewise},
    joined           BIGINT           NOT NULL,
    last_login       BIGINT,
    time_zone        TEXT ${bytewise} NOT NULL,               -- IANA
    rating_mode      TEXT ${bytewise} NOT NULL,               -- simple, advanced
    clock_24h        BOOLEAN          NOT NULL,
    comment_badges   BOOLEAN          NOT NULL,
    comment_spoilers BOOLEAN          NOT NULL,
    unsearchable     BOOLEAN          NOT NULL DEFAULT FALSE, -- not found by search
    language         TEXT ${bytewise} NOT NULL DEFAULT 'automatic', -- automatic, en, de
    week_start       TEXT ${bytewise} NOT NULL DEFAULT 'automatic', -- automatic, monday, sunday, saturday
    rating_scale     TEXT ${bytewise} NOT NULL DEFAULT 'ten',       -- ten, five_halves, five, thumbs
    theme            TEXT ${bytewise} NOT NULL DEFAULT 'automatic', -- automatic, light, dark
    audiences        TEXT ${bytewise} NOT NULL DEFAULT '',          -- sections not open to everyone: history=friends
    created_at       BIGINT           NOT NULL,
    changed_at       BIGINT           NOT NULL,
    PRIMARY KEY (user_id)
) ${clustered};

CREATE INDEX account_changed ON account (changed_at, user_id);

-- User names folded to their form in a URL, in lower case: `a.b` and `a-b` are the same name.
CREATE TABLE account_name (
    name_key TEXT ${bytewise} NOT NULL,
    user_id  BIGINT           NOT NULL,
    PRIMARY KEY (name_key)
) ${clustered};

CREATE TABLE account_email (
    email_key TEXT ${bytewise} NOT NULL,
    user_id   BIGINT           NOT NULL,
    PRIMARY KEY (email_key)
) ${clustered};

-- Client programs, identified by API key. `registered` is false when the key was accepted without registration.
CREATE TABLE application (
    app_id      BIGINT           NOT NULL,
    api_key     TEXT ${bytewise} NOT NULL,
    name        TEXT ${bytewise} NOT NULL,
    permissions TEXT ${bytewise} NOT NULL, -- separated by commas
    registered  BOOLEAN          NOT NULL,
    blocked     BOOLEAN          NOT NULL,
    created_at  BIGINT           NOT NULL,
    PRIMARY KEY (app_id)
) ${clustered};

CREATE UNIQUE INDEX application_key ON application (api_key);
