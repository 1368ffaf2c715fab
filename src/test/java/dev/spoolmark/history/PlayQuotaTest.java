package dev.spoolmark.history;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.UserId;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Engine;
import dev.spoolmark.db.TestDatabases;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Engine.class)
class PlayQuotaTest {

    private static final UserId ANN = new UserId(7);
    private static final UserId BOB = new UserId(8);

    @Parameter
    Engine engine;

    private Database database;
    private final PlayQuota quota = new PlayQuota(2_000);

    @BeforeEach
    void open() {
        database = TestDatabases.open(engine);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aPlayBeyondTheQuotaIsRejected() {
        setPlays(ANN, 1, 1_999);
        checkOnePlay(ANN);
        setPlays(ANN, 2, 1);

        assertThatThrownBy(() -> checkOnePlay(ANN)).isInstanceOf(ProblemException.class);
        assertThatCode(() -> checkOnePlay(BOB)).doesNotThrowAnyException();
    }

    @Test
    void aFullQuotaAcceptsPlaysAfterARemoval() {
        setPlays(ANN, 1, 2_000);
        assertThatThrownBy(() -> checkOnePlay(ANN)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> checkOnePlay(ANN)).isInstanceOf(ProblemException.class);

        setPlays(ANN, 1, 1_000);

        assertThatCode(() -> checkOnePlay(ANN)).doesNotThrowAnyException();
    }

    /// Plays stored by another node are noticed at the thousandth play.
    @Test
    void singlePlaysAreCountedEveryThousandth() {
        checkOnePlay(ANN);
        setPlays(ANN, 1, 2_000);
        for (int uncounted = 1; uncounted < 1_000; uncounted++) {
            checkOnePlay(ANN);
        }

        assertThatThrownBy(() -> checkOnePlay(ANN)).isInstanceOf(ProblemException.class);
    }

    @Test
    void eachBatchAndTheNextPlayAreCounted() {
        checkOnePlay(ANN);
        checkPlays(ANN, 2_000);
        setPlays(ANN, 1, 2_000);

        assertThatThrownBy(() -> checkPlays(ANN, 1)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> checkOnePlay(ANN)).isInstanceOf(ProblemException.class);
    }

    private void checkOnePlay(UserId user) {
        database.read(tx -> {
            quota.checkOneMore(tx, user);
            return true;
        });
    }

    private void checkPlays(UserId user, long plays) {
        database.read(tx -> {
            quota.check(tx, user, plays);
            return true;
        });
    }

    private void setPlays(UserId user, long item, int plays) {
        database.write(tx -> tx.update("""
                INSERT INTO watched (user_id, kind, item_id, show_id, plays) VALUES (?, 1, ?, 0, ?)
                ON CONFLICT (user_id, kind, item_id) DO UPDATE SET plays = excluded.plays
                """, user.value(), item, plays));
    }
}
