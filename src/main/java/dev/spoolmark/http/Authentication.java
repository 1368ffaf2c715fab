package dev.spoolmark.http;

/// Who may call a method at all.
public enum Authentication {

    /// Anybody; credentials that came along are not looked at.
    NONE("none"),

    /// Anybody; who signs in gets more, and who tries and fails is answered as a stranger.
    OPTIONAL_LENIENT("none"),

    /// Anybody; who signs in gets more, and who tries and fails is refused.
    OPTIONAL("optional"),

    /// Only somebody who signed in.
    SIGNED_IN("required");

    private final String word;

    Authentication(String word) {
        this.word = word;
    }

    /// The specification's word for it.
    public String key() {
        return word;
    }
}
