package dev.spoolmark.torture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/// A body that is large or expands to a large size, sent without or with wrong credentials.
///
/// @param fields header fields, each with its line end
@SuppressWarnings("ArrayRecordComponent") // never compared
record HostileBody(String name, String method, String fields, byte[] bytes) {

    private static final int MIB = 1024 * 1024;
    private static final String METHOD = "rate/episodes";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";
    private static final String WRONG =
            "\"username\":\"nobody\",\"password\":\"da39a3ee5e6b4b0d3255bfef95601890afd80709\",";

    /// Every form in the maximum size that the server reads.
    static List<HostileBody> all() throws IOException {
        List<HostileBody> all = new ArrayList<>();
        form(all, "empty elements", "a[]=&".repeat(MIB));
        form(all, "nested elements", ("a[0][b][c]" + "[d]".repeat(20) + "[]=1&").repeat(60_000));
        form(
                all,
                "distinct names",
                IntStream.range(0, MIB / 2).mapToObj(n -> "n" + n + "=1").collect(Collectors.joining("&")));
        form(all, "escapes", "%61%5B%5D=%25%32&".repeat(MIB / 4));
        form(all, "long values", ("a[]=" + "x".repeat(60_000) + "&").repeat(200));
        form(all, "long names", ("x".repeat(250) + "[]=1&").repeat(60_000));
        json(all, "empty objects", list("{}", MIB));
        json(all, "objects with a member", list("{\"season\":1}", MIB));
        json(all, "nulls", list("null", 3 * MIB));
        json(all, "empty lists", list("[]", 3 * MIB));
        json(all, "deep lists", list("[".repeat(29) + "]".repeat(29), 250_000));
        json(all, "deep objects", list("{\"a\":".repeat(28) + "{}" + "}".repeat(28), 80_000));
        json(all, "long texts", list("\"" + "x".repeat(60_000) + "\"", 250));
        json(all, "wide texts", list("\"" + "\u0436" + "x".repeat(60_000) + "\"", 250));
        json(all, "texts of escapes", list("\"" + "\\u0436".repeat(10_000) + "\"", 250));
        json(
                all,
                "distinct names",
                IntStream.range(0, MIB).mapToObj(n -> "\"n" + n + "\":1").collect(Collectors.joining(",", "{", "}")));
        json(
                all,
                "long names",
                IntStream.range(0, 60_000)
                        .mapToObj(n -> "\"" + "n".repeat(245) + n + "\":1")
                        .collect(Collectors.joining(",", "{", "}")));
        json(all, "many digits", list("\"" + "9".repeat(60_000) + "\"", 250));
        json(all, "numbers of many digits", list("9".repeat(60_000), 250));
        json(all, "large exponents", list("1e999999999", MIB));
        json(all, "text that never ends", "{\"episodes\":[\"" + "x".repeat(15 * MIB));
        json(all, "wrong credentials first", "{" + WRONG + list("{}", MIB).substring(1));
        json(
                all,
                "a library of unknown episodes",
                list("{\"season\":\"1\",\"episode\":\"2\",\"rating\":\"3\"}", 24_000));
        all.add(new HostileBody("json labelled as a form", METHOD, FORM, bytes(list("{}", MIB))));
        all.add(new HostileBody("form labelled as json", METHOD, JSON, bytes("a[]=&".repeat(MIB))));
        all.add(new HostileBody("a body where none belongs", "account/test", JSON, bytes(list("{}", 80_000))));
        all.add(new HostileBody("more than may be", METHOD, JSON, bytes(list("{}", 7 * MIB))));
        all.add(new HostileBody(
                "wrong credentials in the header", METHOD, "Authorization: Basic YTpi\r\n", bytes(list("{}", MIB))));
        byte[] noise = new byte[15 * MIB];
        new Random(1).nextBytes(noise);
        all.add(new HostileBody("noise", METHOD, JSON, noise));
        gzip(all, "a bomb of blanks", "{" + " ".repeat(60 * MIB) + "}");
        gzip(all, "a bomb of objects", list("{}", 5 * MIB));
        gzip(all, "a bomb of elements", "a[]=&".repeat(3 * MIB));
        all.add(new HostileBody("broken gzip", METHOD, "Content-Encoding: gzip\r\n", Arrays.copyOf(noise, MIB)));
        return all;
    }

    private static String list(String value, int count) {
        return "{\"episodes\":[" + (value + ",").repeat(count - 1) + value + "]}";
    }

    private static void form(List<HostileBody> all, String name, String body) {
        all.add(new HostileBody("form: " + name, METHOD, FORM, bytes(body)));
    }

    private static void json(List<HostileBody> all, String name, String body) {
        all.add(new HostileBody("json: " + name, METHOD, JSON, bytes(body)));
    }

    private static void gzip(List<HostileBody> all, String name, String body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes(body));
        }
        all.add(new HostileBody("gzip: " + name, METHOD, JSON + "Content-Encoding: gzip\r\n", out.toByteArray()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return name;
    }
}
