package dev.spoolmark.torture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Mutates requests. The same seed gives the same mutations.
final class RequestMutator {

    private static final Pattern JSON = Pattern.compile("\"[^\"]*\"|-?[0-9.]+|true|false|null|[{}\\[\\],:]");
    private static final Pattern SEGMENT = Pattern.compile("[^/?&=]+");

    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "{}",
            "[]",
            "[[]]",
            "\"\"",
            "\" \"",
            "0",
            "-1",
            "-0",
            "1e400",
            "1e64",
            "0.1e-70",
            "99999999999999999999",
            "9007199254740993",
            "2147483648",
            "-2147483649",
            "007",
            "NaN",
            "\"NaN\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udfff\\ud800\"",
            "\"\\q\"",
            "\"\n\"",
            "\"\u00c3(\"",
            "\"\u00ff\"",
            "\"\u00ef\u00bb\u00bf\"",
            "\"%s%n\"",
            "\"' OR 1=1 --\"",
            "\"tt00000000000000000001\"",
            "\"tt1\"",
            "\"2013-02-30T25:61:61Z\"",
            "\"-999999999-01-01\"",
            "\"1e9\"",
            "\"love\"",
            "\"_%\"",
            "[".repeat(40) + "]".repeat(40),
            "{\"a\":".repeat(40) + "1" + "}".repeat(40),
            "\"" + "x".repeat(70_000) + "\"",
            "{\"title\":{\"a\":1},\"title\":2}",
            "1".repeat(40));

    private static final List<String> SEGMENTS = List.of(
            "",
            ".",
            "..",
            "%00",
            "%ff",
            "%zz",
            "%",
            "%c0%af",
            "%2F",
            "%3F",
            "+",
            " ",
            ";a=b",
            "\u00fc",
            "all,all",
            ",",
            "-1",
            "0",
            "00",
            "1.5",
            "99999999999999999999",
            "2147483648",
            "tt0000000",
            "tt99999999999",
            "min",
            "extended",
            "full",
            "normal",
            "19000101",
            "99999999",
            "2013-13-45",
            "0000-00-00",
            "-292275055",
            "*",
            "_",
            "%25",
            "a".repeat(300),
            "{user}",
            "{key}",
            "%F0%9F%8E%AC",
            "%ED%A0%80",
            "select",
            "1,2,3,4,5,6,7,8,9,10",
            "1/1/1/1",
            "a\"b<c>",
            "nobody");

    private static final List<String> FIELDS = List.of(
            "Host: localhost",
            "Host:",
            "Host: a b",
            "Host: [::1",
            "Host: localhost:99999",
            "Content-Length: -1",
            "Content-Length: 0",
            "Content-Length: 5",
            "Content-Length: 99999999999999999999",
            "Content-Length: 1\r\nContent-Length: 2",
            "Transfer-Encoding: chunked",
            "Transfer-Encoding: gzip",
            "Transfer-Encoding: chunked, chunked",
            "Expect: 100-continue",
            "Expect: nonsense",
            "Content-Encoding: gzip",
            "Content-Type: multipart/form-data",
            "Content-Type: ;;;",
            "Accept-Encoding: gzip;q=x",
            "Accept-Encoding: *;q=0",
            "Authorization: Basic",
            "Authorization: Basic !!!",
            "Authorization: Basic Og==",
            "Authorization: Bearer x",
            "Authorization: Basic {basic}",
            "Connection: close",
            "Connection: upgrade",
            "Upgrade: h2c",
            "Range: bytes=0-1",
            "If-None-Match: \"\u00ff",
            "If-Modified-Since: Foo",
            "Origin: null",
            "X-Forwarded-For: 1.2.3.4",
            "Cookie: a=b",
            ": empty",
            "No colon",
            "Space before : colon",
            "A: " + "b".repeat(9_000),
            "Sec-Fetch-Site: cross-site",
            " folded");

    private final Random random;
    private final List<FuzzRequest> corpus;

    RequestMutator(long seed, List<FuzzRequest> corpus) {
        this.random = new Random(seed);
        this.corpus = corpus;
    }

    /// A request with one or a few mutations.
    FuzzRequest next() {
        FuzzRequest probe = one(corpus);
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            probe = changed(probe);
        }
        return probe;
    }

    /// The bytes of a request, sometimes with random bytes changed.
    byte[] bytes(FuzzRequest probe) {
        byte[] bytes = probe.bytes();
        if (random.nextInt(8) == 0) {
            for (int times = 1 + random.nextInt(4); times > 0; times--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
        }
        return random.nextInt(16) == 0 ? java.util.Arrays.copyOf(bytes, 1 + random.nextInt(bytes.length)) : bytes;
    }

    private FuzzRequest changed(FuzzRequest probe) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> new FuzzRequest(line(probe.line()), probe.fields(), probe.body());
            case 2 -> new FuzzRequest(probe.line(), fields(probe.fields()), probe.body());
            case 3 -> new FuzzRequest(probe.line(), probe.fields(), one(corpus).body());
            case 4 -> new FuzzRequest(one(corpus).line(), probe.fields(), probe.body());
            default -> new FuzzRequest(probe.line(), probe.fields(), body(probe.body()));
        };
    }

    private String line(String line) {
        return switch (random.nextInt(6)) {
            case 0 ->
                one(List.of("GET", "POST", "PUT", "HEAD", "OPTIONS", "DELETE", "X", "post"))
                        + line.substring(line.indexOf(' '));
            case 1 -> line + "/" + one(SEGMENTS);
            case 2 -> line + (line.contains("?") ? "&" : "?") + one(SEGMENTS) + "=" + one(SEGMENTS);
            case 3 -> line.replaceFirst("\\.json", "");
            default -> replaced(line, SEGMENT, one(SEGMENTS), line.indexOf('/'));
        };
    }

    private List<String> fields(List<String> fields) {
        List<String> more = new ArrayList<>(fields);
        more.add(random.nextInt(more.size() + 1), one(FIELDS));
        Collections.shuffle(more, random);
        return more;
    }

    private String body(String body) {
        return switch (random.nextInt(8)) {
            case 0 -> body.substring(0, random.nextInt(body.length() + 1));
            case 1 -> "\u00ef\u00bb\u00bf" + body;
            case 2 -> body + one(List.of(" ", "x", "{}", "\u0000", "]"));
            case 3 -> "[" + body + "]";
            default -> replaced(body, JSON, one(VALUES), 0);
        };
    }

    /// Replaces one match of the pattern.
    private String replaced(String text, Pattern pattern, String by, int from) {
        List<MatchResult> matches = pattern.matcher(text)
                .results()
                .filter(match -> match.start() >= from)
                .toList();
        if (matches.isEmpty()) {
            return by;
        }
        MatchResult match = one(matches);
        return text.substring(0, match.start()) + by + text.substring(match.end());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
