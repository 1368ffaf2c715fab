package dev.spoolmark.openid;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// SQL of linked identities.
final class IdentityStore {

    private IdentityStore() {}

    static Optional<UserId> owner(Tx tx, String identityHash) {
        return tx.findFirst(
                "SELECT user_id FROM openid_identity_owner WHERE identity_hash = ?",
                row -> new UserId(row.getLong(1)),
                identityHash);
    }

    /// Links an identity.
    ///
    /// @return false if it is linked already
    static boolean insert(Tx tx, UserId user, Identity identity, String label, Instant now) {
        String claim = """
                INSERT INTO openid_identity_owner (identity_hash, user_id) VALUES (?, ?)
                ON CONFLICT (identity_hash) DO NOTHING
                """;
        if (tx.update(claim, identity.hash(), user.value()) == 0) {
            return false;
        }
        tx.update(
                "INSERT INTO openid_identity (user_id, identity_hash, issuer, label, linked_at) VALUES (?, ?, ?, ?, ?)",
                user.value(),
                identity.hash(),
                identity.issuer(),
                label,
                now);
        return true;
    }

    /// The identity of a user at an issuer, the first one linked.
    ///
    /// @param issuer without a slash at the end; the stored one may have one
    static Optional<LinkedIdentity> find(Tx tx, UserId user, String issuer) {
        return tx.findFirst("""
                SELECT issuer, label, linked_at FROM openid_identity WHERE user_id = ? AND issuer IN (?, ?)
                ORDER BY linked_at, identity_hash
                """, IdentityStore::identity, user.value(), issuer, issuer + "/");
    }

    /// All identities of a user, the first one linked first.
    static List<LinkedIdentity> all(Tx tx, UserId user) {
        return tx.query("""
                SELECT issuer, label, linked_at FROM openid_identity WHERE user_id = ?
                ORDER BY linked_at, identity_hash
                """, IdentityStore::identity, user.value());
    }

    private static LinkedIdentity identity(Row row) {
        return new LinkedIdentity(row.getString(1), row.getString(2), row.instant(3));
    }

    /// Removes all identities of a user.
    ///
    /// @return how many there were
    static int deleteAll(Tx tx, UserId user) {
        List<String> hashes = tx.query(
                "SELECT identity_hash FROM openid_identity WHERE user_id = ? ORDER BY identity_hash",
                row -> row.getString(1),
                user.value());
        tx.updateAll(
                "DELETE FROM openid_identity_owner WHERE identity_hash = ?",
                hashes.stream().map(hash -> new Object[] {hash}).toList());
        return tx.update("DELETE FROM openid_identity WHERE user_id = ?", user.value());
    }
}
