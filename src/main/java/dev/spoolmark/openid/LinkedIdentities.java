package dev.spoolmark.openid;

import dev.spoolmark.account.Account;
import dev.spoolmark.db.Database;
import java.util.List;

/// All identities that are linked to an account, also those at providers that are no longer configured.
public final class LinkedIdentities {

    private final Database database;

    public LinkedIdentities(Database database) {
        this.database = database;
    }

    /// The first one linked comes first.
    public List<LinkedIdentity> of(Account account) {
        return database.read(tx -> IdentityStore.all(tx, account.id()));
    }
}
