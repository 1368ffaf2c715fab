package dev.spoolmark.account;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Changes to the visibility of a user; null leaves a setting unchanged.
///
/// @param searchable whether search finds the user; the profile can be read by name either way
/// @param isProtected whether only approved followers see the data of the user
public record AccountPatch(
        @Nullable Boolean searchable, @Nullable Boolean isProtected) {

    /// The requested values, with the previous values where they are known.
    String describeChange(Account account) {
        return Stream.of(
                        searchable == null ? "" : "searchable " + searchable,
                        isProtected == null ? "" : "protected " + isProtected + ", before " + account.isProtected())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
