package dev.spoolmark.wire;

import java.util.Map;
import java.util.Set;

/// What a client sent in a body.
///
/// @param value the members that the method declares
/// @param rest the other single values at the top: credentials, and arguments that belong into the path
/// @param misshapen the members at the top under which something else stood where a list belongs
public record Body<T>(T value, Map<String, Scalar> rest, Set<String> misshapen) {

    public Body {
        rest = Map.copyOf(rest);
        misshapen = Set.copyOf(misshapen);
    }

    /// Only the kind: a body may hold a password.
    @Override
    public String toString() {
        return "Body of " + value.getClass().getSimpleName();
    }
}
