package dev.spoolmark.social;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Audience;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Database;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decides who may read which section of a profile. A public profile is visible to all, a protected one to its owner
/// and approved followers; a section is visible to the audience that the owner selected, which is never wider. A
/// pending request gives no access (`docs/security.md#visibility`).
///
/// It reads the follows from the database each time, so that an unfollow takes effect at once. Profiles that are
/// open to everyone need no query.
public final class ProfileAccess {

    private final Database database;
    private final FollowStore follows = new FollowStore();

    public ProfileAccess(Database database) {
        this.database = database;
    }

    /// Access of `viewer` to the profile of `owner`; empty if there is none. Whether a section can be read is still
    /// to be checked with [ProfileView#shows].
    public Optional<ProfileView> viewOf(Viewer viewer, Account owner) {
        if (owner.narrowestAudience() == Audience.EVERYONE) {
            return Optional.of(new ProfileView(owner, Audience.EVERYONE));
        }
        return Optional.ofNullable(viewOf(viewer, List.of(owner)).get(owner.id()));
    }

    /// Access of `viewer` to one section; empty if there is none.
    public Optional<ProfileView> viewOf(Viewer viewer, Account owner, ProfileSection section) {
        return viewOf(viewer, owner).filter(profile -> profile.shows(section));
    }

    /// [#viewOf] for several users, with at most two queries.
    public Map<UserId, ProfileView> viewOf(Viewer viewer, Collection<Account> owners) {
        Map<UserId, Audience> readers = readers(viewer, owners);
        Audience others = viewer.id() == null ? Audience.EVERYONE : Audience.USERS;
        Map<UserId, ProfileView> views = new HashMap<>();
        for (Account owner : owners) {
            Audience reader = readers.getOrDefault(owner.id(), others);
            if (owner.widestAudience().includes(reader)) {
                views.put(owner.id(), new ProfileView(owner, reader));
            }
        }
        return views;
    }

    /// The users among these whose profile `viewer` may see.
    public Set<UserId> visibleTo(Viewer viewer, Collection<Account> owners) {
        return viewOf(viewer, owners).keySet();
    }

    /// The narrowest audience of each profile to which the viewer belongs, as far as it matters for the profile.
    private Map<UserId, Audience> readers(Viewer viewer, Collection<Account> owners) {
        UserId id = viewer.id();
        Set<UserId> restricted = new HashSet<>();
        Set<UserId> withFriends = new HashSet<>();
        for (Account owner : owners) {
            Audience narrowest = owner.narrowestAudience();
            if (id != null && !narrowest.includes(Audience.USERS) && !owner.id().equals(id)) {
                (narrowest == Audience.FOLLOWERS ? restricted : withFriends).add(owner.id());
            }
        }
        Map<UserId, Audience> readers = new HashMap<>();
        if (id != null) {
            restricted.addAll(withFriends);
            followed(id, restricted).forEach(owner -> readers.put(owner, Audience.FOLLOWERS));
            withFriends.retainAll(readers.keySet());
            following(id, withFriends).forEach(owner -> readers.put(owner, Audience.FRIENDS));
            readers.put(id, Audience.SELF);
        }
        return readers;
    }

    private Set<UserId> followed(UserId viewer, Set<UserId> owners) {
        return owners.isEmpty() ? Set.of() : database.read(tx -> follows.approvedAmong(tx, viewer, owners));
    }

    private Set<UserId> following(UserId viewer, Set<UserId> owners) {
        return owners.isEmpty() ? Set.of() : database.read(tx -> follows.followersAmong(tx, viewer, owners));
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
        return new ProfileView(self, Audience.SELF);
    }
}
