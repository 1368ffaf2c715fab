package dev.spoolmark.app.config;

import dev.spoolmark.core.Secret;
import java.util.List;
import java.util.Optional;

/// The PostgreSQL server.
final class DatabaseServerSettings {

    static final Setting<Optional<String>> DATABASE_URL = Setting.of(
            "database.url",
            "",
            SettingParsers::postgres,
            "JDBC URL of a PostgreSQL database, such as `jdbc:postgresql://db.example.org/spoolmark`. If"
                    + " unset, a SQLite file in the data directory is used.");

    static final Setting<String> DATABASE_USER =
            Setting.of("database.user", "", SettingParsers::text, "User name for PostgreSQL.");

    static final Setting<Secret> DATABASE_PASSWORD = Setting.secret(
            "database.password",
            SettingParsers::secret,
            "Password for PostgreSQL. Alternatively `SPOOLMARK_DATABASE_PASSWORD_FILE` names a file that"
                    + " contains it.");

    static final Setting<Integer> DATABASE_POOL = Setting.of(
            "database.pool", "16", SettingParsers.number(2, 500), "Maximum number of connections to PostgreSQL.");

    static final Setting<Integer> PREPARE_THRESHOLD = Setting.of(
            "database.prepare_threshold",
            "5",
            SettingParsers.number(0, 1_000),
            "Number of executions after which the PostgreSQL driver prepares a statement on the server."
                    + " Use `0` with a connection pooler in transaction mode.");

    static final List<Setting<?>> ALL =
            List.of(DATABASE_URL, DATABASE_USER, DATABASE_PASSWORD, DATABASE_POOL, PREPARE_THRESHOLD);

    private DatabaseServerSettings() {}
}
