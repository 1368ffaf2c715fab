package dev.spoolmark.http;

import dev.spoolmark.account.Permission;
import dev.spoolmark.http.body.FieldDescriptor;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One method of a dialect, as data: everything that routing, sign-in, documents and tests need to know of it.
///
/// @param httpMethod as the specification writes it
/// @param path exactly as in the specification, so that searching for it lands on its declaration
/// @param permission what the application must be allowed, or null when any will do
/// @param visibility whose data it tells
/// @param body the record that its body is read into; [NoBody] when only sign-in and parameters come that way
/// @param traits how it differs from the rest
/// @param handler what it does, or null while it is not built
public record ApiMethod<B>(
        String httpMethod,
        String path,
        Authentication access,
        @Nullable Permission permission,
        DataScope visibility,
        Class<B> body,
        Set<MethodTrait> traits,
        @Nullable Handler<B> handler) {

    public ApiMethod {
        traits = Set.copyOf(traits);
    }

    public boolean isBuilt() {
        return handler != null;
    }

    public boolean is(MethodTrait trait) {
        return traits.contains(trait);
    }

    /// Whether it only reads.
    public boolean isRead() {
        return httpMethod.equals("GET");
    }

    /// Whether it goes before others when not all can be let in.
    public RequestPriority priority() {
        if (!isRead() && !is(MethodTrait.READ_ONLY_POST) && access == Authentication.SIGNED_IN) {
            return RequestPriority.CRITICAL_WRITE;
        }
        boolean aboutOne = visibility == DataScope.OWN || visibility == DataScope.ONE_USER;
        return aboutOne ? RequestPriority.USER_READ : RequestPriority.BEST_EFFORT;
    }

    /// What its body may hold, besides the signing in.
    public List<FieldDescriptor> members() {
        return FieldDescriptor.of(body);
    }

    /// What a method does: read the call, ask a feature, say the answer.
    @FunctionalInterface
    public interface Handler<B> {

        Response answer(Call<B> call);
    }

    /// The body of a method that has none of its own.
    public record NoBody() {}

    /// What sets a method apart.
    public enum MethodTrait {

        /// Takes a whole library in one body (`docs/security.md#input-limits`).
        BULK,

        /// A write that some clients send as GET.
        ALSO_GET,

        /// Keeps nothing, though the specification has it sent as a write.
        READ_ONLY_POST,

        /// Not in the specification's list, yet called by real clients; counted apart.
        UNDOCUMENTED,

        /// Its parameters in the query beat those in the path.
        QUERY_FIRST
    }
}
