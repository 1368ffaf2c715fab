package dev.spoolmark.social;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.store.Database;
import java.util.Optional;

/// Decides who may see whom: everybody sees a public person, and a protected one is seen by themselves and by those
/// whose request they approved. A request that is pending sees nothing (`security.md` 7).
///
/// It asks the store each time, so that unfollowing works at once.
public final class Gate {

    private final Database database;
    private final FollowStore follows = new FollowStore();

    public Gate(Database database) {
        this.database = database;
    }

    /// The right of `viewer` to look at what `owner` has, or empty when there is none.
    public Optional<Sight> look(Viewer viewer, Account owner) {
        return sees(viewer, owner) ? Optional.of(new Sight(owner)) : Optional.empty();
    }

    /// One's own things.
    public Sight own(Account self) {
        return new Sight(self);
    }

    private boolean sees(Viewer viewer, Account owner) {
        UserId id = viewer.id();
        if (!owner.isProtected()) {
            return true;
        }
        return id != null && (id.equals(owner.id()) || database.read(tx -> follows.isApproved(tx, id, owner.id())));
    }
}
