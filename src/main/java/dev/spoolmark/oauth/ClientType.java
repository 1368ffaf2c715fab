package dev.spoolmark.oauth;

/// Whether an application can keep a secret (RFC 6749, 2.1).
public enum ClientType {

    /// Authenticates with its secret.
    CONFIDENTIAL(1),

    /// Has no secret and has to use PKCE.
    PUBLIC(2),

    /// Not registered, and no secret was sent so far; the first one is kept.
    UNDETERMINED(3);

    private final int key;

    ClientType(int key) {
        this.key = key;
    }

    /// The number in the database.
    int key() {
        return key;
    }

    static ClientType of(int key) {
        for (ClientType type : values()) {
            if (type.key == key) {
                return type;
            }
        }
        throw new IllegalArgumentException("no client type has the number " + key);
    }
}
