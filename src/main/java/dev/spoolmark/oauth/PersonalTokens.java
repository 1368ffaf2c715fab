package dev.spoolmark.oauth;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.core.TextFolding;
import dev.spoolmark.core.WrittenText;
import dev.spoolmark.db.Database;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tokens that a user creates for own scripts, without an application. [OAuthTokens#revoke] revokes them.
public final class PersonalTokens {

    private static final int NAME = 100;
    private static final Duration LONGEST = Duration.ofDays(3_660);

    private final Database database;
    private final InstantSource clock;
    private final OAuthTokens tokens;
    private final Audit audit;

    PersonalTokens(Database database, InstantSource clock, OAuthTokens tokens) {
        this.database = database;
        this.clock = clock;
        this.tokens = tokens;
        this.audit = new Audit(database, clock);
    }

    /// Creates a token.
    ///
    /// @param lifetime up to ten years; empty for a token that does not expire
    /// @throws ProblemException with `Invalid` for the name, the scopes or the lifetime, with `TooMany` above 200
    ///     connected applications and tokens of the user
    public PersonalToken create(
            Account user, String name, Set<Permission> scopes, Optional<Duration> lifetime, Actor by) {
        rejectUnless(isName(name), "name");
        rejectUnless(!scopes.isEmpty() && Scopes.all().containsAll(scopes), "scope");
        rejectUnless(lifetime.stream().allMatch(time -> time.isPositive() && time.compareTo(LONGEST) <= 0), "lifetime");
        Secret token = TokenFormat.newToken(TokenFormat.PERSONAL);
        return database.write(tx -> {
            audit.note(tx, AuditAction.TOKEN_ISSUED, user.id().value(), by, "personal: " + Scopes.text(scopes));
            StoredGrant grant = tokens.writer()
                    .personal(tx, user, name.strip(), scopes, lifetime.map(clock.instant()::plus), token);
            return new PersonalToken(grant, token);
        });
    }

    /// The valid personal access tokens of a user, the newest first.
    public List<StoredGrant> of(Account user) {
        return database.read(tx -> OAuthGrantStore.of(tx, user.id())).stream()
                .filter(grant -> grant.isPersonal() && tokens.isLive(grant, user))
                .toList();
    }

    /// Grants of all users, personal tokens and connected applications, also expired ones; for the operator.
    ///
    /// @param user together with `grant` the last one of the page before
    public List<StoredGrant> page(UserId user, GrantId grant, int max) {
        return database.read(tx -> OAuthGrantStore.after(tx, user, grant, max));
    }

    private static boolean isName(String name) {
        return !TextFolding.isBlank(name)
                && name.codePointCount(0, name.length()) <= NAME
                && !WrittenText.hasControlCharacters(name);
    }

    private static void rejectUnless(boolean valid, String field) {
        if (!valid) {
            throw new ProblemException(new Problem.Invalid(field));
        }
    }
}
