package dev.spoolmark.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.db.CountingDatabase;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.sample.SampleCatalog;
import dev.spoolmark.sample.SampleCommunity;
import dev.spoolmark.sample.SampleLibrary;
import dev.spoolmark.sample.SamplePages;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/// Every page needs few statements and is small, and a larger library does not need more statements
/// (`docs/performance.md#pages`). A new page with variables in its path needs an address in [SamplePages].
@TestInstance(Lifecycle.PER_CLASS)
abstract class PageStatements {

    private static final int MAX_STATEMENTS = 12;
    private static final int MAX_COMPRESSED_BYTES = 30 * 1_024;
    private static final String PASSWORD = "correct horse battery";

    /// A part of the data that some users have and others do not, such as friends, is read by a statement of its own.
    private static final int OPTIONAL_STATEMENTS = 1;

    private static final Pattern PLAYS =
            Pattern.compile("(?:FROM|JOIN) (?:play|watched|rating)(?: AS)? ((?!WHERE|JOIN|LEFT|ORDER|GROUP|ON)\\w+)?");

    private final MutableClock clock = new MutableClock();
    private final CountingDatabase database;
    private final TestServer server;
    private final List<Opened> few = new ArrayList<>();
    private final List<Opened> many = new ArrayList<>();

    /// What a page needed.
    ///
    /// @param cold statements of the first request
    /// @param warm statements of the second request
    /// @param bytes of the compressed response
    private record Opened(String route, String address, int status, List<String> cold, List<String> warm, int bytes) {}

    /// The names of all genres, which are cached for a while.
    private static final String GENRES = "SELECT DISTINCT genre FROM item_genre";

    PageStatements(Engine engine) {
        database = new CountingDatabase(TestDatabases.open(engine));
        server = TestServer.startOver(database, clock);
    }

    @BeforeAll
    void openAllPages() {
        new SampleCatalog(database, clock, server.features().catalog()).fill(120, 400, 300);
        Account large = PageAccounts.createAdministrator(server, "large", PASSWORD);
        Account small = PageAccounts.createAdministrator(server, "small", PASSWORD);
        new SampleCommunity(40, 4, 20, 40, 30, 60).fill(database, large.id(), clock.instant());
        new SampleLibrary(110, 300, 40, 500, 150).fill(database, large.id(), clock.instant());
        new SampleLibrary(3, 4, 1, 5, 4).fill(database, small.id(), clock.instant());
        server.features().follows().followEachOther(small, large);
        server.features().search().rebuild();
        open(small, SamplePages.of(database, small, false, "large"), few);
        open(large, SamplePages.of(database, large, true, "small"), many);
    }

    @AfterAll
    void close() {
        server.close();
    }

    private void open(Account user, SamplePages pages, List<Opened> opened) {
        try (PageClient client = new PageClient(server.port())) {
            client.get("/signin").submit("Sign in", "name", user.name(), "password", PASSWORD);
            for (Map.Entry<String, List<String>> page : pages.all(routes()).entrySet()) {
                for (String address : page.getValue()) {
                    List<String> cold = database.statements(() -> client.getOnce(address)).stream()
                            .filter(sql -> !sql.startsWith(GENRES))
                            .toList();
                    List<String> warm = database.statements(() -> client.getOnce(address)).stream()
                            .filter(sql -> !sql.startsWith(GENRES))
                            .toList();
                    opened.add(new Opened(
                            page.getKey(), address, client.status(), cold, warm, client.compressedBytes(address)));
                }
            }
        }
    }

    @Test
    void everyPageHasAnAddress() {
        Set<String> without = routes();
        few.forEach(page -> without.remove(page.route()));
        without.removeAll(SamplePages.OTHERS.keySet());
        Set<String> former = new TreeSet<>(SamplePages.OTHERS.keySet());
        few.forEach(page -> former.add(page.route()));
        former.removeAll(routes());

        assertThat(without).as("pages without an address in SamplePages").isEmpty();
        assertThat(former).as("addresses of pages that do not exist").isEmpty();
    }

    private Set<String> routes() {
        return server.pages().stream()
                .filter(PageRoute::isRead)
                .map(PageRoute::path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyPageNeedsAtMostTwelveStatements() {
        SoftAssertions every = new SoftAssertions();
        for (Opened page : many) {
            every.assertThat(page.status()).as(page.address()).isIn(200, 303, 304);
            every.assertThat(page.warm()).as(page.address()).hasSizeLessThanOrEqualTo(MAX_STATEMENTS);
        }
        every.assertAll();
    }

    @Test
    void aLargerLibraryNeedsNoMoreStatements() {
        SoftAssertions every = new SoftAssertions();
        for (int i = 0; i < many.size(); i++) {
            Opened page = many.get(i);
            Opened smaller = few.get(i);
            every.assertThat(page.cold().size())
                    .as("%s at first: %s, not %s", page.address(), page.cold(), smaller.cold())
                    .isLessThanOrEqualTo(smaller.cold().size() + OPTIONAL_STATEMENTS);
            every.assertThat(page.warm().size())
                    .as("%s: %s, not %s", page.address(), page.warm(), smaller.warm())
                    .isLessThanOrEqualTo(smaller.warm().size() + OPTIONAL_STATEMENTS);
        }
        every.assertAll();
    }

    @Test
    void everyPageIsSmall() {
        SoftAssertions every = new SoftAssertions();
        for (Opened page : many) {
            every.assertThat(page.bytes()).as(page.address()).isLessThanOrEqualTo(MAX_COMPRESSED_BYTES);
        }
        every.assertAll();
    }

    /// The primary key begins with user and kind, so a search by these alone reads everything. All plays are needed for
    /// their number, which is shown before an account is deleted, and for statistics, which are stored.
    List<String> readsOfAllPlaysOrRatings() {
        Set<String> statements = Stream.concat(few.stream(), many.stream())
                .filter(page -> !page.route().contains("/stats"))
                .flatMap(page -> Stream.concat(page.cold().stream(), page.warm().stream()))
                .filter(sql -> PLAYS.matcher(sql).find() && !sql.startsWith("SELECT count(*)"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(statements).hasSizeGreaterThan(10);
        return statements.stream()
                .flatMap(sql ->
                        plan(sql).stream().filter(step -> readsAll(sql, step)).map(step -> step + ": " + sql))
                .toList();
    }

    private List<String> plan(String sql) {
        Object[] values = Collections.nCopies(
                        Math.toIntExact(sql.chars().filter(c -> c == '?').count()), 1L)
                .toArray();
        return database.read(tx -> tx.query("EXPLAIN QUERY PLAN " + sql, row -> row.getString(4), values));
    }

    private static boolean readsAll(String sql, String step) {
        return PLAYS.matcher(sql)
                .results()
                .map(found -> found.group(1) == null ? "(?:play|watched|rating)" : found.group(1))
                .anyMatch(name ->
                        step.matches("(?:SCAN|SEARCH) " + name + " USING .*\\(user_id=\\?(?: AND kind=\\?)?\\)"));
    }
}
