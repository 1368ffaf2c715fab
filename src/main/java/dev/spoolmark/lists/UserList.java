package dev.spoolmark.lists;

import dev.spoolmark.account.UserId;
import java.time.Instant;

/// A list without its items.
///
/// @param slug the newest; older slugs still lead to the list
public record UserList(UserId owner, ListId id, String slug, ListSettings traits, Instant createdAt) {

    public String name() {
        return traits.name();
    }

    UserList with(String newSlug, ListSettings newTraits) {
        return new UserList(owner, id, newSlug, newTraits, createdAt);
    }
}
