-- Imports of files of other trackers. Not exported, since the imported data is; erased with the account.
CREATE TABLE import_run (
    user_id      BIGINT           NOT NULL,
    run_id       BIGINT           NOT NULL,
    format       TEXT ${bytewise} NOT NULL,
    file_name    TEXT ${bytewise} NOT NULL,
    choices      TEXT ${bytewise} NOT NULL, -- JSON
    status       SMALLINT         NOT NULL, -- see ImportStatus
    record_count BIGINT           NOT NULL, -- records of the file; 0: not counted yet
    position     BIGINT           NOT NULL, -- records that are done
    counts       TEXT ${bytewise} NOT NULL, -- JSON
    list_rank    INTEGER          NOT NULL, -- last rank of the watchlist before
    problem      TEXT ${bytewise},          -- why it ended early
    created_at   BIGINT           NOT NULL,
    ended_at     BIGINT,
    leased_until BIGINT           NOT NULL, -- until when a server or command works on it
    PRIMARY KEY (user_id, run_id)
) ${clustered};

CREATE INDEX import_run_by_status ON import_run (status, leased_until, user_id, run_id);

-- What became of each record: the report of an import, and what its undo needs.
CREATE TABLE import_row (
    user_id   BIGINT           NOT NULL,
    run_id    BIGINT           NOT NULL,
    row_no    BIGINT           NOT NULL,
    outcome   SMALLINT         NOT NULL, -- see RowOutcome
    type      SMALLINT         NOT NULL, -- see RecordType
    kind      SMALLINT         NOT NULL, -- 0: no item
    item_id   BIGINT           NOT NULL,
    show_id   BIGINT           NOT NULL,
    member    TEXT ${bytewise} NOT NULL,
    line      INTEGER          NOT NULL,
    stored_at BIGINT           NOT NULL,
    before    TEXT ${bytewise}, -- JSON: the row that was there before
    after     TEXT ${bytewise}, -- JSON: the row that was stored
    reason    TEXT ${bytewise},
    label     TEXT ${bytewise}, -- the record for its reader, if no item says it
    record    TEXT ${bytewise}, -- JSON: a record that is not resolved
    PRIMARY KEY (user_id, run_id, row_no)
) ${clustered};

CREATE INDEX import_row_by_outcome ON import_row (user_id, run_id, outcome, row_no);

CREATE INDEX import_row_of_item ON import_row (kind, item_id, user_id);

-- The list here that a list of a file has become.
CREATE TABLE import_list (
    user_id  BIGINT           NOT NULL,
    run_id   BIGINT           NOT NULL,
    list_key TEXT ${bytewise} NOT NULL,
    list_id  BIGINT           NOT NULL,
    rank     INTEGER          NOT NULL, -- last rank before
    PRIMARY KEY (user_id, run_id, list_key)
) ${clustered};

-- What a user has said about names that no item was found for.
CREATE TABLE import_decision (
    user_id    BIGINT           NOT NULL,
    source_key TEXT ${bytewise} NOT NULL,
    kind       SMALLINT         NOT NULL, -- 0: ignored
    item_id    BIGINT           NOT NULL,
    decided_at BIGINT           NOT NULL,
    PRIMARY KEY (user_id, source_key)
) ${clustered};

CREATE INDEX import_decision_of_item ON import_decision (kind, item_id, user_id);
