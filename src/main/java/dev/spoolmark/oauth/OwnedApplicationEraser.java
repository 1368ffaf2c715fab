package dev.spoolmark.oauth;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.db.Tx;

/// Applications that a deleted account has registered stay without an owner, since others may use them.
record OwnedApplicationEraser() implements UserDataEraser {

    @Override
    public String name() {
        return "";
    }

    @Override
    public long count(Tx tx, UserId user) {
        return OAuthApplicationStore.ownedBy(tx, user).size();
    }

    @Override
    public int erase(Tx tx, UserId user, int max) {
        return OAuthApplicationStore.removeOwner(tx, user, max);
    }
}
