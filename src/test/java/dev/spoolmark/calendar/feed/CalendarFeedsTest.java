package dev.spoolmark.calendar.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class CalendarFeedsTest {

    private static final UserId ANN = new UserId(7);
    private static final UserId BOB = new UserId(8);
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @Parameter
    Engine engine;

    Database database;
    CalendarFeeds feeds;

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
        feeds = new CalendarFeeds(database, InstantSource.fixed(NOW));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTokenLeadsToItsUser() {
        String ofAnn = feeds.create(ANN);
        String ofBob = feeds.create(BOB);

        assertThat(ofAnn).matches("[a-z2-7]{52}").isNotEqualTo(ofBob);
        assertThat(feeds.owner(ofAnn)).contains(ANN);
        assertThat(feeds.owner(ofBob)).contains(BOB);
        assertThat(feeds.createdAt(ANN)).contains(NOW);
    }

    @Test
    void aNewTokenRevokesTheOldOne() {
        String old = feeds.create(ANN);
        String current = feeds.create(ANN);

        assertThat(feeds.owner(old)).isEmpty();
        assertThat(feeds.owner(current)).contains(ANN);
    }

    @Test
    void aRevokedTokenLeadsNowhere() {
        String token = feeds.create(ANN);

        assertThat(feeds.revoke(ANN)).isTrue();
        assertThat(feeds.revoke(ANN)).isFalse();
        assertThat(feeds.owner(token)).isEmpty();
        assertThat(feeds.createdAt(ANN)).isEmpty();
    }

    @Test
    void theTokenItselfIsStoredNowhere() {
        String token = feeds.create(ANN);

        List<String> stored = database.read(tx -> tx.query(
                "SELECT token_hash FROM calendar_feed UNION ALL SELECT token_hash FROM calendar_feed_owner ORDER BY 1",
                row -> row.getString(1)));
        assertThat(stored).hasSize(2).doesNotContain(token).allMatch(hash -> hash.length() == 64);
    }

    @Test
    void anyOtherTextLeadsNowhere() {
        feeds.create(ANN);

        assertThat(List.of("", "x", "a".repeat(52), "A".repeat(52), "a".repeat(100_000), "' OR 1=1 --"))
                .allSatisfy(text -> assertThat(feeds.owner(text)).isEmpty());
    }
}
