-- Column `kind` of every table: 1 movie, 2 show, 3 season, 4 episode, 5 person, 6 list.
-- Item ids are unique over all kinds. Times are milliseconds since 1970-01-01T00:00:00Z.
CREATE TABLE movie (
    movie_id      BIGINT           NOT NULL,
    slug          TEXT ${bytewise} NOT NULL,
    title         TEXT ${bytewise} NOT NULL,
    title_key     TEXT ${bytewise} NOT NULL, -- folded, for comparison
    year          INTEGER,
    released      TEXT ${bytewise},          -- YYYY-MM-DD
    runtime       INTEGER,                   -- minutes
    tagline       TEXT ${bytewise},
    overview      TEXT ${bytewise},
    trailer       TEXT ${bytewise},
    certification TEXT ${bytewise},
    poster        TEXT ${bytewise},
    fanart        TEXT ${bytewise},
    provisional   BOOLEAN          NOT NULL,
    updated_at    BIGINT           NOT NULL,
    revision      BIGINT           NOT NULL,
    PRIMARY KEY (movie_id)
) ${clustered};

CREATE INDEX movie_title ON movie (title_key, year, movie_id);

CREATE INDEX movie_updated ON movie (updated_at, movie_id);

CREATE INDEX movie_by_revision ON movie (revision, movie_id);

CREATE TABLE show (
    show_id       BIGINT           NOT NULL,
    slug          TEXT ${bytewise} NOT NULL,
    title         TEXT ${bytewise} NOT NULL,
    title_key     TEXT ${bytewise} NOT NULL,
    year          INTEGER,
    first_aired   TEXT ${bytewise}, -- YYYY-MM-DD, in the time zone of the network
    status        TEXT ${bytewise}, -- Continuing, Ended
    network       TEXT ${bytewise},
    country       TEXT ${bytewise},
    time_zone     TEXT ${bytewise}, -- IANA, of the network
    air_day       TEXT ${bytewise}, -- English weekday
    air_time      TEXT ${bytewise}, -- HH:MM in that time zone; from 24:00 on: after midnight, same air day
    runtime       INTEGER,
    certification TEXT ${bytewise},
    overview      TEXT ${bytewise},
    poster        TEXT ${bytewise},
    fanart        TEXT ${bytewise},
    banner        TEXT ${bytewise},
    provisional   BOOLEAN          NOT NULL,
    updated_at    BIGINT           NOT NULL,
    revision      BIGINT           NOT NULL,
    PRIMARY KEY (show_id)
) ${clustered};

CREATE INDEX show_title ON show (title_key, year, show_id);

CREATE INDEX show_updated ON show (updated_at, show_id);

CREATE INDEX show_by_revision ON show (revision, show_id);

CREATE TABLE season (
    season_id   BIGINT           NOT NULL,
    show_id     BIGINT           NOT NULL REFERENCES show (show_id),
    number      INTEGER          NOT NULL, -- 0: specials
    poster      TEXT ${bytewise},
    provisional BOOLEAN          NOT NULL,
    PRIMARY KEY (season_id)
) ${clustered};

CREATE UNIQUE INDEX season_of_show ON season (show_id, number);

CREATE TABLE episode (
    episode_id  BIGINT           NOT NULL,
    show_id     BIGINT           NOT NULL REFERENCES show (show_id),
    season      INTEGER          NOT NULL,
    number      INTEGER          NOT NULL,
    title       TEXT ${bytewise},
    overview    TEXT ${bytewise},
    air_date    TEXT ${bytewise}, -- YYYY-MM-DD, in the time zone of the network
    airs_at     BIGINT,
    runtime     INTEGER,
    screen      TEXT ${bytewise},
    provisional BOOLEAN          NOT NULL,
    updated_at  BIGINT           NOT NULL,
    revision    BIGINT           NOT NULL,
    PRIMARY KEY (episode_id)
) ${clustered};

CREATE UNIQUE INDEX episode_of_show ON episode (show_id, season, number);

CREATE INDEX episode_by_time ON episode (airs_at, episode_id) WHERE airs_at IS NOT NULL;

CREATE INDEX episode_by_revision ON episode (revision, episode_id);

-- Covering index: the progress of a user in many shows is computed from it alone.
CREATE INDEX episode_schedule ON episode (show_id, season, number, airs_at, provisional);

-- Episodes known only from clients, and episodes that a source no longer lists.
CREATE INDEX episode_provisional ON episode (show_id, episode_id) WHERE provisional = TRUE;

-- Calendar, by day in the time zone of the network.
CREATE INDEX episode_by_day ON episode (air_date, show_id, season, number) WHERE air_date IS NOT NULL;

CREATE TABLE person (
    person_id  BIGINT           NOT NULL,
    slug       TEXT ${bytewise} NOT NULL,
    name       TEXT ${bytewise} NOT NULL,
    name_key   TEXT ${bytewise} NOT NULL,
    biography  TEXT ${bytewise},
    birthday   TEXT ${bytewise},
    birthplace TEXT ${bytewise},
    headshot   TEXT ${bytewise},
    updated_at BIGINT           NOT NULL,
    revision   BIGINT           NOT NULL,
    PRIMARY KEY (person_id)
) ${clustered};

CREATE INDEX person_name ON person (name_key, person_id);

CREATE INDEX person_by_revision ON person (revision, person_id);

-- Cast and crew of movies and shows, in billing order.
CREATE TABLE credit (
    kind      SMALLINT         NOT NULL,
    item_id   BIGINT           NOT NULL,
    position  INTEGER          NOT NULL,
    person_id BIGINT           NOT NULL REFERENCES person (person_id),
    job       TEXT ${bytewise} NOT NULL,
    character TEXT ${bytewise},
    PRIMARY KEY (kind, item_id, position)
) ${clustered};

CREATE INDEX credit_of_person ON credit (person_id, kind, item_id, position);

CREATE TABLE item_genre (
    kind     SMALLINT         NOT NULL,
    item_id  BIGINT           NOT NULL,
    position INTEGER          NOT NULL,
    genre    TEXT ${bytewise} NOT NULL,
    PRIMARY KEY (kind, item_id, position)
) ${clustered};

CREATE INDEX item_of_genre ON item_genre (kind, genre, item_id);

-- Ids of items at providers. An external id belongs to one item of its kind. An item has one current id per provider
-- and any number of superseded ones, which are used for lookup only.
CREATE TABLE external_id (
    provider   TEXT ${bytewise} NOT NULL, -- imdb, tvdb, tmdb, tvrage, tvmaze
    kind       SMALLINT         NOT NULL,
    value      TEXT ${bytewise} NOT NULL,
    item_id    BIGINT           NOT NULL,
    superseded BOOLEAN          NOT NULL,
    PRIMARY KEY (provider, kind, value)
) ${clustered};

CREATE INDEX external_id_of_item ON external_id (kind, item_id, provider, superseded);

-- Current and former slugs of items.
CREATE TABLE slug (
    kind    SMALLINT         NOT NULL,
    slug    TEXT ${bytewise} NOT NULL,
    item_id BIGINT           NOT NULL,
    PRIMARY KEY (kind, slug)
) ${clustered};

CREATE INDEX slug_of_item ON slug (kind, item_id);

-- Titles of movies and shows in other countries and languages, and former titles.
CREATE TABLE alternative_title (
    kind       SMALLINT         NOT NULL,
    item_id    BIGINT           NOT NULL,
    title_key  TEXT ${bytewise} NOT NULL, -- folded, for comparison
    title      TEXT ${bytewise} NOT NULL,
    language   TEXT ${bytewise},          -- ISO 639
    country    TEXT ${bytewise},          -- ISO 3166
    superseded BOOLEAN          NOT NULL, -- used for lookup by title only, not for search; sources do not replace it
    year       INTEGER          NOT NULL, -- year that belongs to a superseded title; 0: none
    PRIMARY KEY (kind, item_id, title_key, superseded, year)
) ${clustered};

CREATE INDEX alternative_title_of_item ON alternative_title (kind, title_key, item_id);

-- One row. A transaction that adds items increments it first, so these transactions are serialised: two clients that
-- name the same unknown title create one item on PostgreSQL, too. Rows carry the revision in which they were last
-- written; indexes in memory read the rows with a higher revision than their own.
CREATE TABLE catalog_revision (
    id    SMALLINT NOT NULL,
    value BIGINT   NOT NULL,
    PRIMARY KEY (id)
) ${clustered};

INSERT INTO catalog_revision (id, value) VALUES (1, 0);
