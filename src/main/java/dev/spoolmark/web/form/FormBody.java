package dev.spoolmark.web.form;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.UrlDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Parses a body of the type `application/x-www-form-urlencoded`.
public final class FormBody {

    /// Largest body of a form, in bytes.
    public static final long LIMIT_BYTES = 256 * 1024;

    private static final int MAX_FIELDS = 1_000;

    private FormBody() {}

    /// The values of each field in their order.
    ///
    /// @param body ASCII, as sent
    /// @throws ProblemException with `Unreadable` when it is not properly encoded, `TooBig` when it has more than
    ///     1,000 fields
    public static Map<String, List<String>> parse(String body) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        int fields = 0;
        int from = 0;
        while (from < body.length()) {
            int end = body.indexOf('&', from);
            String pair = body.substring(from, end < 0 ? body.length() : end);
            from += pair.length() + 1;
            if (!pair.isEmpty()) {
                if (++fields > MAX_FIELDS) {
                    throw new ProblemException(new Problem.TooBig(MAX_FIELDS, "fields"));
                }
                add(values, pair);
            }
        }
        return values;
    }

    private static void add(Map<String, List<String>> values, String pair) {
        int equals = pair.indexOf('=');
        String name = UrlDecoder.decodeQuery(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : UrlDecoder.decodeQuery(pair.substring(equals + 1));
        values.computeIfAbsent(name, first -> new ArrayList<>(1)).add(value.replace("\r\n", "\n"));
    }
}
