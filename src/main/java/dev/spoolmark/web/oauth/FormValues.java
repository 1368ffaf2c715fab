package dev.spoolmark.web.oauth;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.oauth.RedirectUris;
import dev.spoolmark.web.form.Form;
import java.util.List;

/// Values of forms about applications and tokens.
final class FormValues {

    private static final int LONGEST_NAME = 100;
    private static final int MAX_REDIRECTS = 20;

    private FormValues() {}

    /// The field `name`.
    static String name(Form form) {
        String name = form.required("name", LONGEST_NAME);
        if (name.chars().anyMatch(Character::isISOControl)) {
            form.error("name", "oauth.name.invalid");
        }
        return name;
    }

    /// The field `redirects`: an address on each line.
    static List<String> redirects(Form form) {
        List<String> addresses = form.text("redirects")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (addresses.size() > MAX_REDIRECTS) {
            form.error("redirects", "oauth.redirects.too_many", MAX_REDIRECTS);
        }
        addresses.stream()
                .filter(address -> !RedirectUris.isAllowed(address))
                .findFirst()
                .ifPresent(wrong -> form.error("redirects", "oauth.redirects.invalid", shortened(wrong)));
        return addresses;
    }

    private static String shortened(String address) {
        int end = Math.min(address.length(), LONGEST_NAME);
        return end == address.length() ? address : address.substring(0, end) + "…";
    }

    /// Notes beside a field why a feature refused the values.
    ///
    /// @throws ProblemException the refusal, if it is about something else than values
    static void note(Form form, String field, ProblemException refused) {
        if (refused.problem() instanceof Problem.TooMany(long limit, String _)) {
            form.error(field, "oauth.too_many", limit);
        } else if (refused.problem() instanceof Problem.Invalid) {
            form.error(field, "oauth.name.invalid");
        } else {
            throw refused;
        }
    }
}
