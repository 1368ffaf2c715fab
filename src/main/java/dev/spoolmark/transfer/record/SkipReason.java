package dev.spoolmark.transfer.record;

import java.util.Locale;

/// Why a row is not imported. The texts are for the command line and files; pages have their own in each language.
public enum SkipReason {
    OTHER_MEDIUM("not a movie, show or episode"),
    NOT_WATCHED("not watched to the end"),
    NOT_LATEST("a later row of the same viewing counts"),
    TRAILER("a trailer or extra"),
    OTHER_PROFILE("another profile"),
    NOT_CHOSEN("not among the chosen kinds"),
    NEEDS_EPISODES("watched completely, but the file does not say which episodes"),
    NO_ITEM("names no item"),
    INVALID_VALUE("a value cannot be read"),
    INVALID_DATE("the date cannot be read"),
    REPLY("a reply to a comment of another user"),
    FAILED_AT_SOURCE("the other tracker could not export it"),
    UNREADABLE("the row cannot be read"),
    TOO_LONG("a text is longer than this server stores"),
    LIMIT("a limit of this account is reached"),
    NOT_SUPPORTED("this server has no such data");

    private final String text;

    SkipReason(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /// The name in message files and the database.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
