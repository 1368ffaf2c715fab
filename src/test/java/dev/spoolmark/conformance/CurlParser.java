package dev.spoolmark.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses the `curl` command of an API documentation page as a shell would.
record CurlParser(String verb, String path, boolean signsIn, String body) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'((?:[^']|'\\\\'')*)'|(\\S+)");

    /// The line in the `pre` under the heading `Example`.
    static CurlParser on(String page) {
        Matcher found = Pattern.compile("<h2>Example</h2>\\s*<pre>(.*?)</pre>", Pattern.DOTALL)
                .matcher(page);
        if (!found.find()) {
            throw new AssertionError("no example on " + page);
        }
        return of(found.group(1)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&"));
    }

    static CurlParser of(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : unquoted(word.group(2), word.group(3)));
        }
        String body = after("-d", words, "");
        return new CurlParser(
                after("-X", words, body.isEmpty() ? "GET" : "POST"),
                words.stream()
                        .filter(one -> one.startsWith("http://host/"))
                        .findFirst()
                        .orElseThrow()
                        .substring("http://host".length()),
                after("-u", words, "").equals("$NAME:$SHA1"),
                body);
    }

    private static String unquoted(String quoted, String plain) {
        return quoted == null ? plain : quoted.replace("'\\''", "'");
    }

    private static String after(String option, List<String> words, String otherwise) {
        int place = words.indexOf(option);
        return place < 0 ? otherwise : words.get(place + 1);
    }
}
