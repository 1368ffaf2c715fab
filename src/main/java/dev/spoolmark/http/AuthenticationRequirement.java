package dev.spoolmark.http;

/// Whether a method requires a signed-in user.
public enum AuthenticationRequirement {

    /// Credentials are ignored.
    NONE("none"),

    /// A signed-in user gets more; wrong credentials count as none.
    OPTIONAL_LENIENT("none"),

    /// A signed-in user gets more; wrong credentials are rejected.
    OPTIONAL("optional"),

    /// A signed-in user is required.
    SIGNED_IN("required");

    private final String key;

    AuthenticationRequirement(String key) {
        this.key = key;
    }

    /// The term of the specification.
    public String key() {
        return key;
    }
}
