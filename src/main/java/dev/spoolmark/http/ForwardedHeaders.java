package dev.spoolmark.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The fields that proxies add to a request, each list in the order of the hops.
///
/// @param clients the client of each hop
/// @param protocols the scheme that each client used
/// @param hosts the host that each client named
record ForwardedHeaders(List<String> clients, List<String> protocols, List<String> hosts) {

    private static final String CLIENT = "X-Forwarded-For";
    private static final String PROTOCOL = "X-Forwarded-Proto";
    private static final String HOST = "X-Forwarded-Host";
    private static final String STANDARD = "Forwarded";

    static ForwardedHeaders read(RequestHeaders header) {
        boolean standard = header.has(STANDARD) && !header.has(CLIENT) && !header.has(PROTOCOL) && !header.has(HOST);
        return standard
                ? parse(String.join(",", header.all(STANDARD)))
                : new ForwardedHeaders(header.listed(CLIENT), header.listed(PROTOCOL), header.listed(HOST));
    }

    private static ForwardedHeaders parse(String text) {
        ForwardedHeaders forwarded = new ForwardedHeaders(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String element : split(text, ',')) {
            for (String pair : split(element, ';')) {
                forwarded.add(pair.strip());
            }
        }
        return forwarded;
    }

    private void add(String pair) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            return;
        }
        String value = unquoted(pair.substring(equals + 1).strip());
        switch (pair.substring(0, equals).strip().toLowerCase(Locale.ROOT)) {
            case "for" -> clients.add(value);
            case "proto" -> protocols.add(value);
            case "host" -> hosts.add(value);
            default -> {}
        }
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }

    /// Splits at separators outside of quoted strings.
    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '\\' && quoted) {
                at++;
            } else if (sign == '"') {
                quoted = !quoted;
            } else if (sign == separator && !quoted) {
                parts.add(text.substring(from, at));
                from = at + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
