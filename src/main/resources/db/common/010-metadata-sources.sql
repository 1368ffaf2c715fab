-- Queue of lookups at metadata sources: one row per movie or show, with the time of the next lookup and the last result.
CREATE TABLE source_job (
    kind         SMALLINT         NOT NULL, -- movie or show; episodes are looked up with their show
    item_id      BIGINT           NOT NULL,
    state        SMALLINT         NOT NULL, -- 0 pending, 1 found, 2 not found at any source
    due_at       BIGINT           NOT NULL,
    attempts     INTEGER          NOT NULL, -- consecutive failures
    responded_at BIGINT,                    -- time of the last response
    last_error   TEXT ${bytewise},
    warnings     TEXT ${bytewise},          -- parts of the last response that could not be stored, one per line
    leased_until BIGINT,
    leased_by    TEXT ${bytewise},
    PRIMARY KEY (kind, item_id)
) ${clustered};

CREATE INDEX source_job_due ON source_job (state, due_at, kind, item_id);

-- A node releases its leases when it stops.
CREATE INDEX source_job_leased ON source_job (leased_by) WHERE leased_by IS NOT NULL;

-- State of each source, for other processes than the one that sends the requests.
CREATE TABLE source (
    name                   TEXT ${bytewise} NOT NULL,
    paused_until           BIGINT,                    -- no requests before this time
    last_error             TEXT ${bytewise},
    error_at               BIGINT,
    changes_requested_at   BIGINT           NOT NULL, -- last request for changes, successful or not
    changes_complete_until BIGINT,                    -- changes up to this time were received
    PRIMARY KEY (name)
) ${clustered};

-- Which fields of an item its primary source has provided, so that the source can withdraw them, and since when it no
-- longer lists an episode or season.
CREATE TABLE source_fact (
    kind         SMALLINT         NOT NULL,
    item_id      BIGINT           NOT NULL,
    source       TEXT ${bytewise} NOT NULL,
    fields       INTEGER          NOT NULL, -- bit mask of fields, per kind
    withdrawn_at BIGINT,                    -- of a show: since when its list of episodes is implausibly short
    PRIMARY KEY (kind, item_id)
) ${clustered};

CREATE INDEX source_fact_withdrawn ON source_fact (withdrawn_at, kind, item_id) WHERE withdrawn_at IS NOT NULL;
