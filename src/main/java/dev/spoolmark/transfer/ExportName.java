package dev.spoolmark.transfer;

import dev.spoolmark.account.Account;
import java.util.Locale;
import java.util.regex.Pattern;

/// Names that are made from the name of a user.
public final class ExportName {

    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9_-]");

    private ExportName() {}

    /// The name of the archive: letters, digits, `_`, `-` and one dot, on every file system and in a header field.
    public static String of(Account account) {
        return "spoolmark-export-" + safe(account.name()) + ".zip";
    }

    /// The name of a file of a format.
    public static String of(ExportFormat format, Account account) {
        return format == ExportFormat.SPOOLMARK
                ? of(account)
                : format.key() + "-export-" + safe(account.name()) + "." + format.extension();
    }

    /// The form of a user name in an address.
    static String slug(Account account) {
        return safe(account.name()).toLowerCase(Locale.ROOT);
    }

    static String safe(String text) {
        return UNSAFE.matcher(text).replaceAll("-");
    }
}
