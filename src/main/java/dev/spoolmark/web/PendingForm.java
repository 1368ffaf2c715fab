package dev.spoolmark.web;

import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.form.FormBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A form that is sent again after its user has confirmed their identity. It contains no secrets and at most 200
/// fields with 32,768 characters (UTF-16) in all; a form that is only a button has none.
///
/// @param path where it is sent, a path of this server
public record PendingForm(String path, List<Field> fields) {

    /// The first character of the names of fields that the server adds to forms.
    public static final String OWN_PREFIX = "_";

    static final int MAX_FIELDS = 200;
    static final int MAX_CHARACTERS = 32_768;

    /// The names of fields with passwords, codes and other secrets.
    static final Set<String> SECRETS = Set.of("password", "current", "repeated", "code", "secret", "token");

    public PendingForm {
        fields = List.copyOf(fields);
    }

    /// One value of a field.
    public record Field(String name, String value) {}

    /// The form that was sent, without the fields that the server adds.
    ///
    /// @param path where it was sent
    /// @return empty if no form was sent, if it has a secret, without which it cannot be carried out, or if it is
    ///     too long to keep it
    public static Optional<PendingForm> of(String path, Form form) {
        Set<String> names = form.values().keySet();
        if (!names.contains(PageRequests.CSRF_FIELD) || !Collections.disjoint(names, SECRETS)) {
            return Optional.empty();
        }
        PendingForm pending = of(path, form.values());
        long characters = pending.fields.stream()
                .mapToLong(field -> (long) field.name.length() + field.value.length())
                .sum();
        boolean fits = pending.fields.size() <= MAX_FIELDS && characters <= MAX_CHARACTERS;
        return fits ? Optional.of(pending) : Optional.empty();
    }

    private static PendingForm of(String path, Map<String, List<String>> values) {
        List<Field> fields = new ArrayList<>();
        new TreeMap<>(values).forEach((name, all) -> {
            if (!name.startsWith(OWN_PREFIX) && !SECRETS.contains(name)) {
                all.forEach(value -> fields.add(new Field(name, value)));
            }
        });
        return new PendingForm(path, fields);
    }

    /// Path and fields as one text. It stays on the server: an address in a browser would show what was typed.
    public String toText() {
        return fields.stream()
                .map(field -> encode(field.name) + "=" + encode(field.value))
                .collect(Collectors.joining("&", path + "?", ""));
    }

    /// The form of [#toText].
    public static PendingForm parse(String text) {
        int query = text.indexOf('?');
        return of(text.substring(0, query), FormBody.parse(text.substring(query + 1)));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
