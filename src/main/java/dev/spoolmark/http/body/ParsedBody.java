package dev.spoolmark.http.body;

import java.util.Map;
import java.util.Set;

/// The content of a body.
///
/// @param value the members that the method declares
/// @param extraFields other members of the top level: credentials, and arguments that belong in the path. An object
///     or a list is a value that [LenientValue#isUnreadable].
/// @param malformedFields names of members at the top level that should be lists and are not
public record ParsedBody<T>(T value, Map<String, LenientValue> extraFields, Set<String> malformedFields) {

    public ParsedBody {
        extraFields = Map.copyOf(extraFields);
        malformedFields = Set.copyOf(malformedFields);
    }

    /// Only the type: a body may contain a password.
    @Override
    public String toString() {
        return "Body of " + value.getClass().getSimpleName();
    }
}
