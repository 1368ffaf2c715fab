package dev.spoolmark.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Stores when a grant was last used, at most once an hour.
final class LastUse {

    private static final System.Logger LOG = System.getLogger(LastUse.class.getName());

    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final int GRANTS = 10_000;

    private final Database database;
    private final InstantSource clock;
    private final Cache<GrantId, Boolean> noted;

    LastUse(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.noted = Caffeine.newBuilder()
                .maximumSize(GRANTS)
                .expireAfterWrite(INTERVAL)
                .ticker(new MonotonicTicker(clock))
                .build();
    }

    void note(StoredGrant grant) {
        Instant now = clock.instant();
        Instant before = now.minus(INTERVAL);
        Instant last = grant.lastUsedAt();
        boolean due = last == null || !last.isAfter(before) || ClockSkew.isAhead(last, now);
        if (due && noted.asMap().putIfAbsent(grant.id(), true) == null) {
            try {
                database.write(tx -> {
                    OAuthGrantStore.used(tx, grant.user(), grant.id(), now, before);
                    return grant;
                });
            } catch (ProblemException notStored) {
                // A database that cannot store the time must not keep a user out.
                LOG.log(System.Logger.Level.DEBUG, "the time of use of a token could not be stored");
            }
        }
    }
}
