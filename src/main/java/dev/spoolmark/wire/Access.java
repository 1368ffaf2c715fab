package dev.spoolmark.wire;

/// Who may call a method at all.
public enum Access {

    /// Anybody; credentials that came along are not looked at.
    OPEN("none"),

    /// Anybody; who signs in gets more, and who tries and fails is answered as a stranger.
    WELCOME("none"),

    /// Anybody; who signs in gets more, and who tries and fails is refused.
    OPTIONAL("optional"),

    /// Only somebody who signed in.
    SIGNED_IN("required");

    private final String word;

    Access(String word) {
        this.word = word;
    }

    /// The specification's word for it.
    public String word() {
        return word;
    }
}
