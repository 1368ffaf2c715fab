package dev.spoolmark.app;

import dev.spoolmark.account.AccountRules;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.Argon2Cost;
import dev.spoolmark.account.CommonPasswords;
import dev.spoolmark.account.PasswordHash;
import dev.spoolmark.store.Database;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The configuration, the folder and the open store that a command works with.
public record Workplace(Configuration configuration, DataDirectory data, Database database) implements AutoCloseable {

    private static final int LANES = 1;

    /// Opens what `folder`, the environment and the flags name; `say` hears what was put right on the way.
    public static Workplace open(Path folder, Map<String, String> environment, Given flags, Consumer<String> say) {
        Configuration configuration = Configuration.of(Configuration.given(folder, environment, flags));
        DataDirectory data = DataDirectory.open(folder, say);
        return new Workplace(configuration, data, Stores.open(configuration.store(), data));
    }

    public Accounts accounts(InstantSource clock) {
        Configuration.Passwords passwords = configuration.passwords();
        return new Accounts(
                database,
                clock,
                new AccountRules(
                        configuration.people().registration(),
                        configuration.people().protectedByDefault(),
                        configuration.people().timeZone()),
                PasswordHash.argon2(new Argon2Cost(passwords.memory(), passwords.iterations(), LANES)),
                new CommonPasswords(Optional.ofNullable(passwords.common())));
    }

    public Applications applications(InstantSource clock) {
        return new Applications(
                database,
                clock,
                configuration.people().keys(),
                configuration.people().registration());
    }

    @Override
    public void close() {
        database.close();
    }
}
