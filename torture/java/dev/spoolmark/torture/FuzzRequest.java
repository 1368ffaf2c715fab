package dev.spoolmark.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/// A request of the corpus or a mutation of one, in parts that can be mutated separately.
///
/// A corpus file contains the request line without the version, the header fields, an empty line and the body.
/// `{key}`, `{user}`, `{password}` and `{basic}` are replaced by those of an existing user. `Host` and
/// `Content-Length` are added if they are missing.
record FuzzRequest(String line, List<String> fields, String body) {

    private static final Path CORPUS = Path.of("src/test/resources/fuzz");
    private static final String CHUNKED = "transfer-encoding: chunked";

    FuzzRequest {
        fields = List.copyOf(fields);
    }

    /// The whole corpus, ordered by file name.
    static List<FuzzRequest> corpus() throws IOException {
        List<FuzzRequest> probes = new ArrayList<>();
        try (Stream<Path> files = Files.list(CORPUS)) {
            for (Path file : files.sorted().toList()) {
                probes.add(read(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
        }
        return probes;
    }

    static FuzzRequest read(String text) {
        int end = text.indexOf("\n\n");
        List<String> head = text.substring(0, end).lines().toList();
        return new FuzzRequest(
                head.getFirst(),
                head.subList(1, head.size()),
                text.substring(end + 2).stripTrailing());
    }

    /// The format of the corpus.
    String text() {
        return line + "\n" + String.join("\n", fields) + (fields.isEmpty() ? "\n" : "\n\n") + body;
    }

    /// The bytes to send. Characters up to U+00FF are one byte each, so that any byte can occur.
    byte[] bytes() {
        StringBuilder request = new StringBuilder(filled(line)).append(" HTTP/1.1\r\n");
        fields.forEach(field -> request.append(filled(field)).append("\r\n"));
        String sent = filled(body);
        boolean chunked = fields.stream().anyMatch(field -> field.equalsIgnoreCase(CHUNKED));
        add(request, "Host", "localhost");
        if (!chunked && (!sent.isEmpty() || line.startsWith("POST"))) {
            add(request, "Content-Length", Integer.toString(sent.length()));
        }
        request.append("\r\n");
        if (chunked && !sent.isEmpty()) {
            request.append(Integer.toHexString(sent.length())).append("\r\n");
            request.append(sent).append("\r\n0\r\n\r\n");
        } else {
            request.append(sent);
        }
        return request.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void add(StringBuilder request, String name, String value) {
        if (fields.stream().noneMatch(field -> field.regionMatches(true, 0, name, 0, name.length()))) {
            request.append(name).append(": ").append(value).append("\r\n");
        }
    }

    private static String filled(String text) {
        String pair = RecordedWrite.userNameOf(0) + ":" + RecordedWrite.PASSWORD;
        return text.replace("{key}", PipelinedConnection.KEY)
                .replace("{user}", RecordedWrite.userNameOf(0))
                .replace("{password}", RecordedWrite.PASSWORD)
                .replace("{basic}", Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
