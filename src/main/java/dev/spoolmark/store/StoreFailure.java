package dev.spoolmark.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The engine failed, or the house used it wrongly. Carries the engine's state, never the values of a statement.
public final class StoreFailure extends RuntimeException {

    /// SQLite's number for a statement that was ended.
    private static final int INTERRUPTED = 9;

    private final @Nullable String state;
    private final int code;

    StoreFailure(String message) {
        super(message);
        this.state = null;
        this.code = 0;
    }

    private StoreFailure(SQLException cause) {
        // The driver's message may quote stored text (`SEC-L5`): only its kind and code are told.
        super(cause.getClass().getSimpleName() + " state " + cause.getSQLState() + " code " + cause.getErrorCode());
        this.state = cause.getSQLState();
        this.code = cause.getErrorCode();
        setStackTrace(cause.getStackTrace());
    }

    static StoreFailure of(SQLException cause) {
        return new StoreFailure(cause);
    }

    /// Whether the engine asks for the same work once more: a serialisation failure or a deadlock.
    boolean isTransient() {
        return "40001".equals(state) || "40P01".equals(state);
    }

    /// Whether a value that may be there once only was there already. The transaction can do nothing more then.
    ///
    /// Only of two who write at once the second hears it; whoever writes alone looks first.
    public boolean isTaken() {
        return "23505".equals(state);
    }

    /// Whether a statement was ended because it took too long.
    boolean isOutOfTime() {
        return code == INTERRUPTED || "57014".equals(state);
    }

    /// Whether the connection broke, so that nobody knows what became of the work.
    boolean isConnectionLost() {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
