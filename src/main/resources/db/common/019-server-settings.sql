-- Settings of the server that administrators change on a page. File, environment and options override them.
CREATE TABLE server_setting (
    setting_key TEXT ${bytewise} NOT NULL,
    value       TEXT ${bytewise} NOT NULL,
    changed_at  BIGINT           NOT NULL,
    PRIMARY KEY (setting_key)
) ${clustered};
