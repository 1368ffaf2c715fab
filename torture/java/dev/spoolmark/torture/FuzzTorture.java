package dev.spoolmark.torture;

import dev.spoolmark.db.Engine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sends mutations of real client requests. Each gets a response in time, none with a server error, and memory
/// does not grow. Mutations with a new kind of response are added to the corpus.
final class FuzzTorture {

    private static final Path CATALOG_FILE = Path.of("src/test/resources/conformance/catalog.jsonl");
    private static final Path FINDINGS = Path.of("target/torture");
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] ([0-9]{3})");
    private static final Set<Integer> EXPECTED = Set.of(501, 503, 505);
    private static final int TIMEOUT_MILLIS = 15_000;
    private static final int MAX_CORPUS_SIZE = 2_000;
    private static final int KEPT_RESPONSE_BYTES = 4 * 1024;
    private static final long GROWTH_MIB = 16;

    private final ServerNode node;
    private final List<FuzzRequest> corpus;
    private final RequestMutator mutation;
    private final Set<String> kinds = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private long sent;

    private FuzzTorture(ServerNode node, List<FuzzRequest> corpus, long seed) {
        this.node = node;
        this.corpus = new ArrayList<>(corpus);
        this.mutation = new RequestMutator(seed, this.corpus);
    }

    /// @param time how long mutations are sent, after the unchanged corpus
    static Outcome run(Path folder, Duration time, long seed) throws IOException, InterruptedException {
        List<FuzzRequest> corpus = FuzzRequest.corpus();
        ServerFixture fixture = ServerFixture.of(Engine.SQLITE, folder, 2);
        fixture.command("catalog", "load", CATALOG_FILE.toString());
        try (ServerNode node = ServerNode.start(fixture)) {
            FuzzTorture fuzz = new FuzzTorture(node, corpus, seed);
            fuzz.sendAsTheyAre(corpus);
            fuzz.send(time.dividedBy(2));
            long before = node.liveMemoryMib();
            fuzz.send(time.dividedBy(2));
            long after = node.liveMemoryMib();
            if (after - before > GROWTH_MIB) {
                fuzz.faults.add("memory in use grew from " + before + " to " + after + " MiB");
            }
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("is the seed", seed);
            figures.put("requests of the corpus", corpus.size());
            figures.put("requests sent", fuzz.sent);
            figures.put("kinds of responses", fuzz.kinds.size());
            figures.put("MiB in use half-way", before);
            figures.put("MiB in the end", after);
            return new Outcome("fuzz", figures, fuzz.faults);
        }
    }

    /// If the unchanged corpus did not get the expected responses, mutations would find nothing either.
    private void sendAsTheyAre(List<FuzzRequest> probes) throws IOException {
        int done = 0;
        for (FuzzRequest probe : probes) {
            done += send(probe, probe.bytes()).contains(" 200 ") ? 1 : 0;
        }
        if (done < probes.size() * 3 / 4) {
            faults.add("only " + done + " requests of the corpus are understood");
        }
    }

    private void send(Duration time) throws IOException {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until && faults.size() < 20) {
            FuzzRequest probe = mutation.next();
            var _ = send(probe, mutation.bytes(probe));
        }
    }

    private String send(FuzzRequest probe, byte[] bytes) throws IOException {
        sent++;
        String response = response(bytes);
        List<Integer> statuses = STATUS.matcher(response)
                .results()
                .map(found -> Integer.parseInt(found.group(1)))
                .toList();
        if (response.equals("late") || statuses.stream().anyMatch(FuzzTorture::isWrong)) {
            found(probe, bytes, response);
        }
        Matcher body = Pattern.compile("\r\n\r\n(.{0,80})", Pattern.DOTALL).matcher(response);
        String kind = probe.line().replaceAll("/\\{key}.*", "")
                + statuses
                + (body.find() ? body.group(1).replaceAll("[0-9]+", "0") : "");
        if (kinds.add(kind) && corpus.size() < MAX_CORPUS_SIZE && bytes.length < 20_000) {
            corpus.add(probe);
        }
        return response;
    }

    private static boolean isWrong(int status) {
        return status >= 500 && !EXPECTED.contains(status);
    }

    private void found(FuzzRequest probe, byte[] bytes, String response) throws IOException {
        Path file = FINDINGS.resolve("fuzz-" + sent + ".http");
        Files.createDirectories(FINDINGS);
        Files.writeString(file, probe.text(), StandardCharsets.ISO_8859_1);
        Files.write(FINDINGS.resolve("fuzz-" + sent + ".bytes"), bytes);
        faults.add(file + " got " + response.lines().findFirst().orElse("no response"));
    }

    /// The beginning of what the server sent until it closed the connection.
    private String response(byte[] bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), node.port())) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            try {
                socket.getOutputStream().write(bytes);
                socket.shutdownOutput();
                return beginning(socket.getInputStream());
            } catch (SocketTimeoutException late) {
                return "late";
            } catch (IOException cutOff) {
                return "cut off";
            }
        }
    }

    private static String beginning(InputStream in) throws IOException {
        ByteArrayOutputStream begin = new ByteArrayOutputStream();
        byte[] bytes = new byte[KEPT_RESPONSE_BYTES];
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
            if (begin.size() < KEPT_RESPONSE_BYTES) {
                begin.write(bytes, 0, count);
            }
        }
        return begin.toString(StandardCharsets.ISO_8859_1);
    }
}
