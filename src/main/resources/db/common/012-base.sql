-- A base that a server loads again by itself when its files change: which of them were tried last, and what came of it.
CREATE TABLE dataset (
    name          TEXT ${bytewise} NOT NULL,
    files         TEXT ${bytewise}, -- names, sizes and times of the files that were tried last
    due_at        BIGINT NOT NULL, -- not tried again before
    loaded_at     BIGINT,          -- when the last load came to its end
    outcome       TEXT ${bytewise}, -- what came of that one, in one line
    last_error    TEXT ${bytewise}, -- why it does not go on, until it does
    error_at      BIGINT,
    leased_until  BIGINT,
    leased_by     TEXT ${bytewise},
    PRIMARY KEY (name)
) ${clustered};
