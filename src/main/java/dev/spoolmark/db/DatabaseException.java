package dev.spoolmark.db;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The engine failed, or was used wrongly. Contains the error code of the engine, never the values of a
/// statement.
public final class DatabaseException extends RuntimeException {

    private static final Duration RETRY = Duration.ofSeconds(5);

    // Result codes of SQLite.
    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int READ_ONLY = 8;
    private static final int INTERRUPTED = 9;
    private static final int INPUT_OUTPUT = 10;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;

    private final @Nullable String state;
    private final int code;

    DatabaseException(String message) {
        super(message);
        this.state = null;
        this.code = 0;
    }

    private DatabaseException(SQLException cause) {
        // The driver's message may contain stored text (`docs/security.md#sec-l5`): only its type and code are used.
        super(cause.getClass().getSimpleName() + " state " + cause.getSQLState() + " code " + cause.getErrorCode());
        this.state = cause.getSQLState();
        this.code = cause.getErrorCode();
        setStackTrace(cause.getStackTrace());
    }

    static DatabaseException of(SQLException cause) {
        return new DatabaseException(cause);
    }

    /// Whether the work can be retried: a serialisation failure or a deadlock.
    boolean isTransient() {
        return "40001".equals(state) || "40P01".equals(state);
    }

    /// Whether a unique constraint was violated. The transaction cannot continue.
    ///
    /// Only the second of two concurrent writers gets it; a single writer checks first.
    public boolean isUniqueViolation() {
        return "23505".equals(state);
    }

    /// Whether a statement exceeded its time limit.
    boolean isTimeout() {
        return code == INTERRUPTED || "57014".equals(state);
    }

    /// Whether the connection was lost. Uncommitted work is lost; the outcome of a commit in progress is
    /// unknown.
    boolean isConnectionLost() {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    /// The problem for a failure caused by the disk, by locks or by the connection. Empty for a failure of the
    /// statement.
    Optional<Problem> asProblem() {
        return isConnectionLost() || isTimeout()
                ? Optional.of(new Problem.Overloaded(RETRY))
                : storageFault().map(Problem.Unavailable::because);
    }

    /// A [ProblemException] if [#asProblem] has one, otherwise this exception.
    RuntimeException rejected() {
        return asProblem().<RuntimeException>map(ProblemException::new).orElse(this);
    }

    /// The same, and logs the error: it is the only trace of a failing disk for the operator.
    RuntimeException rejected(System.Logger log) {
        if (!isTimeout() && asProblem().isPresent()) {
            log.log(System.Logger.Level.ERROR, "database error: {0}", getMessage());
        }
        return rejected();
    }

    /// The problem for a failed commit.
    Problem asProblemOfCommit() {
        return storageFault()
                .filter(reason -> code != INPUT_OUTPUT)
                .<Problem>map(Problem.Unavailable::because)
                .orElseGet(() -> new Problem.OutcomeUnknown(RETRY));
    }

    private Optional<String> storageFault() {
        return Optional.ofNullable(state == null ? ofSqlite(code) : ofPostgres(state));
    }

    private static @Nullable String ofSqlite(int code) {
        return switch (code) {
            case FULL -> Problem.Unavailable.DISK_FULL;
            case READ_ONLY -> Problem.Unavailable.READ_ONLY;
            case BUSY, LOCKED -> Problem.Unavailable.LOCKED;
            case INPUT_OUTPUT, CANNOT_OPEN -> "the disk of the server failed";
            default -> null;
        };
    }

    private static @Nullable String ofPostgres(String state) {
        return switch (state) {
            case "53100" -> "the disk of the database is full";
            case "25006" -> "the database is read-only";
            case "58030" -> "the disk of the database failed";
            default -> null;
        };
    }
}
