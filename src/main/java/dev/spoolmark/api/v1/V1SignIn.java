package dev.spoolmark.api.v1;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.auth.AuthenticatedUser;
import dev.spoolmark.account.auth.Authenticator;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.AuthenticationRequirement;
import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.http.body.RequestBodyReader;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sign-in of the user of a v1 request, as far as its method uses one.
final class V1SignIn {

    private final Authenticator authenticator;

    V1SignIn(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    /// The signed-in user, if the method uses one. Requests with a JSONP callback are anonymous
    /// (`docs/security.md#sec-o3`).
    ///
    /// @throws ProblemException with `NotSignedIn` or `NoPermission`
    @Nullable
    Account caller(ServerRequest request, ApiMethod<?> method, RequestBodyReader.Checked<?> body) {
        boolean looks = method.access() != AuthenticationRequirement.NONE && !V1Jsonp.isRequested(request, method);
        Optional<V1Credentials> credentials = looks ? V1Credentials.of(request, body.undeclared()) : Optional.empty();
        if (credentials.isPresent()) {
            return permitted(request, method, credentials.get(), body::dropBuilt);
        }
        if (method.access() == AuthenticationRequirement.SIGNED_IN) {
            throw new ProblemException(new Problem.NotSignedIn());
        }
        return null;
    }

    /// Rejects wrong credentials in the header before a large body is read.
    void checkHeader(ServerRequest request, ApiMethod<?> method) {
        if (method.access() == AuthenticationRequirement.SIGNED_IN) {
            V1Credentials.of(request, Map.of()).ifPresent(sent -> permitted(request, method, sent, () -> {}));
        }
    }

    /// The user, if the credentials are right and permit the method.
    ///
    /// @param beforeWaiting frees memory before the password is hashed
    private @Nullable Account permitted(
            ServerRequest request, ApiMethod<?> method, V1Credentials credentials, Runnable beforeWaiting) {
        AuthenticatedUser user = verified(request, method, credentials, beforeWaiting);
        return user != null && isPermitted(method, user) ? user.account() : null;
    }

    /// An app password may permit less than the application may do (`docs/security.md#sec-c5`). Where sign-in is
    /// optional, the request is then anonymous.
    private static boolean isPermitted(ApiMethod<?> method, AuthenticatedUser user) {
        Permission needed = neededPermission(method);
        boolean permitted = user.permissions().contains(needed) || method.is(MethodTrait.ANY_CREDENTIAL);
        if (!permitted && method.access() == AuthenticationRequirement.SIGNED_IN) {
            throw new ProblemException(new Problem.NoPermission(needed.key()));
        }
        return permitted;
    }

    private static Permission neededPermission(ApiMethod<?> method) {
        Permission declared = method.permission();
        if (declared != null) {
            return declared;
        }
        return method.isRead() ? Permission.READ : Permission.WRITE;
    }

    private @Nullable AuthenticatedUser verified(
            ServerRequest request, ApiMethod<?> method, V1Credentials credentials, Runnable beforeWaiting) {
        try {
            return authenticator
                    .verifyCached(credentials.username(), credentials.password(), request.client())
                    .orElseGet(() -> {
                        beforeWaiting.run();
                        return verifyUncached(request, credentials);
                    });
        } catch (ProblemException e) {
            if (method.access() == AuthenticationRequirement.OPTIONAL_LENIENT
                    && e.problem() instanceof Problem.NotSignedIn) {
                return null;
            }
            throw e;
        }
    }

    /// Hashing waits without the permit: otherwise as many guesses as there are permits would block the server.
    private AuthenticatedUser verifyUncached(ServerRequest request, V1Credentials credentials) {
        return request.runBlocking(
                () -> authenticator.verify(credentials.username(), credentials.password(), request.client()));
    }
}
