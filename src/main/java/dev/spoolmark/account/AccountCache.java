package dev.spoolmark.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.account.auth.Credentials;
import dev.spoolmark.core.SteadyTicker;
import dev.spoolmark.db.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/// Who there is, read from the store and remembered for five seconds, as old as an account may be
/// (`docs/security.md#sec-c9`).
///
/// That a name is unknown is never remembered: whoever registers can sign in at once.
public final class AccountCache {

    private static final Duration AGE = Duration.ofSeconds(5);
    private static final int PEOPLE = 10_000;

    private final Database database;
    private final Cache<String, UserId> owners;
    private final Cache<UserId, Credentials> people;

    AccountCache(Database database, InstantSource clock) {
        this.database = database;
        this.owners = remembering(clock).build();
        this.people = remembering(clock).build();
    }

    private static Caffeine<Object, Object> remembering(InstantSource clock) {
        return Caffeine.newBuilder().maximumSize(PEOPLE).expireAfterWrite(AGE).ticker(new SteadyTicker(clock));
    }

    /// Found without regard to case, and only by the name itself: `a-b` does not find `a.b`, though both cannot be.
    public Optional<Credentials> find(String name) {
        if (!UserNameRules.isName(name)) {
            return Optional.empty();
        }
        return owner(UserNameRules.key(name))
                .flatMap(this::find)
                .filter(found -> found.account().name().equalsIgnoreCase(name));
    }

    @SuppressWarnings("NullAway") // a loader that gives null stores nothing, and null comes back
    private Optional<UserId> owner(String nameKey) {
        return Optional.ofNullable(owners.get(
                nameKey, key -> database.read(tx -> AccountStore.owner(tx, key)).orElse(null)));
    }

    @SuppressWarnings("NullAway") // as above
    Optional<Credentials> find(UserId user) {
        return Optional.ofNullable(people.get(
                user,
                id -> database.read(tx -> AccountStore.credentials(tx, id)).orElse(null)));
    }

    /// To be called after each change in this process; other nodes see it within five seconds.
    public void invalidate(UserId user) {
        people.invalidate(user);
    }
}
