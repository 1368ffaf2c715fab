package dev.spoolmark.db;

/// Connection parameters of a PostgreSQL server.
///
/// @param connections maximum number of connections of this process
/// @param prepareThreshold executions after which a statement is prepared on the server; 0 behind a pooler in
///     transaction mode
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
