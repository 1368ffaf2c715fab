package dev.spoolmark.oauth;

import dev.spoolmark.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Deletes expired codes, tokens and grants.
public final class OAuthMaintenance {

    /// Until then the second use of a code revokes what the first one issued.
    private static final Duration CODE_RETENTION = Duration.ofDays(1);

    /// Until then a poll is answered as expired rather than unknown.
    private static final Duration DEVICE_CODE_RETENTION = Duration.ofHours(1);

    private final Database database;
    private final InstantSource clock;

    OAuthMaintenance(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// To be called every few minutes: the nonces of refreshes should not be stored for longer than they are
    /// needed.
    ///
    /// @return the number of changed rows
    public int purgeExpired() {
        Instant now = clock.instant();
        return database.write(tx -> DeviceCodeStore.deleteExpired(tx, now.minus(DEVICE_CODE_RETENTION))
                + AuthorizationCodeStore.deleteExpired(tx, now.minus(CODE_RETENTION))
                + OAuthTokenStore.deleteNonces(tx, now.minus(TokenWriter.GRACE))
                + OAuthTokenStore.deleteExpired(tx, now)
                + OAuthGrantStore.deleteExpired(tx, now));
    }
}
