package dev.spoolmark.wire;

import dev.spoolmark.account.Permission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One method of a dialect, as data: everything that routing, sign-in, documents and tests need to know of it.
///
/// @param verb as the specification writes it
/// @param path exactly as in the specification, so that searching for it lands on its declaration
/// @param permission what the application must be allowed, or null when any will do
/// @param visibility whose data it tells
/// @param body the record that its body is read into; [NoBody] when only sign-in and parameters come that way
/// @param traits how it differs from the rest
/// @param handler what it does, or null while it is not built
public record Method<B>(
        String verb,
        String path,
        Access access,
        @Nullable Permission permission,
        Visibility visibility,
        Class<B> body,
        Set<Trait> traits,
        @Nullable Handler<B> handler) {

    public Method {
        traits = Set.copyOf(traits);
    }

    public boolean isBuilt() {
        return handler != null;
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /// Whether it only reads.
    public boolean isRead() {
        return verb.equals("GET");
    }

    /// Whether it goes before others when not all can be let in.
    public Urgency urgency() {
        if (!isRead() && !is(Trait.ASKS) && access == Access.SIGNED_IN) {
            return Urgency.KEEPING;
        }
        boolean aboutOne = visibility == Visibility.OWN || visibility == Visibility.PERSON;
        return aboutOne ? Urgency.PERSON : Urgency.OTHER;
    }

    /// What its body may hold, besides the signing in.
    public List<Member> members() {
        return Member.of(body);
    }

    /// What a method does: read the call, ask a feature, say the answer.
    @FunctionalInterface
    public interface Handler<B> {

        Reply answer(Call<B> call);
    }

    /// The body of a method that has none of its own.
    public record NoBody() {}

    /// What sets a method apart.
    public enum Trait {

        /// Takes a whole library in one body (`security.md` 5).
        BULK,

        /// A write that some clients send as GET.
        ALSO_GET,

        /// Keeps nothing, though the specification has it sent as a write.
        ASKS,

        /// Not in the specification's list, yet called by real clients; counted apart.
        EXTRA,

        /// Its parameters in the query beat those in the path.
        QUERY_FIRST
    }
}
