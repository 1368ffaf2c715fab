package dev.spoolmark.api.v1;

import dev.spoolmark.http.UrlDecoder;
import java.util.ArrayList;
import java.util.List;

/// Splits a raw path of v1 before it decodes the segments, so that an encoded slash stays in its segment.
final class V1Path {

    private V1Path() {}

    /// The decoded segments of a path without the empty ones. A `+` is a blank, as clients send it in search paths.
    static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String raw : rawPath.split("/", -1)) {
            if (!raw.isEmpty()) {
                segments.add(UrlDecoder.decodeQuery(raw));
            }
        }
        return segments;
    }

    /// A segment without `.json`, or `.format`, which some clients send literally.
    static String withoutSuffix(String segment) {
        if (segment.endsWith(".json")) {
            return segment.substring(0, segment.length() - ".json".length());
        }
        return segment.endsWith(".format") ? segment.substring(0, segment.length() - ".format".length()) : segment;
    }

    /// Whether the format is a segment of its own, as in `/activity/user/json/…`.
    static boolean isFormat(String segment) {
        return segment.equals("json") || segment.equals("format");
    }
}
