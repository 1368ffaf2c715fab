package dev.spoolmark.account.apppassword;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.core.Base32;
import dev.spoolmark.core.ClockSkew;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.core.Sha256;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.core.WrittenText;
import dev.spoolmark.db.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Generated passwords that clients of v1 use in place of the sign-in password (`docs/security.md#sec-c5`).
///
/// A removed one is refused at once on this node, within 5 s on others. They stay when the sign-in password
/// changes.
public final class AppPasswords {

    static final int MAX_PER_USER = 20;

    private static final int CHARACTERS = 26;
    private static final Duration USE_INTERVAL = Duration.ofMinutes(5);
    private static final Duration CACHE_AGE = Duration.ofSeconds(5);
    private static final int CACHED_USERS = 1_000;

    private final Database database;
    private final InstantSource clock;
    private final Audit audit;
    private final Cache<UserId, List<StoredAppPassword>> cache;

    public AppPasswords(Database database, InstantSource clock, Audit audit) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.cache = Caffeine.newBuilder()
                .maximumSize(CACHED_USERS)
                .expireAfterWrite(CACHE_AGE)
                .ticker(new MonotonicTicker(clock))
                .build();
    }

    /// Generates an app password.
    ///
    /// @param name at most 100 characters, for the list
    /// @throws ProblemException with [Problem.Invalid] for an unusable name, with [Problem.TooMany] if the user
    ///     has 20
    public NewAppPassword add(Account account, String name, AppPasswordPermission permission, Actor by) {
        String line = WrittenText.line(name);
        if (line.isEmpty() || line.codePointCount(0, line.length()) > ValueLimits.APP_PASSWORD_NAME) {
            throw new ProblemException(new Problem.Invalid("name"));
        }
        UserId user = account.id();
        String text = Base32.random(CHARACTERS).toLowerCase(Locale.ROOT);
        Secret hash = hash(Secret.sha1Of(text));
        AppPassword added = database.write(tx -> {
            if (AppPasswordStore.ofUser(tx, user).size() >= MAX_PER_USER) {
                throw new ProblemException(new Problem.TooMany(MAX_PER_USER, "app passwords"));
            }
            AppPassword password = new AppPassword(tx.newId("app_password"), line, permission, now(), null);
            AppPasswordStore.insert(tx, user, new StoredAppPassword(password, hash));
            audit.note(tx, AuditAction.APP_PASSWORD_ADDED, user.value(), by, line + ": " + permission.key());
            return password;
        });
        cache.invalidate(user);
        return new NewAppPassword(added, text);
    }

    /// The app passwords of a user, the oldest first.
    public List<AppPassword> list(UserId user) {
        return database.read(tx -> AppPasswordStore.ofUser(tx, user)).stream()
                .map(StoredAppPassword::appPassword)
                .toList();
    }

    /// Removes an app password.
    ///
    /// @return whether the user had one with this id
    public boolean remove(UserId user, long id, Actor by) {
        boolean removed = database.write(tx -> {
            String name = AppPasswordStore.ofUser(tx, user).stream()
                    .map(StoredAppPassword::appPassword)
                    .filter(password -> password.id() == id)
                    .map(AppPassword::name)
                    .findFirst()
                    .orElse("");
            boolean found = AppPasswordStore.delete(tx, user, id) == 1;
            if (found) {
                audit.note(tx, AuditAction.APP_PASSWORD_REMOVED, user.value(), by, name);
            }
            return found;
        });
        cache.invalidate(user);
        return removed;
    }

    /// The app password of a user that has this SHA-1. Compares with each in constant time; reads the database at
    /// most once in 5 s for each user.
    public Optional<AppPassword> find(UserId user, Secret sha1) {
        List<StoredAppPassword> stored =
                cache.get(user, key -> database.read(tx -> List.copyOf(AppPasswordStore.ofUser(tx, key))));
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        Secret hash = hash(sha1);
        AppPassword found = null;
        for (StoredAppPassword candidate : stored) {
            if (candidate.hash().equals(hash)) {
                found = candidate.appPassword();
            }
        }
        return Optional.ofNullable(found);
    }

    /// Whether [#recordUse] has to be called for this use.
    public boolean isUseToBeRecorded(AppPassword password) {
        Instant used = password.usedAt();
        Instant now = clock.instant();
        return used == null || !now.isBefore(used.plus(USE_INTERVAL)) || ClockSkew.isAhead(used, now);
    }

    public void recordUse(UserId user, AppPassword password) {
        database.write(tx -> AppPasswordStore.recordUse(tx, user, password.id(), now()));
        cache.invalidate(user);
    }

    private static Secret hash(Secret sha1) {
        return Secret.of(Sha256.newDigest().digest(sha1.reveal()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("app_password", "app_password_id"));
    }
}
