package dev.spoolmark.http;

import dev.spoolmark.account.Permission;
import dev.spoolmark.http.body.DocumentedField;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A method of an API as data: what routing, authentication, documentation and tests need to know of it.
///
/// @param httpMethod any HTTP method, as the specification writes it
/// @param path exactly as in the specification, so that searching for it finds its declaration
/// @param isRead whether it stores nothing; priority, time budget, rate limits and HEAD depend on it
/// @param permission what the application must hold, or null
/// @param visibility whose data it returns or changes
/// @param body the record that its body is bound to; [NoBody] when the body holds only credentials and parameters
/// @param handler null while the method is not implemented
public record ApiMethod<B>(
        String httpMethod,
        String path,
        boolean isRead,
        AuthenticationRequirement access,
        @Nullable Permission permission,
        DataVisibility visibility,
        Class<B> body,
        Set<MethodTrait> traits,
        @Nullable Handler<B> handler)
        implements TemplateRouter.Target {

    public ApiMethod {
        traits = Set.copyOf(traits);
    }

    public boolean isImplemented() {
        return handler != null;
    }

    public boolean is(MethodTrait trait) {
        return traits.contains(trait);
    }

    /// Whether the specification has it sent as GET.
    public boolean isGet() {
        return httpMethod.equals("GET");
    }

    /// Which requests go first under load.
    public RequestPriority priority() {
        if (!isRead && access == AuthenticationRequirement.SIGNED_IN) {
            return RequestPriority.CRITICAL_WRITE;
        }
        boolean aboutOne = visibility == DataVisibility.OWN || visibility == DataVisibility.ONE_USER;
        return aboutOne ? RequestPriority.USER_READ : RequestPriority.BEST_EFFORT;
    }

    /// The fields of its body, without credentials.
    public List<DocumentedField> members() {
        return DocumentedField.of(body);
    }

    /// Handles a call: parses arguments, calls one feature, renders the response.
    @FunctionalInterface
    public interface Handler<B> {

        Response call(Call<B> call);
    }

    /// The body of a method without fields of its own.
    public record NoBody() {}

    /// Properties in which methods differ.
    public enum MethodTrait {

        /// Accepts a whole library in one body (`docs/security.md#input-limits`).
        BULK,

        /// A write that some clients send as GET.
        ALSO_GET,

        /// Writes text that other users see, or contacts them; limited more strictly than other writes.
        COMMENTING,

        /// Searches; limited more strictly than other reads.
        SEARCHING,

        /// Not in the specification, but called by clients; counted separately.
        UNDOCUMENTED,

        /// Only tests the credentials, so every credential permits it.
        ANY_CREDENTIAL,

        /// Parameters in the query precede those in the path.
        QUERY_FIRST
    }
}
