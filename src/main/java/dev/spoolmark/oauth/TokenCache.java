package dev.spoolmark.oauth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.account.UserId;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.db.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Access tokens by their hash, for at most 5 s, so that a revocation on another node is seen after that time.
/// Unknown tokens are not cached.
final class TokenCache {

    private static final Duration AGE = Duration.ofSeconds(5);
    private static final int TOKENS = 10_000;

    private final Database database;
    private final Cache<String, CachedToken> tokens;

    TokenCache(Database database, InstantSource clock) {
        this.database = database;
        this.tokens = Caffeine.newBuilder()
                .maximumSize(TOKENS)
                .expireAfterWrite(AGE)
                .ticker(new MonotonicTicker(clock))
                .build();
    }

    /// An access token with its grant.
    record CachedToken(StoredToken token, StoredGrant grant) {}

    @SuppressWarnings("NullAway") // a loader that gives null stores nothing, and null comes back
    Optional<CachedToken> find(String hash) {
        return Optional.ofNullable(tokens.get(hash, this::load));
    }

    private @Nullable CachedToken load(String hash) {
        return database.read(tx -> OAuthTokenStore.find(tx, hash)
                .filter(token -> !token.refresh())
                .flatMap(token -> OAuthGrantStore.find(tx, token.user(), token.grant())
                        .map(grant -> new CachedToken(token, grant)))
                .orElse(null));
    }

    void invalidate(GrantId grant) {
        invalidate(known -> known.id().equals(grant));
    }

    void invalidate(UserId user) {
        invalidate(known -> known.user().equals(user));
    }

    void invalidate(String clientId) {
        invalidate(known -> clientId.equals(known.clientId()));
    }

    private void invalidate(Predicate<StoredGrant> revoked) {
        tokens.asMap().values().removeIf(cached -> revoked.test(cached.grant()));
    }
}
