package dev.spoolmark.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An archive in the layout of an export of Trakt: plays in the order of their times, newest first. The user watches
/// five shows side by side, one episode after the other, and a movie now and then; after all shows the first again.
final class ImportArchive {

    static final int SHOWS = 80;
    static final int EPISODES = 100;
    static final int MOVIES = 2_000;

    private static final int PAGE = 10_000;
    private static final int SHOWS_AT_ONCE = 5;
    private static final int PLAYS_FOR_A_MOVIE = 6;
    private static final int COMMENT_BYTES = 3_000;
    private static final Instant NEWEST = Instant.parse("2026-06-01T20:00:00Z");
    private static final int BETWEEN_PLAYS = 1_500;

    private final Random random = new Random(16);
    private final int[] next = new int[SHOWS_AT_ONCE];
    private int nextShow = SHOWS - 1;

    /// Writes plays.
    ///
    /// @param commentBytes size of the comments, whose texts can hardly be compressed
    void write(Path file, int plays, long commentBytes) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
            for (int first = 0; first < plays; first += PAGE) {
                zip.putNextEntry(new ZipEntry("watched/watched-history-" + (first / PAGE + 1) + ".json"));
                writePage(out, first, Math.min(plays, first + PAGE));
            }
            if (commentBytes > 0) {
                zip.putNextEntry(new ZipEntry("comments/comments-movies.json"));
                writeComments(out, commentBytes);
            }
        }
    }

    private void writePage(Writer out, int first, int end) throws IOException {
        for (int play = first; play < end; play++) {
            out.write(play == first ? "[\n" : ",\n");
            Instant at = NEWEST.minusSeconds((long) play * BETWEEN_PLAYS + random.nextInt(BETWEEN_PLAYS / 2));
            int item = random.nextInt(PLAYS_FOR_A_MOVIE) == 0 ? random.nextInt(MOVIES) : MOVIES + nextEpisode();
            out.write(String.format(
                    Locale.ROOT,
                    "{\"id\": %d, \"watched_at\": \"%s.000Z\", \"action\": \"scrobble\", %s}",
                    9_000_000_000L + play,
                    at.toString().replace("Z", ""),
                    item < MOVIES ? movie(item) : episode(item - MOVIES)));
        }
        out.write("\n]");
        out.flush();
    }

    /// Backwards, since the newest plays come first.
    private int nextEpisode() {
        int slot = random.nextInt(SHOWS_AT_ONCE);
        if (next[slot] % EPISODES == 0) {
            nextShow = (nextShow + 1) % SHOWS;
            next[slot] = (nextShow + 1) * EPISODES;
        }
        return --next[slot];
    }

    private void writeComments(Writer out, long bytes) throws IOException {
        byte[] text = new byte[COMMENT_BYTES];
        for (long written = 0, number = 1; written < bytes; written += COMMENT_BYTES, number++) {
            random.nextBytes(text);
            out.write(written == 0 ? "[\n" : ",\n");
            out.write(String.format(
                    Locale.ROOT,
                    "{\"type\": \"movie\", %s, \"comment\": {\"id\": %d, \"comment\": \"%s\", \"spoiler\": false,"
                            + " \"review\": false, \"created_at\": \"2025-10-06T08:00:00.000Z\"}}",
                    movie((int) (number % MOVIES)),
                    number,
                    Base64.getEncoder().encodeToString(text)));
        }
        out.write("\n]");
        out.flush();
    }

    private static String movie(int number) {
        return String.format(
                Locale.ROOT,
                "\"type\": \"movie\", \"movie\": {\"title\": \"Movie %d\", \"year\": 2000, \"ids\": {\"trakt\": %d,"
                        + " \"slug\": \"movie-%d-2000\", \"imdb\": \"tt%07d\", \"tmdb\": %d}}",
                number,
                3_000_000 + number,
                number,
                9_000_000 + number,
                movieTmdb(number));
    }

    private static String episode(int number) {
        int show = number / EPISODES + 1;
        int episode = number % EPISODES + 1;
        return String.format(
                Locale.ROOT,
                "\"type\": \"episode\", \"episode\": {\"season\": 1, \"number\": %d, \"title\": \"Episode %d\","
                        + " \"ids\": {\"trakt\": %d, \"tvdb\": null, \"imdb\": null, \"tmdb\": null}}, \"show\":"
                        + " {\"title\": \"Show %d\", \"year\": 2000, \"ids\": {\"trakt\": %d, \"slug\": \"show-%d\","
                        + " \"tvdb\": %d, \"imdb\": null, \"tmdb\": null}}",
                episode,
                episode,
                5_000_000 + number,
                show,
                4_000_000 + show,
                show,
                1_000_000 + show);
    }

    /// The id under which the catalog knows a movie.
    static long movieTmdb(int number) {
        return 2_000_000L + number;
    }
}
