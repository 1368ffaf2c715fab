package dev.spoolmark.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.account.auth.Credentials;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.db.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Accounts from the database, cached for 5 s, the maximum age of an account (`docs/security.md#sec-c9`).
///
/// Unknown names are not cached, so that a new user can sign in at once.
public final class AccountCache {

    private static final Duration AGE = Duration.ofSeconds(5);
    private static final int MAX_ACCOUNTS = 10_000;

    private final Database database;
    private final Cache<String, UserId> idsByName;
    private final Cache<UserId, Credentials> credentialsById;

    AccountCache(Database database, InstantSource clock) {
        this.database = database;
        this.idsByName = cacheBuilder(clock).build();
        this.credentialsById = cacheBuilder(clock).build();
    }

    private static Caffeine<Object, Object> cacheBuilder(InstantSource clock) {
        return Caffeine.newBuilder()
                .maximumSize(MAX_ACCOUNTS)
                .expireAfterWrite(AGE)
                .ticker(new MonotonicTicker(clock));
    }

    /// Finds an account by its exact name, ignoring case: `a-b` does not find `a.b`, although only one of the
    /// two can exist.
    public Optional<Credentials> find(String name) {
        if (!UserNameRules.isName(name)) {
            return Optional.empty();
        }
        return owner(UserNameRules.key(name))
                .flatMap(this::find)
                .filter(found -> found.account().name().equalsIgnoreCase(name));
    }

    /// The same, or found by e-mail address, in any case.
    public Optional<Credentials> findByNameOrEmail(String text) {
        return UserNameRules.isEmail(text)
                ? database.read(tx -> AccountStore.emailOwner(tx, UserNameRules.emailKey(text)))
                        .flatMap(this::find)
                : find(text);
    }

    @SuppressWarnings("NullAway") // a loader that gives null stores nothing, and null comes back
    private Optional<UserId> owner(String nameKey) {
        return Optional.ofNullable(idsByName.get(
                nameKey, key -> database.read(tx -> AccountStore.owner(tx, key)).orElse(null)));
    }

    @SuppressWarnings("NullAway") // as above
    public Optional<Credentials> find(UserId user) {
        return Optional.ofNullable(credentialsById.get(
                user,
                id -> database.read(tx -> AccountStore.credentials(tx, id)).orElse(null)));
    }

    /// Must be called after each change in this process; other nodes see the change within 5 s.
    public void invalidate(UserId user) {
        credentialsById.invalidate(user);
    }
}
