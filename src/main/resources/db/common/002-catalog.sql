-- Kinds everywhere: 1 movie, 2 show, 3 season, 4 episode, 5 person, 6 list. Item ids are unique over all kinds.
CREATE TABLE movie (
    movie_id       BIGINT  NOT NULL,
    slug           TEXT ${bytewise} NOT NULL,
    title          TEXT ${bytewise} NOT NULL,
    title_key      TEXT ${bytewise} NOT NULL, -- folded, for comparing
    year           INTEGER,
    released       TEXT ${bytewise}, -- YYYY-MM-DD
    runtime        INTEGER,          -- minutes
    tagline        TEXT ${bytewise},
    overview       TEXT ${bytewise},
    trailer        TEXT ${bytewise},
    certification  TEXT ${bytewise},
    poster         TEXT ${bytewise},
    fanart         TEXT ${bytewise},
    provisional    BOOLEAN NOT NULL,
    updated_at     BIGINT  NOT NULL,
    revision           BIGINT  NOT NULL,
    PRIMARY KEY (movie_id)
) ${clustered};

CREATE INDEX movie_title ON movie (title_key, year, movie_id);

CREATE INDEX movie_updated ON movie (updated_at, movie_id);

CREATE INDEX movie_by_revision ON movie (revision, movie_id);

CREATE TABLE show (
    show_id        BIGINT  NOT NULL,
    slug           TEXT ${bytewise} NOT NULL,
    title          TEXT ${bytewise} NOT NULL,
    title_key      TEXT ${bytewise} NOT NULL,
    year           INTEGER,
    first_aired    TEXT ${bytewise}, -- YYYY-MM-DD, where it airs
    status         TEXT ${bytewise}, -- Continuing, Ended
    network        TEXT ${bytewise},
    country        TEXT ${bytewise},
    time_zone      TEXT ${bytewise}, -- IANA, of the network
    air_day        TEXT ${bytewise}, -- English weekday
    air_time       TEXT ${bytewise}, -- HH:MM, where it airs; from 24:00 on after the midnight that ends the day
    runtime        INTEGER,
    certification  TEXT ${bytewise},
    overview       TEXT ${bytewise},
    poster         TEXT ${bytewise},
    fanart         TEXT ${bytewise},
    banner         TEXT ${bytewise},
    provisional    BOOLEAN NOT NULL,
    updated_at     BIGINT  NOT NULL,
    revision           BIGINT  NOT NULL,
    PRIMARY KEY (show_id)
) ${clustered};

CREATE INDEX show_title ON show (title_key, year, show_id);

CREATE INDEX show_updated ON show (updated_at, show_id);

CREATE INDEX show_by_revision ON show (revision, show_id);

CREATE TABLE season (
    season_id    BIGINT  NOT NULL,
    show_id      BIGINT  NOT NULL REFERENCES show (show_id),
    number       INTEGER NOT NULL, -- 0 holds the specials
    poster       TEXT ${bytewise},
    provisional  BOOLEAN NOT NULL,
    PRIMARY KEY (season_id)
) ${clustered};

CREATE UNIQUE INDEX season_of_show ON season (show_id, number);

CREATE TABLE episode (
    episode_id   BIGINT  NOT NULL,
    show_id      BIGINT  NOT NULL REFERENCES show (show_id),
    season       INTEGER NOT NULL,
    number       INTEGER NOT NULL,
    title        TEXT ${bytewise},
    overview     TEXT ${bytewise},
    air_date     TEXT ${bytewise}, -- YYYY-MM-DD, where it airs
    airs_at      BIGINT,
    runtime      INTEGER,
    screen       TEXT ${bytewise},
    provisional  BOOLEAN NOT NULL,
    updated_at   BIGINT  NOT NULL,
    revision         BIGINT  NOT NULL,
    PRIMARY KEY (episode_id)
) ${clustered};

CREATE UNIQUE INDEX episode_of_show ON episode (show_id, season, number);

CREATE INDEX episode_by_time ON episode (airs_at, episode_id) WHERE airs_at IS NOT NULL;

CREATE INDEX episode_by_revision ON episode (revision, episode_id);

-- How far somebody is in hundreds of shows is told from this index alone.
CREATE INDEX episode_schedule ON episode (show_id, season, number, airs_at, provisional);

-- Those that only clients name, and those that a source withdrew.
CREATE INDEX episode_provisional ON episode (show_id, episode_id) WHERE provisional = TRUE;

-- The calendar: a day is the one where it airs.
CREATE INDEX episode_by_day ON episode (air_date, show_id, season, number) WHERE air_date IS NOT NULL;

CREATE TABLE person (
    person_id    BIGINT NOT NULL,
    slug         TEXT ${bytewise} NOT NULL,
    name         TEXT ${bytewise} NOT NULL,
    name_key     TEXT ${bytewise} NOT NULL,
    biography    TEXT ${bytewise},
    birthday     TEXT ${bytewise},
    birthplace   TEXT ${bytewise},
    headshot     TEXT ${bytewise},
    updated_at   BIGINT NOT NULL,
    revision         BIGINT NOT NULL,
    PRIMARY KEY (person_id)
) ${clustered};

CREATE INDEX person_name ON person (name_key, person_id);

CREATE INDEX person_by_revision ON person (revision, person_id);

-- Who did what in a movie or show, in the order of the billing.
CREATE TABLE credit (
    kind       SMALLINT NOT NULL,
    item_id    BIGINT   NOT NULL,
    ord        INTEGER  NOT NULL,
    person_id  BIGINT   NOT NULL REFERENCES person (person_id),
    job        TEXT ${bytewise} NOT NULL,
    character  TEXT ${bytewise},
    PRIMARY KEY (kind, item_id, ord)
) ${clustered};

CREATE INDEX credit_of_person ON credit (person_id, kind, item_id, ord);

CREATE TABLE item_genre (
    kind     SMALLINT NOT NULL,
    item_id  BIGINT   NOT NULL,
    ord      INTEGER  NOT NULL,
    genre    TEXT ${bytewise} NOT NULL,
    PRIMARY KEY (kind, item_id, ord)
) ${clustered};

CREATE INDEX item_of_genre ON item_genre (kind, genre, item_id);

-- What others call an item. One foreign id belongs to one item of its kind; an item has one of each provider, and
-- former ones that only lead to it.
CREATE TABLE external_id (
    provider  TEXT ${bytewise} NOT NULL, -- imdb, tvdb, tmdb, tvrage, tvmaze
    kind      SMALLINT NOT NULL,
    value     TEXT ${bytewise} NOT NULL,
    item_id   BIGINT   NOT NULL,
    superseded    BOOLEAN  NOT NULL,
    PRIMARY KEY (provider, kind, value)
) ${clustered};

CREATE INDEX external_id_of_item ON external_id (kind, item_id, provider, superseded);

-- Every slug an item ever had leads to it.
CREATE TABLE slug (
    kind     SMALLINT NOT NULL,
    slug     TEXT ${bytewise} NOT NULL,
    item_id  BIGINT   NOT NULL,
    PRIMARY KEY (kind, slug)
) ${clustered};

CREATE INDEX slug_of_item ON slug (kind, item_id);

-- What a movie or show is called elsewhere, in another language, or what it was called before, by a source or a client.
CREATE TABLE alternative_title (
    kind       SMALLINT NOT NULL,
    item_id    BIGINT   NOT NULL,
    title_key  TEXT ${bytewise} NOT NULL, -- folded, for comparing
    title      TEXT ${bytewise} NOT NULL,
    language   TEXT ${bytewise}, -- ISO 639
    country    TEXT ${bytewise}, -- ISO 3166
    superseded     BOOLEAN  NOT NULL, -- only leads to it: neither searched for nor replaced by a source
    year       INTEGER  NOT NULL, -- of a former title: the year it had then; 0 when there was none
    PRIMARY KEY (kind, item_id, title_key, superseded, year)
) ${clustered};

CREATE INDEX alternative_title_of_item ON alternative_title (kind, title_key, item_id);

-- Where an item went that turned out to be another. Its number leads there for ever.
CREATE TABLE item_alias (
    kind     SMALLINT NOT NULL,
    old_id   BIGINT   NOT NULL,
    item_id  BIGINT   NOT NULL,
    PRIMARY KEY (kind, old_id)
) ${clustered};

CREATE INDEX item_alias_of_item ON item_alias (kind, item_id, old_id);

-- Items whose people still have to follow: to where the alias leads, or to another show. An item stays here a while
-- after the last one followed, for requests that had found it before.
CREATE TABLE item_migration (
    kind     SMALLINT NOT NULL,
    item_id  BIGINT   NOT NULL,
    since    BIGINT   NOT NULL,
    PRIMARY KEY (kind, item_id)
) ${clustered};

-- Whoever adds items changes this row first and so waits for the one before: two who name the same unknown title make
-- one item on an engine with many writers, too. The number of that pass stays on each row that was written in it, so
-- that whoever keeps something derived can ask for what came after.
CREATE TABLE catalog_revision (
    id      SMALLINT NOT NULL,
    value   BIGINT   NOT NULL,
    PRIMARY KEY (id)
) ${clustered};

INSERT INTO catalog_revision (id, value) VALUES (1, 0);
