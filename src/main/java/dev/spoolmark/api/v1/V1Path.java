package dev.spoolmark.api.v1;

import dev.spoolmark.http.UrlDecoder;
import java.util.ArrayList;
import java.util.List;

/// Takes a raw path and a raw query apart, segment by segment, so that an encoded slash or comma stays what it was.
final class V1Path {

    private V1Path() {}

    /// The segments of a path, decoded, without the empty ones. A `+` is a blank, as in search paths of 2011.
    static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String raw : rawPath.split("/", -1)) {
            if (!raw.isEmpty()) {
                segments.add(UrlDecoder.decodeQuery(raw));
            }
        }
        return segments;
    }

    /// A word of a method's name without `.json`, or the `.format` that some clients send to the letter.
    static String withoutSuffix(String segment) {
        if (segment.endsWith(".json")) {
            return segment.substring(0, segment.length() - ".json".length());
        }
        return segment.endsWith(".format") ? segment.substring(0, segment.length() - ".format".length()) : segment;
    }

    /// Whether a segment is the format standing alone, as in `/activity/user/json/…`.
    static boolean isFormat(String segment) {
        return segment.equals("json") || segment.equals("format");
    }
}
