-- A base that a server loads again by itself when its files change: which of them were tried last, and what came of it.
CREATE TABLE base (
    name          TEXT   NOT NULL,
    files         TEXT,            -- names, sizes and times of the files that were tried last
    due_at        BIGINT NOT NULL, -- not tried again before
    loaded_at     BIGINT,          -- when the last load came to its end
    outcome       TEXT,            -- what came of that one, in one line
    last_error    TEXT,            -- why it does not go on, until it does
    error_at      BIGINT,
    leased_until  BIGINT,
    leased_by     TEXT,
    PRIMARY KEY (name)
) ${clustered};
