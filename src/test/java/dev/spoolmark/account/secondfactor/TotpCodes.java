package dev.spoolmark.account.secondfactor;

import dev.spoolmark.account.Account;
import dev.spoolmark.db.Database;
import java.time.InstantSource;

/// Computes the codes that the authenticator app of a user shows.
public final class TotpCodes {

    private TotpCodes() {}

    public static String current(Database database, Account account, InstantSource clock) {
        return of(database, account, clock, 0);
    }

    /// @param offset time steps from now
    static String of(Database database, Account account, InstantSource clock, int offset) {
        SecondFactorStore.StoredTotp totp =
                database.read(tx -> SecondFactorStore.find(tx, account.id())).orElseThrow();
        return Totp.code(totp.secret(), Totp.step(clock.instant()) + offset);
    }
}
