package dev.spoolmark.http;

import java.util.Locale;
import java.util.Optional;

/// The target of a request line in origin form, absolute form or asterisk form (RFC 9112, 3.2).
///
/// @param authority host and port of the absolute form; they replace the Host field
/// @param path as sent
record RequestTarget(Optional<String> authority, String path) {

    /// @param target without query and fragment
    /// @return empty if it has none of these forms
    static Optional<RequestTarget> of(String target) {
        if (target.startsWith("/") || target.equals("*")) {
            return Optional.of(new RequestTarget(Optional.empty(), target));
        }
        String lower = target.toLowerCase(Locale.ROOT);
        int host = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : 0;
        return host == 0 ? Optional.empty() : Optional.of(absolute(target, host));
    }

    private static RequestTarget absolute(String target, int host) {
        int slash = target.indexOf('/', host);
        return slash < 0
                ? new RequestTarget(Optional.of(target.substring(host)), "/")
                : new RequestTarget(Optional.of(target.substring(host, slash)), target.substring(slash));
    }
}
