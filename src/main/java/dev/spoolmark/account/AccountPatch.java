package dev.spoolmark.account;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What is to be changed about who sees a person; null leaves it as it is.
///
/// @param searchable whether others find the person when they search for people; who knows the name finds the
///     profile either way
/// @param isProtected whether only those see the person's data whose request to follow was approved
public record AccountPatch(
        @Nullable Boolean searchable, @Nullable Boolean isProtected) {

    /// What is wished for, and what was before where that is known.
    String describeChange(Account account) {
        return Stream.of(
                        searchable == null ? "" : "searchable " + searchable,
                        isProtected == null ? "" : "protected " + isProtected + ", before " + account.isProtected())
                .filter(wish -> !wish.isEmpty())
                .collect(Collectors.joining("; "));
    }
}
