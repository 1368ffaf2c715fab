package dev.spoolmark.api.v1;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Takes a raw path and a raw query apart, segment by segment, so that an encoded slash or comma stays what it was.
final class V1Path {

    private V1Path() {}

    /// The segments of a path, decoded, without the empty ones. A `+` is a blank, as in search paths of 2011.
    static List<String> segments(String rawPath) {
        List<String> segments = new ArrayList<>();
        for (String raw : rawPath.split("/", -1)) {
            if (!raw.isEmpty()) {
                segments.add(decode(raw));
            }
        }
        return segments;
    }

    /// The members of a query; of a name given twice, the first counts.
    static Map<String, String> query(String rawQuery) {
        if (rawQuery.isEmpty()) {
            return Map.of();
        }
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : rawQuery.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return query;
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

    private static String decode(String raw) {
        if (raw.indexOf('%') < 0 && raw.indexOf('+') < 0) {
            return raw;
        }
        String decoded = percentDecoded(raw);
        if (decoded.indexOf('\0') >= 0) {
            throw unreadable();
        }
        return decoded;
    }

    private static String percentDecoded(String raw) {
        try {
            // Decoded to bytes first: what is not UTF-8 is refused rather than replaced.
            byte[] bytes = URLDecoder.decode(raw, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return new ProblemException(new Problem.Unreadable("the address is not properly encoded"));
    }
}
