package dev.spoolmark.api.v1;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An object of an answer, member by member in the order of the specification.
///
/// v1 puts the same things together in many ways (a show with what the caller thinks of it, with when it was listed,
/// with its episodes), so its objects are built rather than declared. Null members are left out.
final class V1Object {

    private final Map<String, Object> members = new LinkedHashMap<>();

    V1Object put(String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
        return this;
    }

    V1Object putAll(V1Object others) {
        members.putAll(others.members);
        return this;
    }

    @JsonValue
    Map<String, Object> members() {
        return members;
    }
}
