package dev.spoolmark.account;

import static dev.spoolmark.account.ProblemAssertions.problemOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.core.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules for user names, e-mail addresses and profiles.
class UserNameRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"ann", "a.b", "---", "A_1", "abcdefghijklmnopqrst"})
    void acceptsValidNames(String name) {
        assertThat(UserNameRules.isName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "an", "abcdefghijklmnopqrstu", "a b", "ann\n", "zoë", "a/b", "\u212aim", "ａｎｎ"})
    void rejectsInvalidNames(String name) {
        assertThat(UserNameRules.isName(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"likes", "Settings", "saved_filters", "saved.filters", "SET-COVER"})
    void rejectsReservedNames(String name) {
        assertThat(UserNameRules.isFree(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "justin@example.com", "j.u+s@sub.example.com", "zoë@exämple.com"})
    void acceptsValidEmailAddresses(String email) {
        assertThat(UserNameRules.isEmail(email)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "@b", "a@", "a@b@c", "a b@c", "a@b..c", "a@b.", "a\u0000@b.c", "<a@b.c>"})
    void rejectsInvalidEmailAddresses(String email) {
        assertThat(UserNameRules.isEmail(email)).isFalse();
    }

    @Test
    void aProfileOutOfRangeIsRejectedAndNotTruncated() {
        assertThat(problemOf(() -> named("a".repeat(101)))).isEqualTo(new Problem.Invalid("full name"));
        assertThat(problemOf(() -> new Profile(null, null, null, null, null, "a\u0000")))
                .isEqualTo(new Problem.Invalid("avatar"));
        assertThat(problemOf(() -> new Profile(null, null, -1, null, null, null)))
                .isEqualTo(new Problem.Invalid("age"));
        assertThat(problemOf(() -> new Profile(null, null, null, null, "a".repeat(1_001), null)))
                .isEqualTo(new Problem.Invalid("about"));
    }

    @Test
    void controlCharactersAreRemovedFromProfiles() {
        assertThat(named("Ann\u0000\nLee").fullName()).isEqualTo("Ann Lee");
        assertThat(named("\u0000\u200b").fullName()).isNull();
    }

    private static Profile named(String fullName) {
        return new Profile(fullName, null, null, null, null, null);
    }
}
