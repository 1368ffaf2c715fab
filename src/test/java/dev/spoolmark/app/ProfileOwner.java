package dev.spoolmark.app;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A user with data of every kind, and the addresses that lead to these data. [#missing] has the same addresses of
/// nobody.
///
/// @param values of the variables of addresses and fields, by name
record ProfileOwner(String name, Map<String, String> values) {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    ProfileOwner {
        values = Map.copyOf(values);
    }

    /// Nobody, with addresses as this one.
    static ProfileOwner missing() {
        return new ProfileOwner(
                "xmissing",
                Map.ofEntries(
                        Map.entry("user", "xmissing"),
                        Map.entry("name", "xmissing"),
                        Map.entry("list", "no-such-list"),
                        Map.entry("slug", "no-such-title-1902"),
                        Map.entry("season", "1"),
                        Map.entry("episode", "1"),
                        Map.entry("play", "987654321012"),
                        Map.entry("comment", "987654321013"),
                        Map.entry("movie", "movie-987654321014"),
                        Map.entry("item", "movie-987654321014"),
                        Map.entry("show", "show-987654321015"),
                        Map.entry("token", "b".repeat(52)),
                        Map.entry("file", "b".repeat(52) + ".ics"),
                        Map.entry("id", "987654321016"),
                        Map.entry("offer", "987654321019"),
                        Map.entry("run", "987654321020"),
                        Map.entry("row", "1"),
                        Map.entry("grant", "987654321017"),
                        Map.entry("code", "ABCD2345"),
                        Map.entry("app_id", "987654321018"),
                        Map.entry("year", "2013"),
                        Map.entry("month", "06")));
    }

    /// The same owner with another value.
    ProfileOwner with(String variable, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(variable, value);
        return new ProfileOwner(name, changed);
    }

    String value(String variable) {
        return Optional.ofNullable(values.get(variable))
                .orElseThrow(() -> new IllegalArgumentException("no value for " + variable));
    }

    /// A template with the values of this owner.
    String fill(String template) {
        return VARIABLE.matcher(template).replaceAll(variable -> value(variable.group(1)));
    }

    /// A response without the values that the request had: they may stand in it.
    String withoutValues(String body) {
        String text = body;
        for (String value : values.values().stream()
                .filter(value -> value.length() > 1)
                .sorted((one, other) -> other.length() - one.length())
                .toList()) {
            text = text.replace(value, "*");
        }
        return text;
    }
}
