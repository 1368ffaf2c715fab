package dev.spoolmark.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Permission;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/// Concurrent equal writes over HTTP, on both engines: one succeeds, the others get the error of the
/// specification, and nothing is stored twice.
@ParameterizedClass
@EnumSource(Engine.class)
class ConcurrentWritesTest {

    private static final int SENDERS = 8;
    private static final int ROUNDS = 5;
    private static final String MOVIE = "\"tmdb_id\": 272, \"title\": \"Batman Begins\", \"year\": 2005";
    private static final String TAKEN = "{\"status\":\"failure\",\"error\":\"a list with that name already exists\"}";

    @Parameter
    Engine engine;

    private final TestClock clock = new TestClock();
    private TestServer server;
    private TestUsers users;
    private V1Client v1;

    @BeforeEach
    void start() {
        server = TestServer.startOver(TestDatabases.open(engine), clock);
        users = new TestUsers(server.features());
        v1 = new V1Client(server.port());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void concurrentListsOfOneNameAreCreatedOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            String name = "\"name\": \"Days " + round + "\"";

            List<String> responses = concurrently(sender -> write("lists/add", name));

            assertThat(responses).filteredOn(response -> response.equals(TAKEN)).hasSize(SENDERS - 1);
            assertThat(responses).filteredOn(ConcurrentWritesTest::succeeded).hasSize(1);
        }
        read("user/lists", "/ann").isArray().hasSize(ROUNDS);
    }

    @Test
    void concurrentRenamesToOneNameSucceedOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            String in = " of round " + round;
            for (int sender = 0; sender < SENDERS; sender++) {
                write("lists/add", "\"name\": \"List " + sender + in + "\"");
            }

            List<String> responses = concurrently(sender -> write(
                    "lists/update",
                    "\"slug\": \"list-" + sender + in.replace(' ', '-') + "\", \"name\": \"The one" + in + "\""));

            assertThat(responses).filteredOn(response -> response.equals(TAKEN)).hasSize(SENDERS - 1);
            assertThat(responses).filteredOn(ConcurrentWritesTest::succeeded).hasSize(1);
        }
    }

    @Test
    void aConcurrentCreateAndRenameToOneNameSucceedOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            String old = "old-" + round;
            write("lists/add", "\"name\": \"Old " + round + "\"");
            String name = "\"name\": \"New " + round + "\"";

            List<String> responses = concurrently(sender -> sender == 0
                    ? write("lists/update", "\"slug\": \"" + old + "\", " + name)
                    : write("lists/add", name));

            assertThat(responses).filteredOn(ConcurrentWritesTest::succeeded).hasSize(1);
        }
    }

    @Test
    void namesWithOneSlugGetDistinctNumberedSlugs() {
        List<String> names = List.of("Wet", "Wet.", "Wet!", "Wet?", "wet;", "wet,", "(wet)", "'wet'");

        concurrently(sender -> write("lists/add", "\"name\": \"" + names.get(sender) + "\""));

        Set<String> led = new java.util.TreeSet<>();
        for (int number = 1; number <= SENDERS; number++) {
            String slug = number == 1 ? "wet" : "wet-" + number;
            read("user/list", "/ann/" + slug).node("slug").isEqualTo(slug);
            led.add(v1.get("user/list", "/ann/" + slug)
                    .basic(users.ann())
                    .send()
                    .text());
        }
        assertThat(led).hasSize(SENDERS);
    }

    @Test
    void anItemIsInsertedOnce() {
        write("lists/add", "\"name\": \"Rainy days\"");
        String listed = "\"slug\": \"rainy-days\", \"items\": [{\"type\": \"movie\", \"tmdb_id\": 272}]";
        String movies = "\"movies\": [{" + MOVIE + "}]";

        assertThat(inserted(concurrently(sender -> write("lists/items/add", listed))))
                .isEqualTo(1);
        assertThat(inserted(concurrently(sender -> write("movie/watchlist", movies))))
                .isEqualTo(1);
        assertThat(inserted(concurrently(sender -> write("movie/library", movies))))
                .isEqualTo(1);
        assertThat(inserted(concurrently(sender -> write("movie/seen", movies))))
                .isEqualTo(1);

        read("user/list", "/ann/rainy-days").node("items").isArray().hasSize(1);
        read("user/library/movies/watched", "/ann").node("[0].plays").isEqualTo(1);
    }

    @Test
    void aRatingIsCountedOnce() {
        List<String> responses = concurrently(sender -> write("rate/movie", MOVIE + ", \"rating\": " + (sender + 1)));

        assertThat(responses).allMatch(ConcurrentWritesTest::succeeded);
        read("movie/stats", "/272").node("ratings.votes").isEqualTo(1);
    }

    @Test
    void anUnknownTitleIsStoredOnce() {
        for (int round = 0; round < ROUNDS; round++) {
            String title = "\"title\": \"Of Nobody " + round + "\", \"year\": 2001, \"rating\": 9";

            assertThat(concurrently(sender -> write("rate/movie", title))).allMatch(ConcurrentWritesTest::succeeded);
        }
        read("user/ratings/movies", "/ann").isArray().hasSize(ROUNDS);
    }

    @Test
    void aUserIsFollowedAndApprovedOnce() {
        assertThat(concurrently(sender -> write("network/follow", "\"user\": \"cem\"")))
                .allMatch(ConcurrentWritesTest::succeeded);
        read("user/network/followers", "/cem").isArray().hasSize(1);

        concurrently(sender -> v1.post("network/approve").as(users.bob()).with("\"user\": \"cem\""));
        read("user/network/followers", "/bob").isArray().hasSize(2);

        concurrently(sender -> write("network/unfollow", "\"user\": \"cem\""));
        read("user/network/followers", "/cem").isArray().isEmpty();
    }

    @Test
    void equalCommentsAreStoredOnce() {
        assertThat(concurrently(sender -> write("shout/movie", MOVIE + ", \"shout\": \"Dark, tense, well cast.\"")))
                .allMatch(ConcurrentWritesTest::succeeded);

        read("movie/shouts", "/272").isArray().hasSize(1);
    }

    @Test
    void concurrentDismissalsSucceed() {
        assertThat(concurrently(sender -> write("recommendations/movies/dismiss", MOVIE)))
                .allMatch(ConcurrentWritesTest::succeeded);
    }

    @Test
    void concurrentRegistrationsOfOneNameOrAddressSucceedOnce() {
        server.features().applications().add("setup", EnumSet.allOf(Permission.class), V1Client.KEY);

        List<String> ofOneName = concurrently(sender -> create("newcomer", "newcomer" + sender + "@example.org"));
        List<String> ofOneAddress = concurrently(sender -> create("newcomer-" + sender, "one@example.org"));

        assertThat(ofOneName).filteredOn(ConcurrentWritesTest::succeeded).hasSize(1);
        assertThat(ofOneName)
                .filteredOn(response -> response.contains("newcomer is already a registered username"))
                .hasSize(SENDERS - 1);
        assertThat(ofOneAddress).filteredOn(ConcurrentWritesTest::succeeded).hasSize(1);
        assertThat(ofOneAddress)
                .filteredOn(response -> response.contains("one@example.org is already a registered e-mail"))
                .hasSize(SENDERS - 1);
    }

    private V1Response create(String name, String email) {
        return v1.post("account/create")
                .with("\"username\": \"" + name + "\", \"password\": \""
                        + users.ann().sha1() + "\", \"email\": \"" + email + "\"");
    }

    private V1Response write(String method, String members) {
        return v1.post(method).as(users.ann()).with(members);
    }

    private net.javacrumbs.jsonunit.assertj.JsonAssert.ConfigurableJsonAssert read(String method, String parameters) {
        return v1.get(method, parameters).basic(users.ann()).send().ok();
    }

    /// Sends concurrent requests and returns the bodies; no status is 500 or above.
    private static List<String> concurrently(IntFunction<V1Response> request) {
        List<Callable<V1Response>> senders = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            int number = sender;
            senders.add(() -> request.apply(number));
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<V1Response>> responses = threads.invokeAll(senders);
            List<String> texts = new ArrayList<>();
            for (Future<V1Response> future : responses) {
                assertThat(future.get().status()).as(future.get().text()).isLessThan(500);
                texts.add(future.get().text());
            }
            return texts;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean succeeded(String response) {
        return response.contains("\"status\":\"success\"");
    }

    private static int inserted(List<String> responses) {
        return responses.stream()
                .map(response -> response.replaceFirst("(?s).*\"inserted\":(\\d+).*", "$1"))
                .collect(Collectors.summingInt(Integer::parseInt));
    }
}
