package dev.spoolmark.serversettings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.core.MonotonicTicker;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/// The settings that are stored in the database. A change takes effect at once on this node and within five seconds
/// on others; [ServerSettingKey] names the exceptions.
public final class ServerSettings {

    private static final Duration AGE = Duration.ofSeconds(5);

    /// Combines stored values with those of file, environment and options.
    @FunctionalInterface
    public interface Resolver {

        /// @throws IllegalArgumentException if a value cannot be parsed
        ServerSettingValues resolve(Map<ServerSettingKey, String> stored);
    }

    private final Database database;
    private final InstantSource clock;
    private final Audit audit;
    private final Resolver resolver;
    private final Cache<Boolean, ServerSettingValues> current;

    public ServerSettings(Database database, InstantSource clock, Resolver resolver) {
        this.database = database;
        this.clock = clock;
        this.audit = new Audit(database, clock);
        this.resolver = resolver;
        this.current = Caffeine.newBuilder()
                .maximumSize(1)
                .expireAfterWrite(AGE)
                .ticker(new MonotonicTicker(clock))
                .build();
    }

    /// The stored values, for the start of a server.
    public static Map<ServerSettingKey, String> stored(Database database) {
        return database.read(ServerSettingStore::all);
    }

    /// The settings in force, at most five seconds old.
    public ServerSettingValues current() {
        return current.get(true, _ -> resolver.resolve(stored(database)));
    }

    /// Changes settings; an empty value restores the default. Either all are changed or none.
    ///
    /// @throws ProblemException with [Problem.NotAllowed] if the account is not an administrator or a setting is
    ///     fixed, with [Problem.Invalid] and the key of the setting if a value cannot be parsed
    public void change(Account administrator, Map<ServerSettingKey, String> values, Actor by) {
        administrator.requireAdministrator();
        ServerSettingValues before = current();
        values.forEach((key, value) -> check(before, key, value));
        database.write(tx -> {
            values.forEach((key, value) -> {
                ServerSettingStore.set(tx, key, value, clock.instant());
                String change = key.key() + " " + value + ", before "
                        + before.setting(key).value();
                audit.note(
                        tx,
                        AuditAction.CONFIGURATION_CHANGED,
                        administrator.id().value(),
                        by,
                        change);
            });
            return true;
        });
        current.invalidateAll();
    }

    /// Checks a value as [#change] does, before there is an administrator.
    ///
    /// @throws ProblemException as [#change] for a fixed setting or an unsuitable value
    public void check(ServerSettingKey key, String value) {
        check(current(), key, value);
    }

    private void check(ServerSettingValues before, ServerSettingKey key, String value) {
        ServerSetting setting = before.setting(key);
        if (setting.isFixed() && !setting.value().equals(value)) {
            throw new ProblemException(new Problem.NotAllowed(key.key() + " is set by " + setting.source()));
        }
        if (!isValid(key, value)) {
            throw new ProblemException(new Problem.Invalid(key.key()));
        }
    }

    /// Whether a value of a setting can be parsed; empty restores the default and is valid.
    public boolean isValid(ServerSettingKey key, String value) {
        try {
            var _ = resolver.resolve(value.isEmpty() ? Map.of() : Map.of(key, value));
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
