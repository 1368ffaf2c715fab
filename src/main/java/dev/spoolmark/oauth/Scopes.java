package dev.spoolmark.oauth;

import dev.spoolmark.account.Permission;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/// What tokens may permit: every permission but the creation of accounts.
public final class Scopes {

    private Scopes() {}

    /// All that a token can permit.
    public static Set<Permission> all() {
        return Permission.defaults();
    }

    /// The scopes that these words name, all when there are none.
    ///
    /// @throws ProblemException with `Invalid` for a word that is no scope
    public static Set<Permission> ofKeys(Collection<String> keys) {
        if (keys.isEmpty()) {
            return all();
        }
        Set<Permission> scopes = EnumSet.noneOf(Permission.class);
        for (String key : keys) {
            scopes.add(Permission.ofKey(key.strip())
                    .filter(all()::contains)
                    .orElseThrow(() -> new ProblemException(new Problem.Invalid("scope"))));
        }
        return scopes;
    }

    /// The scopes of an authorization request, at most those of the application. Clients send words of other
    /// servers (`public`, `openid`), which mean nothing here; without one of ours it gets all.
    static Set<Permission> requested(String sent, Set<Permission> permitted) {
        Set<Permission> requested = Arrays.stream(sent.split(" ", -1))
                .flatMap(key -> Permission.ofKey(key).stream())
                .filter(all()::contains)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
        return intersection(requested.isEmpty() ? all() : requested, permitted);
    }

    static Set<Permission> intersection(Set<Permission> left, Set<Permission> right) {
        return left.stream()
                .filter(right::contains)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }

    /// The stored form.
    static String text(Set<Permission> scopes) {
        return scopes.stream().sorted().map(Permission::key).collect(Collectors.joining(","));
    }

    static Set<Permission> ofText(String text) {
        return Arrays.stream(text.split(",", -1))
                .flatMap(key -> Permission.ofKey(key).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Permission.class)));
    }
}
