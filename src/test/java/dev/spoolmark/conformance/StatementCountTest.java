package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.app.TestServer;
import dev.spoolmark.db.CountingDatabase;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// A request that names many items, most of which become provisional, runs as many statements as one that names few.
@ParameterizedClass
@EnumSource(Engine.class)
class StatementCountTest {

    /// Rows are inserted 64, 32, ... at a time, and blocks of ids are reserved now and then.
    private static final int CONSTANT = 14;

    @Parameter
    Engine engine;

    private CountingDatabase database;
    private TestServer server;
    private TestUsers users;
    private V1Client v1;
    private int numbers = 1_000;

    @BeforeEach
    void start() {
        database = new CountingDatabase(TestDatabases.open(engine));
        server = TestServer.startOver(database, new TestClock());
        users = new TestUsers(server.features());
        v1 = new V1Client(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /// A method, and the bodies for a number of items, each counted from that one on.
    private record Batch(String method, String before, IntFunction<String> item) {

        String body(int first, int count) {
            return before + "["
                    + IntStream.range(first, first + count).mapToObj(item).collect(Collectors.joining(",")) + "]";
        }
    }

    private static List<Batch> batches() {
        List<Batch> batches = new ArrayList<>();
        Map<String, IntFunction<String>> movies = Map.of(
                "title and year", n -> "{\"title\": \"Unknown " + n + "\", \"year\": 1990}",
                "ids", n -> "{\"imdb_id\": \"tt8%06d\", \"title\": \"Named %d\"}".formatted(n, n),
                "one title", n -> "{\"tmdb_id\": " + (5_000_000 + n) + ", \"title\": \"Same\", \"year\": 1991}");
        movies.forEach((kind, movie) -> {
            for (String method : List.of("seen", "library", "watchlist", "unseen", "unlibrary", "unwatchlist")) {
                batches.add(new Batch("movie/" + method, "\"movies\": ", movie));
            }
            batches.add(new Batch("rate/movies", "\"movies\": ", rated(movie)));
        });
        IntFunction<String> show = n -> "{\"tvdb_id\": " + (6_000_000 + n) + ", \"title\": \"Show " + n + "\"}";
        for (String method : List.of("show/watchlist", "show/seen", "show/unwatchlist")) {
            batches.add(new Batch(method, "\"shows\": ", show));
        }
        batches.add(new Batch("rate/shows", "\"shows\": ", rated(show)));
        IntFunction<String> episode = n -> "{\"season\": " + (100 + n / 50) + ", \"episode\": " + n + "}";
        for (String method : List.of("seen", "library", "watchlist", "unseen", "unlibrary", "unwatchlist")) {
            batches.add(new Batch("show/episode/" + method, "\"tvdb_id\": 213221, \"episodes\": ", episode));
        }
        batches.add(new Batch(
                "rate/episodes",
                "\"episodes\": ",
                rated(n -> "{\"tvdb_id\": " + (7_000_000 + n) + ", \"title\": \"Of " + n
                        + "\", \"season\": 1, \"episode\": 2}")));
        batches.add(new Batch(
                "lists/items/add",
                "\"slug\": \"mine\", \"items\": ",
                n -> "{\"type\": \"movie\", \"title\": \"Listed " + n + "\", \"year\": 1992}"));
        return batches;
    }

    private static IntFunction<String> rated(IntFunction<String> item) {
        return n -> item.apply(n).replaceFirst("}$", ", \"rating\": 7}");
    }

    @Test
    void theNumberOfStatementsDoesNotDependOnTheNumberOfItems() {
        v1.post("lists/add")
                .as(users.ann())
                .with("\"name\": \"Mine\", \"privacy\": \"private\"")
                .ok();
        SoftAssertions every = new SoftAssertions();
        for (Batch batch : batches()) {
            List<String> few = List.of();
            for (int count : List.of(1, 10, 100)) {
                int first = numbers;
                numbers += count;
                List<String> made = run(batch, first, count);
                List<String> known = run(batch, first, count);
                if (count == 1) {
                    few = made;
                }
                String what = batch.method() + " of " + count + " such as "
                        + batch.item().apply(first);
                every.assertThat(made.size())
                        .as("%s: %s", what, excess(made, few))
                        .isLessThanOrEqualTo(few.size() + CONSTANT);
                every.assertThat(known.size())
                        .as("%s, again: %s", what, excess(known, few))
                        .isLessThanOrEqualTo(few.size() + CONSTANT);
            }
        }
        every.assertAll();
    }

    @Test
    void whatCompletesProvisionalItemsRunsFewStatements() {
        IntFunction<String> bare = n -> "{\"title\": \"Bare " + n + "\", \"year\": 1993}";
        IntFunction<String> whole =
                n -> "{\"title\": \"Bare " + n + "\", \"year\": 1993, \"tmdb_id\": " + (9_000_000 + n) + "}";
        List<Integer> counts = new ArrayList<>();
        for (int count : List.of(1, 100)) {
            run(new Batch("movie/library", "\"movies\": ", bare), numbers, count);
            counts.add(run(new Batch("movie/library", "\"movies\": ", whole), numbers, count)
                    .size());
            numbers += count;
        }

        assertThat(counts.getLast()).isLessThanOrEqualTo(counts.getFirst() + CONSTANT);
    }

    private List<String> run(Batch batch, int first, int count) {
        return database.statements(() -> v1.post(batch.method())
                .as(users.ann())
                .with(batch.body(first, count))
                .ok()
                .node("status")
                .isEqualTo("success"));
    }

    /// The statements that ran more often than in the other list.
    private static Map<String, Long> excess(List<String> statements, List<String> few) {
        Map<String, Long> counts = new HashMap<>();
        statements.forEach(sql -> counts.merge(plain(sql), 1L, Long::sum));
        few.forEach(sql -> counts.merge(plain(sql), -1L, Long::sum));
        counts.values().removeIf(count -> count <= 0);
        return counts;
    }

    private static String plain(String sql) {
        return sql.replaceAll("(\\?, )+\\?", "?").replaceAll("(\\(\\?\\), )+\\(\\?\\)", "(?)");
    }
}
