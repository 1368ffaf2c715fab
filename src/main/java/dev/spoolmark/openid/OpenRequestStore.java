package dev.spoolmark.openid;

import dev.spoolmark.account.UserId;
import dev.spoolmark.db.Row;
import dev.spoolmark.db.Tx;
import java.time.Instant;
import java.util.Optional;

/// SQL of authorization requests, by the hash of their state.
final class OpenRequestStore {

    private static final String COLUMNS =
            "state_hash, browser_hash, purpose, user_id, next_path, redirect_uri, created_at";

    private OpenRequestStore() {}

    static void insert(Tx tx, OpenRequest request) {
        tx.update(
                "INSERT INTO openid_request (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)",
                request.stateHash(),
                request.browserHash(),
                request.purpose().key(),
                request.user().value(),
                request.nextPath(),
                request.redirectUri(),
                request.createdAt());
    }

    /// Takes a request, so that its response is accepted once. Another browser does not take it.
    static Optional<OpenRequest> take(Tx tx, String stateHash, String browserHash) {
        return tx.findFirst(
                        "SELECT " + COLUMNS + " FROM openid_request WHERE state_hash = ? AND browser_hash = ?",
                        OpenRequestStore::request,
                        stateHash,
                        browserHash)
                .filter(found -> tx.update("DELETE FROM openid_request WHERE state_hash = ?", stateHash) == 1);
    }

    /// Deletes the forms of a user, so that one is stored at a time.
    static void deleteForms(Tx tx, UserId user) {
        tx.update(
                "DELETE FROM openid_request WHERE user_id = ? AND purpose = ?",
                user.value(),
                SignInPurpose.CONFIRM_FORM.key());
    }

    static int deleteBefore(Tx tx, Instant time) {
        return tx.update("DELETE FROM openid_request WHERE created_at < ?", time);
    }

    private static OpenRequest request(Row row) {
        return new OpenRequest(
                row.getString(1),
                row.getString(2),
                SignInPurpose.ofKey(row.getString(3)),
                new UserId(row.getLong(4)),
                row.getString(5),
                row.getString(6),
                row.instant(7));
    }
}
