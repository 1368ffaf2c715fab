package dev.spoolmark.web.oauth;

import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.form.FormBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The parameters of an authorization request (RFC 6749, 4.1.1; RFC 7636, 4.3), from its query or from the form of
/// the consent page.
///
/// @param values without those that are empty
/// @param repeated whether one was sent more than once, which is an error (RFC 6749, 3.1)
record AuthorizationParameters(Map<String, String> values, boolean repeated) {

    private static final List<String> NAMES = List.of(
            "response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method");

    /// @param rawQuery as sent
    static AuthorizationParameters ofQuery(String rawQuery) {
        Map<String, List<String>> sent = FormBody.parse(rawQuery);
        return of(name -> sent.getOrDefault(name, List.of()));
    }

    static AuthorizationParameters ofForm(Form form) {
        return of(form::all);
    }

    private static AuthorizationParameters of(Function<String, List<String>> sent) {
        Map<String, String> values = new LinkedHashMap<>();
        boolean repeated = false;
        for (String name : NAMES) {
            List<String> all = sent.apply(name);
            repeated |= all.size() > 1;
            if (!all.isEmpty() && !all.getFirst().isEmpty()) {
                values.put(name, all.getFirst());
            }
        }
        return new AuthorizationParameters(values, repeated);
    }

    /// The address of the consent page with these parameters, and no others.
    String address() {
        return "/oauth/authorize"
                + values.entrySet().stream()
                        .map(entry ->
                                entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}
