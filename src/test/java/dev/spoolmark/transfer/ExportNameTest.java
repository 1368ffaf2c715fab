package dev.spoolmark.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.UserDataFixture;
import dev.spoolmark.account.Account;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportNameTest {

    @ParameterizedTest
    @CsvSource({
        "ann, spoolmark-export-ann.zip",
        "Ann_B-2, spoolmark-export-Ann_B-2.zip",
        "a.b, spoolmark-export-a-b.zip",
        "..., spoolmark-export----.zip",
        "../../etc, spoolmark-export-------etc.zip",
        "'a\"; x=\"', spoolmark-export-a---x--.zip",
        "Jürgen, spoolmark-export-J-rgen.zip"
    })
    void aNameHasLettersAndDigitsOfAsciiOnly(String user, String file) {
        assertThat(ExportName.of(account(user))).isEqualTo(file);
    }

    private static Account account(String name) {
        Account ann = UserDataFixture.account();
        return new Account(
                ann.id(), name, null, false, false, false, ann.profile(), ann.preferences(), ann.joined(), null, 1);
    }
}
