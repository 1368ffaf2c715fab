package dev.spoolmark.lists;

import dev.spoolmark.account.UserId;
import java.time.Instant;

/// A list that somebody made, without what is on it.
///
/// @param slug the newest one; older ones keep leading here
public record UserList(UserId owner, ListId id, String slug, ListSettings traits, Instant createdAt) {

    public String name() {
        return traits.name();
    }

    UserList with(String newSlug, ListSettings newTraits) {
        return new UserList(owner, id, newSlug, newTraits, createdAt);
    }
}
