-- Mails that wait to be sent. `user_id` is 0 for a visitor who forgot the password and may have no account; then
-- `recipient` is what the visitor typed.
CREATE TABLE mail_queue (
    user_id    BIGINT           NOT NULL,
    mail_id    BIGINT           NOT NULL,
    kind       TEXT ${bytewise} NOT NULL, -- password_reset, password_changed, ...
    recipient  TEXT ${bytewise} NOT NULL, -- e-mail address
    language   TEXT ${bytewise} NOT NULL, -- of the visitor; empty: that of the user
    created_at BIGINT           NOT NULL,
    attempts   INTEGER          NOT NULL,
    due_at     BIGINT           NOT NULL, -- time of the next attempt
    PRIMARY KEY (user_id, mail_id)
) ${clustered};

CREATE INDEX mail_queue_by_time ON mail_queue (due_at, user_id, mail_id);

-- The security log of one action, newest first.
CREATE INDEX audit_event_by_action ON audit_event (action, at, user_id, event_id);

-- The tokens of one user, for the deletion of accounts.
CREATE INDEX session_token_of_user ON session_token (user_id, token_hash);
