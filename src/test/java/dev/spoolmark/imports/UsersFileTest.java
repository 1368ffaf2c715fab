package dev.spoolmark.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.Gender;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.Secret;
import dev.spoolmark.imports.UsersFile.Line;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lines of a users file.
class UsersFileTest {

    private static final String SHA1 = "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8";

    @TempDir
    Path folder;

    @Test
    void aLineCanHoldAllDataOfAUser() throws IOException {
        NewAccount ann = person("""
                {"username":"ann","email":"ann@example.org","password_sha1":"%s","full_name":"Ann A.","gender":"female",\
                "age":42,"location":"Ulm","about":"Hi.","joined":1262304000,"protected":true,"time_zone":"Europe/Berlin",\
                "vip":false}""".formatted(SHA1));

        assertThat(ann.name()).isEqualTo("ann");
        assertThat(ann.email()).isEqualTo("ann@example.org");
        assertThat(ann.sha1()).isEqualTo(Secret.sha1Of("password"));
        assertThat(ann.origin()).isEqualTo(CreationOrigin.OPERATOR);
        assertThat(ann.profile().fullName()).isEqualTo("Ann A.");
        assertThat(ann.profile().gender()).isEqualTo(Gender.FEMALE);
        assertThat(ann.profile().age()).isEqualTo(42);
        assertThat(ann.choices())
                .isEqualTo(new NewAccount.Choices(
                        Instant.parse("2010-01-01T00:00:00Z"), true, ZoneId.of("Europe/Berlin"), false));
    }

    @Test
    void aNameAndAPasswordAreSufficient() throws IOException {
        NewAccount bob = person("{\"username\":\"bob\",\"password\":\"correct horse\"}");

        assertThat(bob.sha1()).isEqualTo(Secret.sha1Of("correct horse"));
        assertThat(bob.choices()).isEqualTo(NewAccount.Choices.NONE);
    }

    @Test
    void linesAreCountedAndBlankLinesSkipped() throws IOException {
        List<Line> lines = read("\n{\"username\":\"bob\",\"password\":\"correct horse\"}\n\n{}\n");

        assertThat(lines).extracting(Line::number).containsExactly(2L, 4L);
        assertThat(lines.getLast()).isEqualTo(new Line.Rejected(4, new Problem.Missing("username")));
    }

    @Test
    void aPasswordIsRequired() throws IOException {
        assertThat(refused("{\"username\":\"bob\"}")).isEqualTo(new Problem.Missing("password or password_sha1"));
    }

    @Test
    void anUnknownMemberIsReported() throws IOException {
        assertThat(refused("{\"username\":\"bob\",\"nick\":\"b\"}"))
                .isEqualTo(new Problem.Unreadable("there is no member 'nick'"));
    }

    @Test
    void aMemberOfTheWrongTypeIsReported() throws IOException {
        assertThat(refused("{\"username\":\"bob\",\"age\":\"old\"}")).isEqualTo(new Problem.Invalid("age"));
    }

    @Test
    void invalidLinesAreNeverQuoted() throws IOException {
        assertThat(refused("{\"username\":\"bob\",\"password\":\"hunter2hunter2\",")
                        .toString())
                .doesNotContain("hunter2");
    }

    @Test
    void aShortPasswordIsRejected() throws IOException {
        assertThat(refused("{\"username\":\"bob\",\"password\":\"demo\"}")).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void anInvalidValueIsReported() throws IOException {
        assertThat(refused("{\"username\":\"bob\",\"password_sha1\":\"12\"}"))
                .isEqualTo(new Problem.Invalid("password_sha1 (40 hex digits)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars", "Europe/Kyivv", "??", "+25:00"})
    void anUnknownTimeZoneIsReportedAndIgnored(String zone) throws IOException {
        Line.Person bob = (Line.Person)
                read("{\"username\":\"bob\",\"password_sha1\":\"" + SHA1 + "\",\"time_zone\":\"" + zone + "\"}")
                        .getFirst();

        assertThat(bob.account().choices()).isEqualTo(NewAccount.Choices.NONE);
        assertThat(bob.warnings())
                .containsExactly("there is no time zone of the name in 'time_zone'; the default is taken");
    }

    @Test
    void anEmptyTimeZoneIsAbsent() throws IOException {
        Line.Person bob =
                (Line.Person) read("{\"username\":\"bob\",\"password_sha1\":\"" + SHA1 + "\",\"time_zone\":\"\"}")
                        .getFirst();

        assertThat(bob.warnings()).isEmpty();
    }

    private NewAccount person(String line) throws IOException {
        return ((Line.Person) read(line).getFirst()).account();
    }

    private Problem refused(String line) throws IOException {
        return ((Line.Rejected) read(line).getFirst()).problem();
    }

    private List<Line> read(String text) throws IOException {
        List<Line> lines = new ArrayList<>();
        UsersFile.read(Files.writeString(folder.resolve("people.jsonl"), text), lines::add);
        return lines;
    }

    @Test
    void aFileCanBeginWithAByteOrderMark() throws IOException {
        assertThat(read("\ufeff{\"username\":\"bob\",\"password\":\"correct horse\"}\n"
                        + "\ufeff{\"username\":\"ann\",\"password\":\"correct horse\"}\n"))
                .hasSize(2)
                .hasOnlyElementsOfType(Line.Person.class);
    }
}
