package dev.spoolmark.openid;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.account.deletion.UserDataEraser;
import dev.spoolmark.account.deletion.UserRows;
import dev.spoolmark.core.WrittenText;
import dev.spoolmark.db.Database;
import dev.spoolmark.openid.OpenIdException.Reason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Identities at the provider that are linked to accounts. An account is found by issuer and subject alone, never by
/// an e-mail address or a name, which users may change at the provider.
public final class OpenIdIdentities {

    private static final int LONGEST_LABEL = 100;

    private final Database database;
    private final Accounts accounts;
    private final String issuer;
    private final InstantSource clock;

    /// @param issuer without a slash at the end
    OpenIdIdentities(Database database, Accounts accounts, String issuer, InstantSource clock) {
        this.database = database;
        this.accounts = accounts;
        this.issuer = issuer;
        this.clock = clock;
    }

    /// The identity that is linked to an account.
    public Optional<LinkedIdentity> find(Account account) {
        return database.read(tx -> IdentityStore.find(tx, account.id(), issuer));
    }

    /// Removes the link. The user then signs in with the password.
    ///
    /// @return whether there was one
    public boolean unlink(Account account, Actor by) {
        return database.write(tx -> {
            boolean unlinked = IdentityStore.deleteAll(tx, account.id()) > 0;
            if (unlinked) {
                accounts.audit()
                        .note(tx, AuditAction.OPENID_UNLINKED, account.id().value(), by, "");
            }
            return unlinked;
        });
    }

    /// The id of the account that is linked to an identity; the account may be disabled.
    Optional<UserId> owner(Identity identity) {
        return database.read(tx -> IdentityStore.owner(tx, identity.hash()));
    }

    /// Links an identity to the account of a user who has signed in. Linking the same again changes nothing.
    ///
    /// @throws OpenIdException if one of both is linked to another
    void link(Account account, Identity identity, Actor by) {
        Instant now = clock.instant();
        database.write(tx -> {
            Optional<UserId> owner = IdentityStore.owner(tx, identity.hash());
            if (owner.filter(account.id()::equals).isPresent()) {
                return false;
            }
            if (IdentityStore.find(tx, account.id(), issuer).isPresent()
                    || !IdentityStore.insert(tx, account.id(), identity, label(identity), now)) {
                throw new OpenIdException(
                        Reason.LINKED_ELSEWHERE, "the identity or the account is linked to another one");
            }
            accounts.audit().note(tx, AuditAction.OPENID_LINKED, account.id().value(), by, label(identity));
            return true;
        });
    }

    /// Creates an account and links the identity to it, in one transaction.
    Account create(AccountProposal proposal, Identity identity, Actor by) {
        Instant now = clock.instant();
        return proposal.create(
                accounts,
                prepared -> database.write(tx -> {
                    Account account = accounts.creation()
                            .create(tx, prepared, by)
                            .orElseThrow()
                            .account();
                    if (!IdentityStore.insert(tx, account.id(), identity, label(identity), now)) {
                        throw new OpenIdException(Reason.EXPIRED, "the identity was linked meanwhile");
                    }
                    accounts.audit()
                            .note(tx, AuditAction.OPENID_LINKED, account.id().value(), by, label(identity));
                    return account;
                }));
    }

    private static String label(Identity identity) {
        String line = WrittenText.line(identity.userName());
        return line.codePointCount(0, line.length()) <= LONGEST_LABEL
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_LABEL));
    }

    /// What a deleted account leaves in the tables of this feature.
    public static List<UserDataEraser> erasers() {
        return List.of(
                UserRows.of("openid_identity", "identity_hash"),
                UserRows.of("openid_identity_owner", "identity_hash"),
                UserRows.of("openid_request", "state_hash"));
    }
}
