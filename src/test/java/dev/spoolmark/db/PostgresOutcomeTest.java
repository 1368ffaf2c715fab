package dev.spoolmark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Writes whose connection to PostgreSQL breaks: before the commit nothing is stored, during the commit the
/// outcome is unknown.
@Timeout(60)
class PostgresOutcomeTest {

    private static final String ADD = "INSERT INTO activity (user_id, area, changed_at) VALUES (?, 'movie.seen', ?)";
    private static final String BREAK = "SELECT pg_terminate_backend(pg_backend_pid())";

    private final Database database = TestDatabases.shared(Engine.POSTGRESQL).get();

    @BeforeEach
    void createTriggerThatBreaksCommits() {
        database.write(tx -> tx.update("""
                CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(10); RETURN NULL; END $$
                """));
        database.write(tx -> tx.update("""
                CREATE CONSTRAINT TRIGGER broken AFTER INSERT ON activity DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW WHEN (NEW.user_id = 13) EXECUTE FUNCTION broken()
                """));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aBrokenConnectionDuringCommitIsAnUnknownOutcome() {
        assertThatThrownBy(() -> database.write(tx -> tx.update(ADD, 13, 1)))
                .satisfies(error -> assertThat(problem(error)).isInstanceOf(Problem.OutcomeUnknown.class));
        assertThat(database.<Integer>write(tx -> tx.update(ADD, 14, 1))).isOne();
    }

    @Test
    void aBrokenConnectionBeforeCommitStoresNothing() {
        assertThatThrownBy(() -> database.write(tx -> {
                    tx.update(ADD, 14, 1);
                    return tx.query(BREAK, row -> true);
                }))
                .satisfies(error -> assertThat(problem(error)).isInstanceOf(Problem.Overloaded.class));
        assertThat(database.<Integer>write(tx -> tx.update(ADD, 14, 1))).isOne();
    }

    @Test
    void aReadOverABrokenConnectionIsRejectedAsOverload() {
        assertThatThrownBy(() -> database.read(tx -> tx.query(BREAK, row -> true)))
                .satisfies(error -> assertThat(problem(error)).isInstanceOf(Problem.Overloaded.class));
        assertThatThrownBy(() -> database.read(tx -> {
                    tx.forEach(BREAK, row -> {});
                    return true;
                }))
                .satisfies(error -> assertThat(problem(error)).isInstanceOf(Problem.Overloaded.class));
    }

    private static Problem problem(Throwable error) {
        return ((ProblemException) error).problem();
    }
}
