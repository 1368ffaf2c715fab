package dev.spoolmark.web.admin;

import dev.spoolmark.catalog.ingest.DatasetStatus;
import dev.spoolmark.core.BackgroundTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The running server as administrators see it.
public interface ServerStatus {

    /// A setting as it is in force.
    ///
    /// @param value masked if it is a secret; empty if unset
    /// @param source `default`, `database`, or the file, variable or option that sets it
    record SettingInForce(String key, String value, String source) {}

    /// A metadata source as it is configured.
    ///
    /// @param needsKey whether it works only with a key
    /// @param maskedKey empty if no key is set
    record SourceAccess(String name, boolean isEnabled, boolean needsKey, String maskedKey) {

        /// Whether lookups are sent to it.
        public boolean isUsed() {
            return isEnabled && (!needsKey || !maskedKey.isEmpty());
        }
    }

    /// Version of Spoolmark.
    String version();

    /// Name of the database engine.
    String database();

    Instant startedAt();

    /// Why the server is unhealthy; empty if it is healthy. Waits for the database.
    Optional<String> healthProblem();

    List<BackgroundTask.State> tasks();

    List<SettingInForce> settings();

    List<SourceAccess> sources();

    /// State of the imported IMDb directory, if one is configured and was checked.
    Optional<DatasetStatus> dataset();

    /// Free bytes on the disk of the data directory; -1 if unknown.
    long freeDiskBytes();
}
