package dev.spoolmark.account.link;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Registration;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.db.Database;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;

/// All kinds of one-time links.
public record AccountLinks(PasswordResets passwordResets, Invites invites, ServerSetup setup) {

    /// @param registration the mode at the time of the call
    public static AccountLinks create(
            Database database, InstantSource clock, Accounts accounts, Supplier<Registration> registration) {
        return new AccountLinks(
                new PasswordResets(database, clock, accounts),
                new Invites(database, clock, accounts, registration),
                new ServerSetup(database, clock, accounts));
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("password_reset", "code_hash"), new InviteEraser());
    }
}
