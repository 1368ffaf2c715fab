package dev.spoolmark.lists;

import dev.spoolmark.account.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A list without its items.
///
/// @param slug the newest; older slugs still lead to the list
/// @param rules by which its items are found; null if they are chosen one by one
/// @param hasLink whether there is a secret address
public record UserList(
        UserId owner,
        ListId id,
        String slug,
        ListSettings traits,
        Instant createdAt,
        @Nullable String rules,
        boolean hasLink) {

    public String name() {
        return traits.name();
    }

    /// Whether its items are found by rules.
    public boolean isSmart() {
        return rules != null;
    }

    UserList with(String newSlug, ListSettings newTraits) {
        return new UserList(owner, id, newSlug, newTraits, createdAt, rules, hasLink);
    }
}
