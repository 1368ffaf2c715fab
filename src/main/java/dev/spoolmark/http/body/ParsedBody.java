package dev.spoolmark.http.body;

import java.util.Map;
import java.util.Set;

/// What a client sent in a body.
///
/// @param value the members that the method declares
/// @param extraFields the other single values at the top: credentials, and arguments that belong into the path
/// @param malformedFields the members at the top under which something else stood where a list belongs
public record ParsedBody<T>(T value, Map<String, LenientValue> extraFields, Set<String> malformedFields) {

    public ParsedBody {
        extraFields = Map.copyOf(extraFields);
        malformedFields = Set.copyOf(malformedFields);
    }

    /// Only the kind: a body may hold a password.
    @Override
    public String toString() {
        return "Body of " + value.getClass().getSimpleName();
    }
}
