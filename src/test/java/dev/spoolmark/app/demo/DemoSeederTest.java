package dev.spoolmark.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.app.Invariants;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.Configuration.Flag;
import dev.spoolmark.calendar.Airing;
import dev.spoolmark.calendar.DateRange;
import dev.spoolmark.catalog.Kind;
import dev.spoolmark.db.Database;
import dev.spoolmark.history.Play;
import dev.spoolmark.history.PlayAction;
import dev.spoolmark.scrobble.NowWatching;
import dev.spoolmark.social.ProfileView;
import dev.spoolmark.social.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The data of the demo are plausible, consistent, and the same on the same day.
class DemoSeederTest {

    private static final Instant NOW = Instant.parse("2026-11-25T16:20:00Z");

    private static Demo demo;

    @BeforeAll
    static void open() {
        demo = openAt(NOW);
    }

    @AfterAll
    static void close() {
        demo.close();
    }

    @Test
    void theSameDateProducesTheSameData() {
        try (Demo later = openAt(Instant.parse("2026-11-25T23:59:00Z"))) {
            assertThat(content(later)).isEqualTo(content(demo));
        }
    }

    @Test
    void anotherDateProducesValidData() {
        try (Demo leapDay = openAt(Instant.parse("2028-02-29T00:00:30Z"))) {
            assertThat(new Invariants(leapDay.features().database()).broken()).isEmpty();
            assertThat(content(leapDay)).isNotEqualTo(content(demo));
            assertNothingInTheFuture(leapDay, Instant.parse("2028-02-29T00:00:30Z"));
        }
    }

    @Test
    void theInvariantsHold() {
        assertThat(new Invariants(demo.features().database()).broken()).isEmpty();
    }

    @Test
    void somethingAirsOnEachDayOfTheWeek() {
        LocalDate monday = LocalDate.of(2026, 11, 23);

        List<Airing> week = demo.features().calendar().everything(new DateRange(monday, 7));

        assertThat(week)
                .extracting(Airing::day)
                .containsExactlyElementsOf(monday.datesUntil(monday.plusDays(7)).toList());
    }

    @Test
    void currentShowsAreLabelledAsInvented() {
        List<String> texts = query(
                demo,
                "SELECT s.overview, e.overview FROM episode e JOIN show s ON s.show_id = e.show_id"
                        + " WHERE e.air_date > '2024-01-01'");

        assertThat(texts)
                .hasSize(7 * 18)
                .allSatisfy(text -> assertThat(text).contains("Invented for this demo.", "Made up for this demo"));
    }

    @Test
    void noDataAreInTheFuture() {
        assertNothingInTheFuture(demo, NOW);
    }

    @Test
    void noEpisodeIsWatchedBeforeItAired() {
        assertThat(query(demo, """
                SELECT p.user_id, p.item_id FROM play p JOIN episode e ON e.episode_id = p.item_id
                WHERE p.kind = 4 AND p.watched_at - CASE WHEN p.action = 2 THEN 0 ELSE e.runtime * 60000 END < e.airs_at
                """)).isEmpty();
        assertThat(query(
                        demo,
                        "SELECT p.play_id FROM play p JOIN episode e ON e.episode_id = p.item_id"
                                + " WHERE e.air_date > '2026-11-01'"))
                .isNotEmpty();
    }

    @Test
    void eachViewingIsOnePlayAndViewingsDoNotOverlap() {
        for (Account account : accounts()) {
            List<Viewing> planned = plan(account.name());

            assertThat(query(
                            demo,
                            "SELECT watched_at, item_id FROM play WHERE user_id = "
                                    + account.id().value() + " ORDER BY watched_at"))
                    .isEqualTo(planned.stream()
                            .map(viewing -> viewing.watchedAt().toEpochMilli() + "|"
                                    + viewing.viewable().item().id().value())
                            .toList());
            for (int at = 1; at < planned.size(); at++) {
                assertThat(planned.get(at).startsAt())
                        .isAfter(planned.get(at - 1).endsAt());
            }
        }
    }

    @Test
    void theNumbersArePlausible() {
        for (Account account : accounts()) {
            List<Viewing> plan = plan(account.name());
            long days = plan.stream()
                    .map(viewing -> viewing.startsAt()
                            .atZone(account.preferences().timeZone())
                            .toLocalDate())
                    .distinct()
                    .count();

            assertThat(plan).as(account.name()).hasSizeBetween(200, 800);
            assertThat(days).as(account.name()).isBetween(100L, 400L);
            assertThat(plan.stream().filter(viewing -> !viewing.isFirst()).count())
                    .as(account.name())
                    .isBetween(5L, plan.size() * 45L / 100);
            assertThat(longestDay(plan, account)).as(account.name()).isBetween(5L, 30L);
            assertThat(averageScore(account)).as(account.name()).isBetween(6.0, 9.0);
        }
    }

    @Test
    void everyKindOfDataExists() {
        assertThat(count("SELECT count(*) FROM movie") + count("SELECT count(*) FROM show"))
                .isBetween(60L, 70L);
        assertThat(count("SELECT count(*) FROM list")).isEqualTo(7);
        assertThat(count("SELECT count(*) FROM list_item WHERE note IS NOT NULL"))
                .isGreaterThan(20);
        assertThat(count("SELECT count(*) FROM comment WHERE parent_id IS NULL"))
                .isGreaterThan(20);
        assertThat(count("SELECT count(*) FROM comment WHERE parent_id IS NOT NULL"))
                .isGreaterThan(10);
        assertThat(count("SELECT count(*) FROM comment_like")).isGreaterThan(30);
        for (Account account : accounts()) {
            for (String table : List.of("collected", "watchlist_item", "hidden", "rating", "follow_out", "follow_in")) {
                assertThat(count("SELECT count(*) FROM " + table + " WHERE user_id = "
                                + account.id().value()))
                        .as(table + " of " + account.name())
                        .isPositive();
            }
        }
        assertThat(count("SELECT count(DISTINCT action) FROM play")).isEqualTo(PlayAction.values().length);
        assertThat(count("SELECT count(*) FROM playback_progress")).isEqualTo(2);
        assertThat(accounts()).extracting(Account::isProtected).contains(true, false);
    }

    @Test
    void twoUsersAreWatchingNow() {
        List<NowWatching> now = accounts().stream()
                .map(account -> demo.features().scrobbles().watching(view(account)))
                .flatMap(Optional::stream)
                .toList();

        assertThat(now).hasSize(2).extracting(NowWatching::checkin).containsExactlyInAnyOrder(true, false);
        assertThat(now).allSatisfy(watching -> assertThat(watching.startedAt()).isBeforeOrEqualTo(NOW));
    }

    @Test
    void allUsersHaveRecentPlays() {
        List<Play> plays = new ArrayList<>();
        accounts()
                .forEach(account -> plays.addAll(demo.features()
                        .plays()
                        .recent(
                                view(account),
                                EnumSet.of(Kind.MOVIE, Kind.EPISODE),
                                EnumSet.allOf(PlayAction.class),
                                1)));

        assertThat(plays)
                .hasSize(5)
                .allSatisfy(play -> assertThat(play.watchedAt()).isAfter(NOW.minus(Duration.ofDays(4))));
        assertThat(demo.features().trending().shows()).isNotEmpty();
    }

    private static void assertNothingInTheFuture(Demo other, Instant now) {
        Map.of(
                        "play",
                        "watched_at",
                        "rating",
                        "rated_at",
                        "comment",
                        "created_at",
                        "list_item",
                        "listed_at",
                        "collected",
                        "collected_at",
                        "watchlist_item",
                        "listed_at",
                        "comment_like",
                        "liked_at",
                        "watching",
                        "started_at")
                .forEach((table, column) -> assertThat(query(
                                other,
                                "SELECT count(*) FROM " + table + " WHERE " + column + " > " + now.toEpochMilli()))
                        .as(table)
                        .containsExactly("0"));
    }

    private static Demo openAt(Instant now) {
        return Demo.open(InstantSource.fixed(now), Configuration.flag(Flag.PORT, 0));
    }

    private static List<Viewing> plan(String name) {
        DemoUser user = DemoUser.ALL.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return ViewingPlan.of(user, titles(), LocalDate.of(2026, 11, 25));
    }

    private static DemoTitles titles() {
        return DemoCatalog.load(
                demo.features(), demo.context().data().file("catalogue.jsonl"), LocalDate.of(2026, 11, 25));
    }

    private static List<Account> accounts() {
        return DemoUser.ALL.stream()
                .map(user -> demo.features().accounts().get(user.name()))
                .toList();
    }

    private static ProfileView view(Account account) {
        return demo.features()
                .profileAccess()
                .viewOf(Viewer.of(account), account)
                .orElseThrow();
    }

    private static long longestDay(List<Viewing> plan, Account account) {
        return plan.stream()
                .collect(Collectors.groupingBy(
                        viewing -> viewing.startsAt()
                                .atZone(account.preferences().timeZone())
                                .toLocalDate(),
                        Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static double averageScore(Account account) {
        return count("SELECT 100 * sum(score) / count(*) FROM rating WHERE user_id = "
                        + account.id().value())
                / 100.0;
    }

    private static long count(String sql) {
        return Long.parseLong(query(demo, sql).getFirst());
    }

    /// All data that do not depend on the time of day.
    private static List<String> content(Demo other) {
        return Stream.of(
                        "SELECT user_id, kind, item_id, watched_at, action FROM play ORDER BY user_id, watched_at, item_id",
                        "SELECT user_id, kind, item_id, score, rated_at FROM rating ORDER BY user_id, kind, item_id",
                        "SELECT user_id, name, slug FROM list ORDER BY user_id, name",
                        "SELECT user_id, item_id, rank, note FROM list_item ORDER BY user_id, list_id, rank",
                        "SELECT user_id, item_id, text, created_at FROM comment ORDER BY created_at, user_id, text",
                        "SELECT user_id, item_id, collected_at FROM collected ORDER BY user_id, item_id",
                        "SELECT user_id, item_id, listed_at FROM watchlist_item ORDER BY user_id, item_id",
                        "SELECT user_id, section, item_id FROM hidden ORDER BY user_id, section, item_id",
                        "SELECT title, air_date, airs_at FROM episode ORDER BY episode_id",
                        "SELECT name, joined FROM account ORDER BY name")
                .flatMap(sql -> query(other, sql).stream())
                .toList();
    }

    /// Rows as text.
    private static List<String> query(Demo other, String sql) {
        Database database = other.features().database();
        int columns = sql.substring(0, sql.indexOf(" FROM ")).split(", ", -1).length;
        Function<dev.spoolmark.db.Row, String> text = row -> {
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= columns; column++) {
                values.add(String.valueOf(row.textOrNull(column)));
            }
            return String.join("|", values);
        };
        return database.read(tx -> tx.query(sql, text));
    }
}
