package dev.spoolmark.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.Gender;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.auth.PasswordPolicy;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One user in a file. The members are named as in the file.
record UserRecord(
        @Nullable String username,
        @Nullable String email,
        @Nullable String password,
        @Nullable String password_sha1,
        @Nullable String full_name,
        @Nullable String gender,
        @Nullable Integer age,
        @Nullable String location,
        @Nullable String about,
        @Nullable Long joined,
        @JsonProperty("protected") @Nullable Boolean isProtected,
        @Nullable String time_zone,
        @Nullable Boolean vip) {

    NewAccount account() {
        if (username == null) {
            throw new ProblemException(new Problem.Missing("username"));
        }
        return new NewAccount(
                username,
                email,
                sha1(),
                false,
                CreationOrigin.OPERATOR,
                new Profile(full_name, readGender(), age, location, about, null),
                new NewAccount.Choices(instant(), isProtected, zone(), vip == null || vip));
    }

    private Secret sha1() {
        if (password != null && password_sha1 != null) {
            throw invalid("password: give it or password_sha1, not both; it");
        }
        if (password != null) {
            return PasswordPolicy.sha1Of(password);
        }
        if (password_sha1 == null) {
            throw new ProblemException(new Problem.Missing("password or password_sha1"));
        }
        return Secret.ofSha1Hex(password_sha1).orElseThrow(() -> invalid("password_sha1 (40 hex digits)"));
    }

    private @Nullable Gender readGender() {
        return switch (gender) {
            case null -> null;
            case "", "unknown" -> null;
            case "male" -> Gender.MALE;
            case "female" -> Gender.FEMALE;
            default -> throw invalid("gender (male or female)");
        };
    }

    private @Nullable Instant instant() {
        return joined == null ? null : Instant.ofEpochSecond(joined);
    }

    /// @return the values that cannot be read, one sentence each
    List<String> warnings() {
        return time_zone != null && !time_zone.isBlank() && zone() == null
                ? List.of("there is no time zone of the name in 'time_zone'; the default is taken")
                : List.of();
    }

    private @Nullable ZoneId zone() {
        try {
            return time_zone == null ? null : ZoneId.of(time_zone.strip());
        } catch (DateTimeException unknown) {
            return null;
        }
    }

    private static ProblemException invalid(String subject) {
        return new ProblemException(new Problem.Invalid(subject));
    }

    /// Keeps the password out of logs.
    @Override
    public String toString() {
        return "PersonLine[" + username + "]";
    }
}
