package dev.spoolmark.conformance;

import dev.spoolmark.app.ServerProcess;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.db.Database;
import dev.spoolmark.http.client.StubServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Many clients that request the largest responses and read 1 KiB per second, next to a client that reads at full
/// speed. The server is a separate process with the options of the launcher.
public final class SlowReaders {

    private static final int SHOWS = 300;
    private static final int EPISODES = 50;
    private static final int MOVIES = 12_000;
    private static final int PICTURES = 20;
    private static final int PICTURE_BYTES = 3_000_000;
    private static final int ROWS_A_TRANSACTION = 500;
    private static final int READ_A_SECOND = 1_024;
    private static final String OVERVIEW = "About one hundred letters that nobody reads. ".repeat(10);

    private static final String LIBRARY = "/user/library/shows/watched.json/" + V1Client.KEY + "/ann/true";
    private static final String UPDATED = "/movies/updated.json/" + V1Client.KEY + "/1";

    private final int port;
    private final List<SlowReader> readers = new ArrayList<>();
    private volatile int readersWithResponse;

    private SlowReaders(int port) {
        this.port = port;
    }

    /// The measurements.
    ///
    /// @param peakMib the peak memory of the server
    /// @param slowestMillis the duration of the slowest response to the other client
    /// @param served the number of complete responses to the other client
    /// @param busy the number of responses with 503 to the other client
    /// @param failed the number of incomplete responses, or with another status
    /// @param reading the number of slow readers with a response
    /// @param broken the number of their connections that were reset
    public record Measured(
            long peakMib, long slowestMillis, int served, int busy, int failed, int reading, int broken) {}

    /// @param data an empty data directory
    /// @param time the least duration; on a busy machine it takes up to three times as long until all readers have
    ///     a response
    public static Measured run(Path data, int connections, Duration time) throws Exception {
        try (TestServer server =
                TestServer.startIn(data, InstantSource.system(), StubServer.impatient(InstantSource.system()))) {
            fill(
                    server.database(),
                    new TestUsers(server.features()).ann().account().id().value());
        }
        pictures(data.resolve("images"));
        try (ServerProcess server = ServerProcess.start(
                data, Map.of("SPOOLMARK_SOURCES_TVMAZE_ENABLED", "off", "SPOOLMARK_ACCESS_LOG", "off"))) {
            SlowReaders slow = new SlowReaders(server.port());
            try {
                return slow.measure(server, connections, time);
            } finally {
                for (SlowReader reader : slow.readers) {
                    reader.close();
                }
            }
        }
    }

    private Measured measure(ServerProcess server, int connections, Duration time) throws Exception {
        Thread reading = Thread.ofPlatform().daemon().start(() -> readSlowly(connections));
        long slowest = 0;
        int served = 0;
        int busy = 0;
        int failed = 0;
        long start = System.nanoTime();
        try (HttpClient client = HttpClient.newHttpClient()) {
            List<String> paths = List.of("/server/time.json/" + V1Client.KEY, LIBRARY, poster(1), UPDATED);
            for (int request = 0; !isOver(System.nanoTime() - start, time.toNanos(), connections); request++) {
                long began = System.nanoTime();
                int status = getStatus(client, paths.get(request % paths.size()));
                served += status == 200 ? 1 : 0;
                busy += status == 503 ? 1 : 0;
                failed += status == 200 || status == 503 ? 0 : 1;
                slowest = Math.max(slowest, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
            }
        }
        reading.interrupt();
        reading.join();
        int broken = (int) readers.stream().filter(SlowReader::isBroken).count();
        return new Measured(server.peakMemoryMib(), slowest, served, busy, failed, readersWithResponse, broken);
    }

    private boolean isOver(long elapsed, long time, int connections) {
        return elapsed >= time && (readersWithResponse == connections || elapsed >= 3 * time);
    }

    /// The status, or 0 if the response is incomplete.
    private int getStatus(HttpClient client, String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .build();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return response.statusCode();
        } catch (IOException broken) {
            return 0;
        }
    }

    /// Until the thread is interrupted.
    private void readSlowly(int connections) {
        for (int number = 0; number < connections; number++) {
            readers.add(new SlowReader(port, request(number)));
        }
        while (!Thread.currentThread().isInterrupted()) {
            long began = System.nanoTime();
            readers.forEach(SlowReader::read);
            readersWithResponse =
                    (int) readers.stream().filter(SlowReader::isReading).count();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(1) - (System.nanoTime() - began));
        }
    }

    private static String request(int number) {
        String path = List.of(LIBRARY, poster(number % PICTURES), UPDATED).get(number % 3);
        String version = number % 5 == 0 ? "HTTP/1.0" : "HTTP/1.1";
        String encoding = number % 4 == 0 ? "Accept-Encoding: gzip\r\n" : "";
        return "GET " + path + " " + version + "\r\nHost: localhost\r\n" + encoding + "\r\n";
    }

    private static String poster(int number) {
        return "/images/posters/" + show(number) + ".1.jpg";
    }

    private static long show(int number) {
        return 1_000_000L + number;
    }

    private static String address(int number) {
        return "https://images.invalid/" + number + ".jpg";
    }

    private static void pictures(Path folder) throws IOException, NoSuchAlgorithmException {
        Files.createDirectories(folder);
        byte[] picture = new byte[PICTURE_BYTES];
        new Random(1).nextBytes(picture);
        picture[0] = (byte) 0xFF;
        picture[1] = (byte) 0xD8;
        picture[2] = (byte) 0xFF;
        for (int number = 0; number < PICTURES; number++) {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(address(number).getBytes(StandardCharsets.UTF_8));
            Files.write(folder.resolve(HexFormat.of().formatHex(hash, 0, 16)), picture);
        }
    }

    private static void fill(Database database, long userId) {
        insert(
                database,
                SHOWS,
                "INSERT INTO show (show_id, slug, title, title_key, overview, poster, provisional, updated_at, revision)"
                        + " VALUES (?, ?, ?, ?, ?, ?, FALSE, 0, 0)",
                number -> new Object[] {
                    show(number), "slow-" + number, "Slow " + number, "slow " + number, OVERVIEW, address(number)
                });
        insert(
                database,
                SHOWS * EPISODES,
                "INSERT INTO episode (episode_id, show_id, season, number, provisional, updated_at, revision)"
                        + " VALUES (?, ?, 1, ?, FALSE, 0, 0)",
                number -> new Object[] {2_000_000L + number, show(number / EPISODES), number % EPISODES + 1});
        insert(
                database,
                SHOWS * EPISODES,
                "INSERT INTO watched (user_id, kind, item_id, show_id, plays) VALUES (?, 4, ?, ?, 1)",
                number -> new Object[] {userId, 2_000_000L + number, show(number / EPISODES)});
        insert(
                database,
                MOVIES,
                "INSERT INTO movie (movie_id, slug, title, title_key, overview, provisional, updated_at, revision)"
                        + " VALUES (?, ?, ?, ?, ?, FALSE, ?, 0)",
                number -> new Object[] {
                    3_000_000L + number,
                    "tardy-" + number,
                    "Tardy " + number,
                    "tardy " + number,
                    OVERVIEW,
                    1_700_000_000_000L
                });
    }

    private static void insert(Database database, int rows, String sql, IntFunction<Object[]> row) {
        for (int from = 0; from < rows; from += ROWS_A_TRANSACTION) {
            List<Object[]> batch = IntStream.range(from, Math.min(from + ROWS_A_TRANSACTION, rows))
                    .mapToObj(row)
                    .toList();
            database.write(tx -> {
                tx.updateAll(sql, batch);
                return true;
            });
        }
    }

    /// A client that repeats its request after a 503.
    private static final class SlowReader {

        private final int port;
        private final String request;
        private final ByteBuffer piece = ByteBuffer.allocate(READ_A_SECOND);
        private @Nullable SocketChannel channel;
        private boolean reading;
        private boolean broken;

        SlowReader(int port, String request) {
            this.port = port;
            this.request = request;
        }

        void read() {
            try {
                if (channel == null) {
                    channel = open();
                    return;
                }
                int count = broken ? 0 : channel.read(piece.clear());
                if (!reading && count != 0) {
                    begin(channel, count);
                }
            } catch (IOException reset) {
                broken = true;
            }
        }

        private void begin(SocketChannel opened, int count) throws IOException {
            String status = new String(piece.array(), 0, Math.max(0, count), StandardCharsets.ISO_8859_1);
            reading = status.startsWith("HTTP/1.1 200 ");
            if (!reading) {
                opened.close();
                channel = null;
            }
        }

        private SocketChannel open() throws IOException {
            SocketChannel opened = SocketChannel.open();
            opened.setOption(StandardSocketOptions.SO_RCVBUF, 4 * READ_A_SECOND);
            opened.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            opened.write(ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1)));
            opened.configureBlocking(false);
            return opened;
        }

        boolean isReading() {
            return reading;
        }

        boolean isBroken() {
            return broken;
        }

        void close() throws IOException {
            if (channel != null) {
                channel.close();
            }
        }
    }
}
