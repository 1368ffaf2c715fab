-- Pictures of users, as JPEG in Base64. account.avatar has the hash of the picture.
CREATE TABLE user_picture (
    user_id    BIGINT           NOT NULL,
    hash       TEXT ${bytewise} NOT NULL, -- first 32 hexadecimal digits of the SHA-256
    jpeg       TEXT ${bytewise} NOT NULL,
    changed_at BIGINT           NOT NULL,
    PRIMARY KEY (user_id)
) ${clustered};

CREATE INDEX user_picture_by_hash ON user_picture (hash, user_id);
