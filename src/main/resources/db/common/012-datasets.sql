-- Datasets that the server imports again when their files change: the files of the last import and its result.
CREATE TABLE dataset (
    name         TEXT ${bytewise} NOT NULL,
    files        TEXT ${bytewise},          -- names, sizes and modification times of the files of the last attempt
    due_at       BIGINT           NOT NULL, -- no attempt before this time
    loaded_at    BIGINT,                    -- end of the last successful import
    outcome      TEXT ${bytewise},          -- its result, one line
    last_error   TEXT ${bytewise},          -- reason of the last failure; null after a success
    error_at     BIGINT,
    leased_until BIGINT,
    leased_by    TEXT ${bytewise},
    PRIMARY KEY (name)
) ${clustered};
