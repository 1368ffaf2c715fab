package dev.spoolmark.http;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Application;
import dev.spoolmark.account.UserId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.body.LenientValue;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A call of an API method: the request after authentication, with its parameters and its body.
///
/// @param base scheme and host for addresses in the response
/// @param principal who calls
/// @param arguments the parameters by the names of the specification; an empty value is absent, except of a time
/// @param client address of the client
/// @param query all members of the query, for switches that are no parameters
/// @param blocking runs what blocks without the permit of the request
public record Call<B>(
        String base,
        Principal principal,
        Map<String, String> arguments,
        B body,
        java.net.InetAddress client,
        Map<String, String> query,
        Blocking blocking) {

    public Call {
        arguments = Map.copyOf(arguments);
        query = Map.copyOf(query);
    }

    /// The application that sends the request.
    ///
    /// @throws ProblemException with `UnknownKey` when there is none
    public Application application() {
        if (principal.application() == null) {
            throw new ProblemException(new Problem.UnknownKey());
        }
        return principal.application();
    }

    /// The user who signed in, or null.
    @Nullable
    public Account caller() {
        return principal.user();
    }

    /// The user who signed in.
    ///
    /// @throws ProblemException with `NotSignedIn` when nobody did
    public Account account() {
        if (principal.user() == null) {
            throw new ProblemException(new Problem.NotSignedIn());
        }
        return principal.user();
    }

    public UserId userId() {
        return account().id();
    }

    public Optional<String> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }

    /// Whether a switch in the query is on, such as `?min=1`.
    public boolean flag(String name) {
        return new LenientValue(query.getOrDefault(name, ""), true).asBoolean().orElse(false);
    }

    /// An argument that the method needs.
    ///
    /// @throws ProblemException with `Missing` when it is absent
    public String required(String name) {
        return argument(name).orElseThrow(() -> new ProblemException(new Problem.Missing(name)));
    }
}
