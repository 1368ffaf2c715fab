package dev.spoolmark.db;

/// Where a PostgreSQL server is and how to sign in there.
///
/// @param connections how many connections this process holds at most
/// @param prepareThreshold after how many uses a statement is prepared on the server; 0 behind a pooler that hands
///     connections round between transactions
public record PostgresLogin(String url, String user, String password, int connections, int prepareThreshold) {

    public PostgresLogin {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("the database address must start with jdbc:postgresql:");
        }
    }

    @Override
    public String toString() {
        return "PostgreSQL as " + user;
    }
}
