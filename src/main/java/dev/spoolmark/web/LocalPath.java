package dev.spoolmark.web;

import java.util.Optional;
import java.util.regex.Pattern;

/// Checks addresses that a request asks to be redirected to: only pages of this server are allowed, so that a link
/// to the server cannot lead to another site (open redirect).
public final class LocalPath {

    /// A path and a query of printable ASCII without a backslash, which some browsers read as a slash. It begins
    /// with exactly one slash: two would begin a host name.
    private static final Pattern LOCAL = Pattern.compile("/(?:[!-.0-\\[\\]-~][!-\\[\\]-~]*)?");

    /// A path with a segment `.` or `..`, also encoded. Browsers resolve it, so it leads to another page.
    private static final Pattern DOT_SEGMENT =
            Pattern.compile("[^?#]*/(?:\\.|%2e){1,2}(?:[/?#].*)?", Pattern.CASE_INSENSITIVE);

    /// An authorization request with a long state fits.
    private static final int LONGEST = 4_000;

    private LocalPath() {}

    /// The address, if it is a path of this server.
    public static Optional<String> of(String address) {
        return address.length() <= LONGEST
                        && LOCAL.matcher(address).matches()
                        && !DOT_SEGMENT.matcher(address).matches()
                ? Optional.of(address)
                : Optional.empty();
    }
}
