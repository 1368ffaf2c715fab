package dev.spoolmark.idempotency;

import dev.spoolmark.account.UserId;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.db.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;

/// Carries out each request of a user once, however often it arrives (`docs/scaling.md#exactly-once-plays`).
public final class IdempotencyKeys {

    /// How long a key is known at least. A request that is older than this must not be carried out.
    public static final Duration RETENTION = Duration.ofDays(60);

    private final IdempotencyKeyStore keys = new IdempotencyKeyStore();

    /// The request that was carried out with this key.
    public Optional<EarlierRequest> find(Tx tx, UserId user, IdempotencyKey key) {
        return keys.find(tx, user, key.text());
    }

    /// Carries out an action in the transaction of the caller, unless that was done with the same key before. A
    /// request that arrives twice at the same time waits for the first one.
    ///
    /// @param action returns the number of items that it changed; when it throws, the key stays unused
    /// @return what was done now or before
    public EarlierRequest once(Tx tx, UserId user, IdempotencyKey key, Instant now, IntSupplier action) {
        if (!keys.add(tx, user, key.text(), now)) {
            return keys.find(tx, user, key.text()).orElseThrow();
        }
        int result = action.getAsInt();
        keys.complete(tx, user, key.text(), result);
        return new EarlierRequest(now, result);
    }

    /// Deletes keys that are older than [#RETENTION], of all users.
    public int purgeExpired(Tx tx, Instant now) {
        return keys.purge(tx, now.minus(RETENTION));
    }

    /// What a deleted account leaves in the table of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(UserRows.of("idempotency_key", "request_key"));
    }
}
