package dev.spoolmark.http;

import java.util.Locale;
import java.util.Optional;

/// The target of a request line in origin form or in absolute form (RFC 9112, 3.2.2).
///
/// @param authority host and port of the absolute form; they replace the Host field
/// @param path as sent
record RequestTarget(Optional<String> authority, String path) {

    static RequestTarget of(String target) {
        String lower = target.length() > 0 && target.charAt(0) == '/' ? "" : target.toLowerCase(Locale.ROOT);
        int host = lower.startsWith("http://") ? 7 : lower.startsWith("https://") ? 8 : 0;
        if (host == 0) {
            return new RequestTarget(Optional.empty(), target);
        }
        int slash = target.indexOf('/', host);
        return slash < 0
                ? new RequestTarget(Optional.of(target.substring(host)), "/")
                : new RequestTarget(Optional.of(target.substring(host, slash)), target.substring(slash));
    }
}
