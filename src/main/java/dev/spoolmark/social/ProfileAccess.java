package dev.spoolmark.social;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Database;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Decides who may see a profile: a public one is visible to all, a protected one to its owner and approved
/// followers. A pending request gives no access (`docs/security.md#visibility`).
///
/// It reads the database each time, so that an unfollow takes effect at once.
public final class ProfileAccess {

    private final Database database;
    private final FollowStore follows = new FollowStore();

    public ProfileAccess(Database database) {
        this.database = database;
    }

    /// Access of `viewer` to the data of `owner`; empty if there is none.
    public Optional<ProfileView> viewOf(Viewer viewer, Account owner) {
        return sees(viewer, owner) ? Optional.of(new ProfileView(owner)) : Optional.empty();
    }

    /// The users among these whom `viewer` may see, by the same rule, with one query.
    public Set<UserId> visibleTo(Viewer viewer, Collection<Account> owners) {
        Set<UserId> seen = new HashSet<>();
        List<UserId> hiding = new ArrayList<>();
        for (Account owner : owners) {
            boolean open = !owner.isProtected() || owner.id().equals(viewer.id());
            (open ? seen : hiding).add(owner.id());
        }
        UserId id = viewer.id();
        if (id != null && !hiding.isEmpty()) {
            seen.addAll(database.read(tx -> follows.approvedAmong(tx, id, hiding)));
        }
        return seen;
    }

    /// [#viewOf] for several users.
    public Map<UserId, ProfileView> viewOf(Viewer viewer, Collection<Account> owners) {
        Set<UserId> seen = visibleTo(viewer, owners);
        return owners.stream()
                .filter(owner -> seen.contains(owner.id()))
                .collect(Collectors.toMap(Account::id, ProfileView::new, (one, same) -> one));
    }

    /// Protected users whom `viewer` may see: themselves, and those who approved them.
    public Set<UserId> protectedVisibleTo(Viewer viewer) {
        UserId id = viewer.id();
        if (id == null) {
            return Set.of();
        }
        Set<UserId> trusting = new HashSet<>(Set.of(id));
        database.read(tx -> follows.following(tx, id)).forEach(relation -> trusting.add(relation.userId()));
        return trusting;
    }

    /// Access of a user to their own data.
    public ProfileView self(Account self) {
        return new ProfileView(self);
    }

    private boolean sees(Viewer viewer, Account owner) {
        UserId id = viewer.id();
        if (!owner.isProtected()) {
            return true;
        }
        return id != null && (id.equals(owner.id()) || database.read(tx -> follows.isApproved(tx, id, owner.id())));
    }
}
