package dev.spoolmark.wire;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Turns the tokens of one body into its record, as they come. The body is checked at the same time, or was before.
final class Binder {

    private final JsonParser json;
    private final @Nullable BodyCheck check;
    private final Set<String> misshapen = new HashSet<>();
    private String top = "";
    private int depth;

    /// @param check looks at each token; null for a body that [BodyCheck] found sound
    Binder(JsonParser json, @Nullable BodyCheck check) {
        this.json = json;
        this.check = check;
    }

    /// @param undeclared the single values at the top that the record does not have
    <T> Body<T> bind(Class<T> type, Map<String, Scalar> undeclared) {
        Shape.Members members = Shape.of(type);
        Object value = switch (next()) {
            case START_OBJECT -> object(members);
            case START_ARRAY -> emptyArray(members);
            case null, default -> throw unreadable("the body is not an object");
        };
        if (next() != null) {
            throw unreadable("something follows the end of the body");
        }
        return new Body<>(type.cast(value), undeclared, misshapen);
    }

    /// PHP writes an object without members as `[]`.
    private Object emptyArray(Shape.Members members) {
        if (next() != JsonToken.END_ARRAY) {
            throw unreadable("the body is a list where an object belongs");
        }
        return members.make(new Object[members.count()]);
    }

    private Object object(Shape.Members members) {
        @Nullable Object[] values = new @Nullable Object[members.count()];
        depth++;
        while (next() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            if (depth == 1) {
                top = name;
            }
            JsonToken _ = next();
            int place = members.place(name);
            if (place >= 0) {
                values[place] = value(members.at(place));
            } else {
                skipped();
            }
        }
        depth--;
        return members.make(values);
    }

    private @Nullable Object value(Shape shape) {
        if (check != null && !check.isBuiltAtOnce()) {
            return skipped();
        }
        JsonToken token = json.currentToken();
        return switch (shape) {
            case Shape.Single(boolean moment) -> scalar(moment);
            case Shape.Members members when token == JsonToken.START_OBJECT -> object(members);
            case Shape.Many many when token == JsonToken.START_ARRAY -> list(many.element());
            case Shape.Many many when token == JsonToken.START_OBJECT -> numbered(many.element());
            case Shape.Members members -> skipped();
            case Shape.Many many -> {
                if (token != JsonToken.VALUE_NULL) {
                    misshapen.add(top);
                }
                yield skipped();
            }
        };
    }

    private List<@Nullable Object> list(Shape element) {
        List<@Nullable Object> list = new ArrayList<>();
        while (next() != JsonToken.END_ARRAY) {
            list.add(value(element));
        }
        return list;
    }

    /// PHP writes a list with gaps in its numbers as an object: `{"0": …, "2": …}`. An object with other members is no
    /// list.
    private List<@Nullable Object> numbered(Shape element) {
        List<@Nullable Object> list = new ArrayList<>();
        while (next() != JsonToken.END_OBJECT) {
            boolean isNumber = isNumber(json.currentName());
            JsonToken _ = next();
            if (isNumber) {
                list.add(value(element));
            } else {
                misshapen.add(top);
                skipped();
            }
        }
        return list;
    }

    private static boolean isNumber(String name) {
        return !name.isEmpty() && name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /// The value at hand, or null for `null` and for whatever is no single value.
    private @Nullable Scalar scalar(boolean moment) {
        Scalar scalar = Scalar.of(json);
        if (scalar != null) {
            return scalar;
        }
        boolean isUnreadable = moment && json.currentToken().isStructStart();
        skipped();
        return isUnreadable ? Scalar.UNREADABLE : null;
    }

    /// Passes over the value at hand.
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

    private static Refusal unreadable(String reason) {
        return new Refusal(new Problem.Unreadable(reason));
    }
}
