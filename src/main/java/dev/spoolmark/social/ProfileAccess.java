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

/// Decides who may see whom: everybody sees a public person, and a protected one is seen by themselves and by those
/// whose request they approved. A request that is pending sees nothing (`docs/security.md#visibility`).
///
/// It asks the store each time, so that unfollowing works at once.
public final class ProfileAccess {

    private final Database database;
    private final FollowStore follows = new FollowStore();

    public ProfileAccess(Database database) {
        this.database = database;
    }

    /// The right of `viewer` to look at what `owner` has, or empty when there is none.
    public Optional<ProfileView> viewOf(Viewer viewer, Account owner) {
        return sees(viewer, owner) ? Optional.of(new ProfileView(owner)) : Optional.empty();
    }

    /// Which of these people `viewer` may see: the same rule for many at once, asked in one query.
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

    /// The rights to look at those of these people whom `viewer` may see: [#viewOf] for many at once.
    public Map<UserId, ProfileView> viewOf(Viewer viewer, Collection<Account> owners) {
        Set<UserId> seen = visibleTo(viewer, owners);
        return owners.stream()
                .filter(owner -> seen.contains(owner.id()))
                .collect(Collectors.toMap(Account::id, ProfileView::new, (one, same) -> one));
    }

    /// Whom `viewer` may see even if they hide: themselves, and who approved them.
    public Set<UserId> protectedVisibleTo(Viewer viewer) {
        UserId id = viewer.id();
        if (id == null) {
            return Set.of();
        }
        Set<UserId> trusting = new HashSet<>(Set.of(id));
        database.read(tx -> follows.following(tx, id)).forEach(relation -> trusting.add(relation.userId()));
        return trusting;
    }

    /// One's own things.
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
