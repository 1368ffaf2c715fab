package dev.spoolmark.account.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.spoolmark.core.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Stored password hashes and the list of common passwords.
class PasswordHasherTest {

    private static final Secret RIGHT = Secret.sha1Of("tr4vel-by-Night-train");
    private static final Secret WRONG = Secret.sha1Of("tr4vel-by-Night-trait");

    private final PasswordHasher cheap = new Argon2Hash(new Argon2CostParameters(8, 1, 1));

    @Test
    void aHashMatchesItsPasswordOnly() {
        String stored = PasswordHasher.argon2(Argon2CostParameters.MINIMUM).hash(RIGHT);

        assertThat(stored).matches("v1sha1\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[^$=]{22}\\$[^$=]{43}");
        assertThat(cheap.matches(RIGHT, stored)).isTrue();
        assertThat(cheap.matches(WRONG, stored)).isFalse();
    }

    @Test
    void equalPasswordsHaveDifferentHashes() {
        assertThat(cheap.hash(RIGHT)).isNotEqualTo(cheap.hash(RIGHT));
    }

    @Test
    void theDummyHashHasTheSameFormAndMatchesNothing() {
        String unmatched = PasswordHasher.argon2(Argon2CostParameters.MINIMUM).dummyHash();

        assertThat(unmatched).matches("v1sha1\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[^$=]{22}\\$[^$=]{43}");
        assertThat(cheap.matches(RIGHT, unmatched)).isFalse();
    }

    @Test
    void otherCostParametersRequireARehash() {
        String stored = cheap.hash(RIGHT);

        assertThat(cheap.needsRehash(stored)).isFalse();
        assertThat(new Argon2Hash(new Argon2CostParameters(16, 1, 1)).needsRehash(stored))
                .isTrue();
    }

    @Test
    void costParametersBelowTheMinimumAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordHasher.argon2(new Argon2CostParameters(19_455, 2, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PasswordHasher.argon2(new Argon2CostParameters(19_456, 1, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "v1sha1$argon2id$v=19$m=0,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void aMalformedHashIsRejected(String stored) {
        assertThatIllegalArgumentException().isThrownBy(() -> cheap.matches(RIGHT, stored));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "password",
                "Password1",
                "qwerty123",
                "lizaveta",
                "Dragon",
                "spoolmark",
                "Ann.Lee",
                "ann.lee",
                "ann@example.com"
            })
    void containsCommonPasswords(String password) {
        CommonPasswords common = new CommonPasswords(Optional.empty());

        assertThat(common.contains(Secret.sha1Of(password), "Ann.Lee", "ann@example.com"))
                .isTrue();
    }

    @Test
    void aListOfTheOperatorExtendsTheBundledOne(@TempDir Path folder) throws IOException {
        Path list = folder.resolve("list.txt");
        Files.writeString(list, "5C2B70A15DCEFBBE7E80E2C7CF0FB41EB07DDCE0:17\n\n" + "00".repeat(20) + "\n");
        CommonPasswords common = new CommonPasswords(Optional.of(list));

        assertThat(common.contains(Secret.of(new byte[20]), "ann", null)).isTrue();
        assertThat(common.contains(Secret.sha1Of("password"), "ann", null)).isTrue();
        assertThat(common.contains(RIGHT, "ann", null)).isFalse();
    }

    @Test
    void anInvalidListIsRejectedWithoutQuotingIt(@TempDir Path folder) throws IOException {
        Path list = folder.resolve("list.txt");
        Files.writeString(list, "hunter2\n");
        CommonPasswords common = new CommonPasswords(Optional.of(list));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> common.contains(RIGHT, "ann", null))
                .withMessageNotContaining("hunter2");
    }

    @Test
    void aListCanBeginWithAByteOrderMark(@TempDir Path folder) throws IOException {
        Path list = Files.writeString(folder.resolve("list.txt"), "\ufeff" + "00".repeat(20) + "\n");

        assertThat(new CommonPasswords(Optional.of(list)).contains(Secret.of(new byte[20]), "ann", null))
                .isTrue();
    }
}
