package dev.spoolmark.wire;

import dev.spoolmark.kernel.AsciiNumber;
import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Turns the tokens of one body into its record, as they come.
final class Binder {

    private final JsonParser json;
    private final Map<String, Scalar> rest = new HashMap<>();
    private final Set<String> misshapen = new HashSet<>();
    private String top = "";
    private int depth;

    Binder(JsonParser json) {
        this.json = json;
    }

    <T> Body<T> bind(Class<T> type) {
        Shape.Members members = Shape.of(type);
        Object value = switch (json.nextToken()) {
            case START_OBJECT -> object(members);
            case START_ARRAY -> emptyArray(members);
            case null, default -> throw unreadable("the body is not an object");
        };
        if (json.nextToken() != null) {
            throw unreadable("something follows the end of the body");
        }
        return new Body<>(type.cast(value), rest, misshapen);
    }

    /// PHP writes an object without members as `[]`.
    private Object emptyArray(Shape.Members members) {
        if (json.nextToken() != JsonToken.END_ARRAY) {
            throw unreadable("the body is a list where an object belongs");
        }
        return members.make(new Object[members.count()]);
    }

    private Object object(Shape.Members members) {
        @Nullable Object[] values = new @Nullable Object[members.count()];
        depth++;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = checked(json.currentName());
            if (depth == 1) {
                top = name;
            }
            json.nextToken();
            int place = members.place(name);
            if (place >= 0) {
                values[place] = value(members.at(place));
            } else {
                undeclared(name);
            }
        }
        depth--;
        return members.make(values);
    }

    private @Nullable Object value(Shape shape) {
        JsonToken token = json.currentToken();
        return switch (shape) {
            case Shape.Single single -> scalar();
            case Shape.Members members when token == JsonToken.START_OBJECT -> object(members);
            case Shape.Many many when token == JsonToken.START_ARRAY -> list(many.element());
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
        while (json.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(element));
        }
        return list;
    }

    /// The value at hand, or null for `null` and for whatever is no single value.
    private @Nullable Scalar scalar() {
        return switch (json.currentToken()) {
            case VALUE_STRING -> new Scalar(checked(json.getString()), true);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Scalar(number(json.getString()), false);
            case VALUE_TRUE -> new Scalar("true", false);
            case VALUE_FALSE -> new Scalar("false", false);
            case null, default -> skipped();
        };
    }

    private void undeclared(String name) {
        Scalar scalar = scalar();
        if (scalar != null && depth == 1 && rest.size() < Limits.UNDECLARED_MEMBERS) {
            rest.put(name, scalar);
        }
    }

    /// Passes over the value at hand. What is inside has to be sound all the same.
    @SuppressWarnings("TypeParameterUnusedInFormals") // null, for whatever is wanted
    private <T> @Nullable T skipped() {
        JsonToken token = json.currentToken();
        int inside = token.isStructStart() ? 1 : 0;
        checkSkipped(token);
        while (inside > 0) {
            token = json.nextToken();
            inside += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            checkSkipped(token);
        }
        return null;
    }

    private void checkSkipped(JsonToken token) {
        switch (token) {
            case PROPERTY_NAME, VALUE_STRING -> checked(json.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(json.getString());
            default -> {}
        }
    }

    private static String checked(String text) {
        if (text.indexOf('\0') >= 0) {
            throw unreadable("a text holds a NUL");
        }
        return text;
    }

    private static String number(String text) {
        if (text.length() > Limits.JSON_NUMBER || exponent(text) > Limits.JSON_EXPONENT) {
            throw unreadable("a number is too long");
        }
        return text;
    }

    private static int exponent(String number) {
        int mark = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (mark < 0) {
            return 0;
        }
        try {
            return Math.abs(AsciiNumber.parseInt(number.substring(mark + 1)));
        } catch (NumberFormatException tooLong) {
            return Integer.MAX_VALUE;
        }
    }

    private static Refusal unreadable(String reason) {
        return new Refusal(new Problem.Unreadable(reason));
    }
}
