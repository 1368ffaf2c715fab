package dev.spoolmark.oauth;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.AppId;
import dev.spoolmark.account.Application;
import dev.spoolmark.account.Applications;
import dev.spoolmark.account.UserId;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.account.audit.AuditAction;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.Tx;
import dev.spoolmark.oauth.OAuthApplicationStore.Client;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Applications that users connect by OAuth. The `client_id` is the API key of the application, so that blocking
/// the key blocks both.
///
/// Where it is allowed, an application that is not registered is accepted: clients have their `client_id` built
/// in. Its first secret and its first redirect address are kept once a user connected it, and must match from
/// then on.
public final class OAuthApplications {

    private static final int REDIRECT_URIS = 20;
    private static final int PER_USER = 50;

    private final Database database;
    private final InstantSource clock;
    private final Applications applications;
    private final BooleanSupplier acceptUnknown;
    private final Audit audit;
    private final RefusalLog refusals;
    private final ApplicationListing listing;

    /// @param acceptUnknown whether applications are accepted that are not registered
    OAuthApplications(
            Database database,
            InstantSource clock,
            Accounts accounts,
            Applications applications,
            BooleanSupplier acceptUnknown) {
        this.database = database;
        this.clock = clock;
        this.applications = applications;
        this.acceptUnknown = acceptUnknown;
        this.audit = accounts.audit();
        this.refusals = new RefusalLog(accounts.attempts());
        this.listing = new ApplicationListing(database, applications);
    }

    /// Registers an application with a new `client_id`, and a secret when it is confidential.
    ///
    /// @param owner null for the operator
    /// @throws ProblemException with `Invalid` for the name or a redirect address, `TooMany` above 50 of one user
    public RegisteredApplication register(
            String name, Collection<String> redirectUris, boolean confidential, @Nullable UserId owner, Actor by) {
        check(redirectUris);
        if (owner != null && ownedBy(owner).size() >= PER_USER) {
            throw new ProblemException(new Problem.TooMany(PER_USER, "applications"));
        }
        Application added = applications.add(name, Scopes.all(), TokenFormat.newHex(), by);
        Secret secret = confidential ? Secret.ofText(TokenFormat.newHex()) : null;
        ClientType type = confidential ? ClientType.CONFIDENTIAL : ClientType.PUBLIC;
        Client client = new Client(added.key(), type, secret == null ? null : TokenFormat.hash(secret), owner);
        List<String> uris = redirectUris.stream().distinct().sorted().toList();
        database.write(tx -> {
            OAuthApplicationStore.insert(tx, client, clock.instant());
            uris.forEach(uri -> OAuthApplicationStore.addRedirectUri(tx, client.clientId(), uri));
            note(tx, AuditAction.APPLICATION_ADDED, owner, by, added.toString());
            return client;
        });
        return new RegisteredApplication(new OAuthApplication(added, type, uris, owner, false), secret);
    }

    /// The application with this `client_id`: registered, or accepted without registration. Empty when it is
    /// neither, or blocked.
    public Optional<OAuthApplication> find(String clientId) {
        return identify(clientId).flatMap(application -> {
            Optional<Client> stored = database.read(tx -> OAuthApplicationStore.find(tx, application.key()));
            if (!isAccepted(application, stored)) {
                return Optional.empty();
            }
            List<String> uris = database.read(tx -> OAuthApplicationStore.redirectUris(tx, application.key()));
            ClientType type = stored.map(Client::type).orElse(ClientType.UNDETERMINED);
            UserId owner = stored.map(Client::owner).orElse(null);
            return Optional.of(new OAuthApplication(application, type, uris, owner, false));
        });
    }

    /// The application with this number, for `/pin/:app_id`. Empty when it is unknown, not accepted or blocked.
    public Optional<OAuthApplication> find(AppId number) {
        return applications
                .find(number)
                .flatMap(stored -> find(stored.application().key()));
    }

    private Optional<Application> identify(String clientId) {
        try {
            return Optional.of(applications.identify(clientId));
        } catch (ProblemException unknown) {
            if (unknown.problem() instanceof Problem.UnknownKey) {
                return Optional.empty();
            }
            throw unknown;
        }
    }

    private boolean isAccepted(Application application, Optional<Client> stored) {
        return acceptUnknown.getAsBoolean() || (application.registered() && stored.isPresent());
    }

    /// All applications, in the order of registration.
    public List<OAuthApplication> all() {
        return listing.of(database.read(OAuthApplicationStore::all));
    }

    /// Those of these keys that are applications of OAuth, by `client_id`.
    public Map<String, OAuthApplication> all(Collection<String> clientIds) {
        return listing.of(database.read(tx -> OAuthApplicationStore.all(tx, clientIds))).stream()
                .collect(Collectors.toUnmodifiableMap(OAuthApplication::clientId, Function.identity()));
    }

    /// Those that a user registered.
    public List<OAuthApplication> ownedBy(UserId owner) {
        return listing.of(database.read(tx -> OAuthApplicationStore.ownedBy(tx, owner)));
    }

    /// Replaces the secret of a confidential application; the old one is refused at once.
    ///
    /// @throws ProblemException with `NotFound` when there is no such application
    public RegisteredApplication replaceSecret(OAuthApplication application, Actor by) {
        Secret secret = Secret.ofText(TokenFormat.newHex());
        int changed = database.write(tx -> {
            note(tx, AuditAction.APPLICATION_CHANGED, application.owner(), by, application.application() + ": secret");
            return OAuthApplicationStore.replaceSecret(tx, application.clientId(), TokenFormat.hash(secret));
        });
        if (changed == 0) {
            throw new ProblemException(new Problem.NotFound("application"));
        }
        return new RegisteredApplication(application, secret);
    }

    /// Replaces the redirect addresses.
    ///
    /// @throws ProblemException with `Invalid` for an address that is not allowed
    public void replaceRedirectUris(OAuthApplication application, Collection<String> redirectUris, Actor by) {
        check(redirectUris);
        String clientId = application.clientId();
        database.write(tx -> {
            OAuthApplicationStore.deleteRedirectUris(tx, clientId);
            redirectUris.forEach(uri -> OAuthApplicationStore.addRedirectUri(tx, clientId, uri));
            note(
                    tx,
                    AuditAction.APPLICATION_CHANGED,
                    application.owner(),
                    by,
                    application.application() + ": redirect addresses");
            return clientId;
        });
    }

    /// Checks the client of a request to the token endpoint.
    ///
    /// @param secret null when none was sent
    /// @throws OAuthException with `INVALID_CLIENT`
    public AuthenticatedClient authenticate(String clientId, @Nullable Secret secret, InetAddress from) {
        Application application = identify(clientId).orElseThrow(() -> unknown(from));
        Optional<Client> stored = database.read(tx -> OAuthApplicationStore.find(tx, application.key()));
        if (!isAccepted(application, stored)) {
            throw unknown(from);
        }
        ClientType type = stored.map(Client::type).orElse(ClientType.UNDETERMINED);
        String sent = secret == null ? null : TokenFormat.hash(secret);
        if (type == ClientType.CONFIDENTIAL
                && !isEqual(sent, stored.orElseThrow().secretHash())) {
            throw unknown(from);
        }
        return new AuthenticatedClient(application, type, type == ClientType.UNDETERMINED ? sent : null);
    }

    private OAuthException unknown(InetAddress from) {
        refusals.note(null, from);
        return OAuthException.invalidClient();
    }

    /// Stores what is learnt of an application that is not registered when it receives its first token.
    void saveFirstUse(Tx tx, AuthenticatedClient client) {
        String secret = client.newSecretHash();
        if (client.type() == ClientType.UNDETERMINED) {
            insertUndetermined(tx, client.clientId());
            if (secret != null) {
                OAuthApplicationStore.saveSecret(tx, client.clientId(), secret);
            }
        }
    }

    /// Keeps the redirect address of an application that has none yet.
    ///
    /// @return whether the address is one of the application
    boolean acceptRedirectUri(Tx tx, OAuthApplication application, String uri) {
        String clientId = application.clientId();
        List<String> known = OAuthApplicationStore.redirectUris(tx, clientId);
        if (known.isEmpty() && application.acceptsFirstRedirectUri()) {
            insertUndetermined(tx, clientId);
            OAuthApplicationStore.addRedirectUri(tx, clientId, uri);
            return true;
        }
        return RedirectUris.matches(known, uri);
    }

    private void insertUndetermined(Tx tx, String clientId) {
        OAuthApplicationStore.insert(tx, new Client(clientId, ClientType.UNDETERMINED, null, null), clock.instant());
    }

    /// Gives an application that is not registered its row in the table of applications.
    void storeUnregistered(Application application) {
        applications.storeUnregistered(application);
    }

    /// Deletes the registration, for [OAuthTokens#deleteApplication].
    void delete(Tx tx, OAuthApplication application, Actor by) {
        OAuthApplicationStore.delete(tx, application.clientId());
        note(
                tx,
                AuditAction.APPLICATION_DELETED,
                application.owner(),
                by,
                application.application().toString());
    }

    private void note(Tx tx, AuditAction action, @Nullable UserId owner, Actor by, String detail) {
        audit.note(tx, action, owner == null ? Audit.NOBODY : owner.value(), by, detail);
    }

    private static boolean isEqual(@Nullable String sent, @Nullable String stored) {
        return sent != null
                && stored != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.US_ASCII), stored.getBytes(StandardCharsets.US_ASCII));
    }

    private static void check(Collection<String> redirectUris) {
        if (redirectUris.size() > REDIRECT_URIS) {
            throw new ProblemException(new Problem.TooMany(REDIRECT_URIS, "redirect addresses"));
        }
        if (!redirectUris.stream().allMatch(RedirectUris::isAllowed)) {
            throw new ProblemException(new Problem.Invalid("redirect address"));
        }
    }
}
