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

/// One call of a method: who calls through what, what they named, and what they sent.
///
/// @param base scheme and host for the addresses in the answer
/// @param arguments the parameters by the names of the specification; an empty value is absent
/// @param query whatever stands behind the question mark, for switches that are no parameters
/// @param blocking what lets others go on while this call waits
public record Call<B>(
        String base,
        Application application,
        @Nullable Account caller,
        Map<String, String> arguments,
        B body,
        java.net.InetAddress client,
        Map<String, String> query,
        Blocking blocking) {

    public Call {
        arguments = Map.copyOf(arguments);
        query = Map.copyOf(query);
    }

    /// The person who signed in. Only for methods that ask for it.
    public Account account() {
        if (caller == null) {
            throw new ProblemException(new Problem.NotSignedIn());
        }
        return caller;
    }

    public UserId userId() {
        return account().id();
    }

    public Optional<String> argument(String name) {
        return Optional.ofNullable(arguments.get(name));
    }

    /// Whether a switch beside the parameters is on, such as `?min=1`.
    public boolean flag(String name) {
        return new LenientValue(query.getOrDefault(name, ""), true).asBoolean().orElse(false);
    }

    /// An argument that the method cannot do without.
    public String required(String name) {
        return argument(name).orElseThrow(() -> new ProblemException(new Problem.Missing(name)));
    }
}
