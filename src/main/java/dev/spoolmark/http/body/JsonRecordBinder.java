package dev.spoolmark.http.body;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Binds the tokens of one body to its record while they are parsed. The body is validated at the same time, or
/// was before.
final class JsonRecordBinder {

    private final JsonParser json;
    private final @Nullable BodyScanner check;
    private final Set<String> malformed = new HashSet<>();
    private String rootField = "";
    private int depth;

    /// @param check validates each token; null for a body that [BodyScanner] has accepted
    JsonRecordBinder(JsonParser json, @Nullable BodyScanner check) {
        this.json = json;
        this.check = check;
    }

    /// @param undeclared single values at the top level that the record does not declare
    <T> ParsedBody<T> bind(Class<T> type, Map<String, LenientValue> undeclared) {
        BodySchema.RecordSchema members = BodySchema.of(type);
        Object value = switch (next()) {
            case START_OBJECT -> object(members);
            case START_ARRAY -> emptyArray(members);
            case null, default -> throw unreadable("the body is not an object");
        };
        if (next() != null) {
            throw unreadable("something follows the end of the body");
        }
        return new ParsedBody<>(type.cast(value), undeclared, malformed);
    }

    /// PHP writes an object without members as `[]`.
    private Object emptyArray(BodySchema.RecordSchema members) {
        if (next() != JsonToken.END_ARRAY) {
            throw unreadable("the body is a list where an object belongs");
        }
        return members.make(new Object[members.count()]);
    }

    private Object object(BodySchema.RecordSchema members) {
        @Nullable Object[] values = new @Nullable Object[members.count()];
        depth++;
        while (next() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (depth == 1) {
                rootField = name;
            }
            JsonToken _ = next();
            int index = members.indexOf(name);
            if (index >= 0) {
                values[index] = value(members.at(index));
            } else {
                skipped();
            }
        }
        depth--;
        return members.make(values);
    }

    private @Nullable Object value(BodySchema shape) {
        if (check != null && !check.isBoundEarly()) {
            return skipped();
        }
        JsonToken token = json.currentToken();
        return switch (shape) {
            case BodySchema.ValueSchema(boolean moment) -> scalar(moment);
            case BodySchema.RecordSchema members when token == JsonToken.START_OBJECT -> object(members);
            case BodySchema.ListSchema many when token == JsonToken.START_ARRAY -> list(many.element());
            case BodySchema.ListSchema many when token == JsonToken.START_OBJECT -> numbered(many.element());
            case BodySchema.RecordSchema members -> skipped();
            case BodySchema.ListSchema many -> {
                if (token != JsonToken.VALUE_NULL) {
                    malformed.add(rootField);
                }
                yield skipped();
            }
        };
    }

    private List<@Nullable Object> list(BodySchema element) {
        List<@Nullable Object> list = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            list.add(value(element));
        }
        return list;
    }

    /// PHP writes a list with gaps in its indexes as an object: `{"0": …, "2": …}`. An object with other members
    /// is not a list.
    private List<@Nullable Object> numbered(BodySchema element) {
        List<@Nullable Object> list = new ArrayList<>();
        while (next() != JsonToken.END_OBJECT) {
            boolean isNumber = isNumber(json.currentName());
            JsonToken _ = next();
            if (isNumber) {
                list.add(value(element));
            } else {
                malformed.add(rootField);
                skipped();
            }
        }
        return list;
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// The current value, or null for `null` and for everything that is not a single value.
    private @Nullable LenientValue scalar(boolean moment) {
        LenientValue scalar = LenientValue.of(json);
        if (scalar != null) {
            return scalar;
        }
        boolean isUnreadable = moment && json.currentToken().isStructStart();
        skipped();
        return isUnreadable ? LenientValue.UNREADABLE : null;
    }

    /// Skips the current value.
    @SuppressWarnings("TypeParameterUnusedInFormals") // null, for whatever is wanted
    private <T> @Nullable T skipped() {
        if (check == null) {
            json.skipChildren();
        } else {
            check.skipChildren(json);
        }
        return null;
    }

    private @Nullable JsonToken next() {
        return check == null ? json.nextToken() : check.next(json);
    }

    private static ProblemException unreadable(String reason) {
        return new ProblemException(new Problem.Unreadable(reason));
    }
}
