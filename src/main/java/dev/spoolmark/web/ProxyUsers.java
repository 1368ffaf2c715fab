package dev.spoolmark.web;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.core.CidrSet;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.ServerRequest;
import java.util.Optional;

/// Users whom a reverse proxy has authenticated and names in a header field (`docs/security.md#trusted-header`). Pages
/// only; no API reads the field.
public final class ProxyUsers {

    private final String header;
    private final CidrSet networks;
    private final boolean create;
    private final Accounts accounts;

    /// @param header empty if no proxy authenticates users
    /// @param networks of the proxies that are believed
    /// @param create whether an unknown user gets an account
    public ProxyUsers(String header, CidrSet networks, boolean create, Accounts accounts) {
        this.header = header;
        this.networks = networks;
        this.create = create;
        this.accounts = accounts;
    }

    /// The name that the proxy states; empty if the connection comes from another network, or if there are several
    /// values, of which the client may have sent one.
    public Optional<String> name(ServerRequest request) {
        return header.isEmpty() || !networks.contains(request.peer())
                ? Optional.empty()
                : request.onlyHeader(header).map(String::strip).filter(name -> !name.isEmpty());
    }

    /// The account with exactly this name, at most 5 s old.
    Optional<Account> account(ServerRequest request) {
        return name(request).flatMap(accounts::find);
    }

    /// Whether the proxy states that this user has sent the request.
    public boolean isNamed(ServerRequest request, Account account) {
        return account(request).filter(user -> user.id().equals(account.id())).isPresent();
    }

    /// Whether a session of this account may be used: not if the proxy names a user who has, or would get, another
    /// account. Where unknown users get none, they may sign in with a password.
    boolean mayUse(ServerRequest request, Account account) {
        Optional<String> name = name(request);
        return name.isEmpty()
                || name.flatMap(accounts::find)
                        .map(user -> user.id().equals(account.id()))
                        .orElse(!create);
    }

    /// The account with exactly this name. It is created if the operator wants that, and the server has been set up.
    public Optional<Account> findOrCreate(ServerRequest request) {
        return name(request).flatMap(name -> accounts.find(name).or(() -> create(name, Actor.web(request.client()))));
    }

    private Optional<Account> create(String name, Actor by) {
        if (!create || accounts.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(accounts.creation()
                    .register(NewAccount.withoutPassword(name, Profile.EMPTY), by)
                    .account());
        } catch (ProblemException rejected) {
            // The name has another form, belongs to a disabled account, or was taken meanwhile.
            if (rejected.problem() instanceof Problem.Taken || rejected.problem() instanceof Problem.Invalid) {
                return accounts.find(name);
            }
            throw rejected;
        }
    }
}
