package dev.spoolmark.account.link;

import dev.spoolmark.account.UserId;
import java.time.Instant;

/// An invitation to register.
///
/// @param note for administrators; may be empty
/// @param createdBy the administrator; id 0 for the operator
/// @param maxUses number of accounts that can be created with it
public record Invite(
        long id, String note, UserId createdBy, Instant createdAt, Instant expiresAt, int maxUses, int uses) {

    public boolean isUsable(Instant now) {
        return uses < maxUses && now.isBefore(expiresAt);
    }
}
