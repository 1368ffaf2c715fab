package dev.spoolmark.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(Engine.class)
class IdempotencyKeysTest {

    private static final UserId ANN = new UserId(1);
    private static final UserId BOB = new UserId(2);
    private static final IdempotencyKey KEY = new IdempotencyKey("0123456789abcdef");
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @Parameter
    Engine engine;

    private Database database;
    private final IdempotencyKeys keys = new IdempotencyKeys();
    private final AtomicInteger actions = new AtomicInteger();

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private EarlierRequest once(UserId user, Instant now) {
        return database.write(tx -> keys.once(tx, user, KEY, now, actions::incrementAndGet));
    }

    private Optional<EarlierRequest> find() {
        return database.read(tx -> keys.find(tx, ANN, KEY));
    }

    private int purge(Instant now) {
        return database.write(tx -> keys.purgeExpired(tx, now));
    }

    @Test
    void aRepeatedRequestGetsTheResultOfTheFirst() {
        assertThat(once(ANN, NOW)).isEqualTo(new EarlierRequest(NOW, 1));
        assertThat(once(ANN, NOW.plusSeconds(90))).isEqualTo(new EarlierRequest(NOW, 1));

        assertThat(actions).hasValue(1);
        assertThat(find()).contains(new EarlierRequest(NOW, 1));
    }

    @Test
    void usersHaveKeysOfTheirOwn() {
        once(ANN, NOW);

        assertThat(once(BOB, NOW).result()).isEqualTo(2);
        assertThat(actions).hasValue(2);
    }

    @Test
    void aFailedActionLeavesTheKeyUnused() {
        assertThatThrownBy(() -> database.write(tx -> keys.once(tx, ANN, KEY, NOW, () -> {
                    throw new IllegalStateException("no");
                })))
                .isInstanceOf(IllegalStateException.class);

        assertThat(once(ANN, NOW).result()).isEqualTo(1);
    }

    @Test
    void twoRequestsAtTheSameTimeAreCarriedOutOnce() {
        CompletableFuture<EarlierRequest> one = CompletableFuture.supplyAsync(() -> once(ANN, NOW));
        CompletableFuture<EarlierRequest> other = CompletableFuture.supplyAsync(() -> once(ANN, NOW));

        assertThat(one.join()).isEqualTo(other.join());
        assertThat(actions).hasValue(1);
    }

    @Test
    void aKeyIsKnownForSixtyDays() {
        Instant end = NOW.plus(Duration.ofDays(60));
        once(ANN, NOW);

        assertThat(purge(end)).isZero();
        assertThat(purge(end.plusMillis(1))).isEqualTo(1);
        assertThat(find()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0123456789abcde", "0123456789abcde!", "0123456789abcdé0", "٠١٢٣٤٥٦٧٨٩٠١٢٣٤٥"})
    void otherTextsAreNoKeys(String text) {
        assertThat(IdempotencyKey.parse(text)).isEmpty();
        assertThat(IdempotencyKey.parse("a".repeat(65))).isEmpty();
        assertThat(IdempotencyKey.parse("a_-Z".repeat(16))).isPresent();
    }
}
