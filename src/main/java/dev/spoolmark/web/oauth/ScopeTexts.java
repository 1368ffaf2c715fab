package dev.spoolmark.web.oauth;

import dev.spoolmark.account.Permission;
import dev.spoolmark.web.text.Texts;
import java.util.List;
import java.util.Set;

/// What tokens permit, in words.
final class ScopeTexts {

    private ScopeTexts() {}

    /// A sentence for each permission, in a fixed order.
    static List<String> sentences(Set<Permission> scopes, Texts texts) {
        return texts(scopes, "oauth.may.", texts);
    }

    /// A word or two for each permission, for lists.
    static String brief(Set<Permission> scopes, Texts texts) {
        return String.join(", ", texts(scopes, "oauth.scope.", texts));
    }

    private static List<String> texts(Set<Permission> scopes, String prefix, Texts texts) {
        return scopes.stream()
                .sorted()
                .map(permission -> texts.get(prefix + permission.key()))
                .toList();
    }
}
