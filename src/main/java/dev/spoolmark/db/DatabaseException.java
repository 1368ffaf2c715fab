package dev.spoolmark.db;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The engine failed, or the house used it wrongly. Carries the engine's state, never the values of a statement.
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
        // The driver's message may quote stored text (`docs/security.md#sec-l5`): only its kind and code are told.
        super(cause.getClass().getSimpleName() + " state " + cause.getSQLState() + " code " + cause.getErrorCode());
        this.state = cause.getSQLState();
        this.code = cause.getErrorCode();
        setStackTrace(cause.getStackTrace());
    }

    static DatabaseException of(SQLException cause) {
        return new DatabaseException(cause);
    }

    /// Whether the engine asks for the same work once more: a serialisation failure or a deadlock.
    boolean isTransient() {
        return "40001".equals(state) || "40P01".equals(state);
    }

    /// Whether a value that may be there once only was there already. The transaction can do nothing more then.
    ///
    /// Only of two who write at once the second hears it; whoever writes alone looks first.
    public boolean isUniqueViolation() {
        return "23505".equals(state);
    }

    /// Whether a statement was ended because it took too long.
    boolean isTimeout() {
        return code == INTERRUPTED || "57014".equals(state);
    }

    /// Whether the connection broke. What was not committed before is lost; what was being committed may be kept.
    boolean isConnectionLost() {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    /// What to say of a failure that has its cause in the disk, in locks or in the connection, and not in the
    /// statement. Empty for any other.
    Optional<Problem> asProblem() {
        return isConnectionLost() || isTimeout()
                ? Optional.of(new Problem.Overloaded(RETRY))
                : storageFault().map(Problem.Unavailable::because);
    }

    /// A refusal where [#asProblem] has one, else this failure.
    RuntimeException refused() {
        return asProblem().<RuntimeException>map(ProblemException::new).orElse(this);
    }

    /// The same; a refusal leaves no other trace than this line, and the operator has to know of a disk that fails.
    RuntimeException refused(System.Logger log) {
        if (!isTimeout() && asProblem().isPresent()) {
            log.log(System.Logger.Level.ERROR, "database error: {0}", getMessage());
        }
        return refused();
    }

    /// What to say of a failure of the statement that commits.
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
