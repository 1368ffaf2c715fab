-- Movies and shows that somebody named: when the sources are asked about each next, and what came of it last.
CREATE TABLE source_job (
    kind          SMALLINT NOT NULL, -- movies and shows only: an episode is asked for with its show
    item_id       BIGINT   NOT NULL,
    state         SMALLINT NOT NULL, -- 0 not answered yet, 1 known there, 2 known to none
    due_at        BIGINT   NOT NULL,
    attempts      INTEGER  NOT NULL, -- failed ones on end
    asked_at      BIGINT,            -- when the last answer came
    last_error    TEXT ${bytewise},
    remarks       TEXT ${bytewise}, -- what of the last answer could not be placed, one a line
    leased_until  BIGINT,
    leased_by     TEXT ${bytewise},
    PRIMARY KEY (kind, item_id)
) ${clustered};

CREATE INDEX source_job_due ON source_job (state, due_at, kind, item_id);

-- What a node holds is given back when it stops.
CREATE INDEX source_job_leased ON source_job (leased_by) WHERE leased_by IS NOT NULL;

-- What is to be known about a source by whoever does not ask it itself, such as a command beside the server.
CREATE TABLE source (
    name        TEXT ${bytewise} NOT NULL,
    paused_until  BIGINT,              -- left alone until then
    last_error  TEXT ${bytewise},
    error_at    BIGINT,
    changes_requested_at      BIGINT NOT NULL,     -- when it was last asked what changed there
    PRIMARY KEY (name)
) ${clustered};

-- Which facts of an item the source gave that decides what the item is, so that it can take them back; and which
-- episodes and seasons it no longer lists.
CREATE TABLE source_fact (
    kind          SMALLINT NOT NULL,
    item_id       BIGINT   NOT NULL,
    source        TEXT ${bytewise} NOT NULL,
    fields        INTEGER  NOT NULL, -- a bit for each fact of that kind
    withdrawn_at  BIGINT,            -- of a show: since when its list is suspiciously short
    PRIMARY KEY (kind, item_id)
) ${clustered};

CREATE INDEX source_fact_withdrawn ON source_fact (withdrawn_at, kind, item_id) WHERE withdrawn_at IS NOT NULL;
