package dev.spoolmark.transfer.file;

import java.util.Locale;

/// Why a file cannot be imported. The texts are for the command line; pages have their own in each language.
public enum FileProblem {
    UNKNOWN_FORMAT("is of no known format: say which one it is, or map its columns"),
    EMPTY("is empty"),
    DAMAGED("is damaged, or is not what its name says"),
    ENCRYPTED("is encrypted: unpack it and pack it again without a password"),
    BAD_NAME("contains a file with an unsafe name"),
    DUPLICATE_NAME("contains two files of the same name"),
    NESTED_ARCHIVE("contains another archive: unpack that one and import it by itself"),
    TOO_MANY_MEMBERS("contains more than 10,000 files"),
    TOO_LARGE("is larger than 64 MiB, or more than 512 MiB when it is unpacked"),
    TOO_COMPRESSED("is compressed more than any real export is"),
    TOO_MANY_ROWS("has more than 1,000,000 rows"),
    TOO_LONG_ROW("has a row that is too long"),
    NOT_TEXT("has a part that is not text");

    private final String text;

    FileProblem(String text) {
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
