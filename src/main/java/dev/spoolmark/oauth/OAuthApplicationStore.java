package dev.spoolmark.oauth;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/// Stores OAuth clients and their redirect addresses.
final class OAuthApplicationStore {

    private static final String COLUMNS = "client_id, client_type, secret_hash, owner_id";

    private OAuthApplicationStore() {}

    /// A row.
    record Client(
            String clientId,
            ClientType type,
            @Nullable String secretHash,
            @Nullable UserId owner) {}

    /// A redirect address of a client.
    record RedirectUri(String clientId, String uri) {}

    static Optional<Client> find(Tx tx, String clientId) {
        return tx.findFirst(
                "SELECT " + COLUMNS + " FROM oauth_client WHERE client_id = ?",
                OAuthApplicationStore::client,
                clientId);
    }

    static List<Client> all(Tx tx) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM oauth_client ORDER BY created_at, client_id",
                OAuthApplicationStore::client);
    }

    static List<Client> all(Tx tx, Collection<String> clientIds) {
        List<Client> found = new ArrayList<>();
        clientIds.stream()
                .distinct()
                .sorted()
                .gather(Gatherers.windowFixed(Tx.MAX_PARAMETERS))
                .forEach(batch -> {
                    String sql = "SELECT " + COLUMNS + " FROM oauth_client WHERE client_id IN ("
                            + Tx.placeholders(batch.size()) + ") ORDER BY created_at, client_id";
                    found.addAll(tx.query(sql, OAuthApplicationStore::client, Tx.padToPlaceholders(batch)));
                });
        return found;
    }

    /// Removes the owner of applications, at most `max`; the applications stay.
    static int removeOwner(Tx tx, UserId owner, int max) {
        return tx.update("""
                UPDATE oauth_client SET owner_id = NULL WHERE client_id IN (
                    SELECT client_id FROM oauth_client WHERE owner_id = ? ORDER BY client_id LIMIT ?)
                """, owner.value(), max);
    }

    static List<Client> ownedBy(Tx tx, UserId owner) {
        return tx.query(
                "SELECT " + COLUMNS + " FROM oauth_client WHERE owner_id = ? ORDER BY created_at, client_id",
                OAuthApplicationStore::client,
                owner.value());
    }

    static List<String> redirectUris(Tx tx, String clientId) {
        return tx.query(
                "SELECT redirect_uri FROM oauth_redirect_uri WHERE client_id = ? ORDER BY redirect_uri",
                row -> row.getString(1),
                clientId);
    }

    static List<RedirectUri> allRedirectUris(Tx tx) {
        return tx.query(
                "SELECT client_id, redirect_uri FROM oauth_redirect_uri ORDER BY client_id, redirect_uri",
                row -> new RedirectUri(row.getString(1), row.getString(2)));
    }

    static void insert(Tx tx, Client client, Instant now) {
        UserId owner = client.owner();
        tx.update(
                """
                INSERT INTO oauth_client (client_id, client_type, secret_hash, owner_id, created_at)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (client_id) DO NOTHING
                """,
                client.clientId(),
                client.type().key(),
                client.secretHash(),
                owner == null ? null : owner.value(),
                now);
    }

    /// Keeps the first secret that an application sent.
    static void saveSecret(Tx tx, String clientId, String secretHash) {
        tx.update(
                "UPDATE oauth_client SET client_type = ?, secret_hash = ? WHERE client_id = ? AND client_type = ?",
                ClientType.CONFIDENTIAL.key(),
                secretHash,
                clientId,
                ClientType.UNDETERMINED.key());
    }

    static int replaceSecret(Tx tx, String clientId, String secretHash) {
        return tx.update(
                "UPDATE oauth_client SET secret_hash = ? WHERE client_id = ? AND client_type = ?",
                secretHash,
                clientId,
                ClientType.CONFIDENTIAL.key());
    }

    static void addRedirectUri(Tx tx, String clientId, String uri) {
        tx.update(
                "INSERT INTO oauth_redirect_uri (client_id, redirect_uri) VALUES (?, ?) ON CONFLICT DO NOTHING",
                clientId,
                uri);
    }

    static void deleteRedirectUris(Tx tx, String clientId) {
        tx.update("DELETE FROM oauth_redirect_uri WHERE client_id = ?", clientId);
    }

    static void delete(Tx tx, String clientId) {
        deleteRedirectUris(tx, clientId);
        tx.update("DELETE FROM oauth_client WHERE client_id = ?", clientId);
    }

    private static Client client(Row row) {
        Long owner = row.numberOrNull(4);
        return new Client(
                row.getString(1),
                ClientType.of(row.getInt(2)),
                row.textOrNull(3),
                owner == null ? null : new UserId(owner));
    }
}
