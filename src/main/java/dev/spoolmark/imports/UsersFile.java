package dev.spoolmark.imports;

import dev.spoolmark.account.NewAccount;
import dev.spoolmark.core.ByteOrderMark;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// Reads users from a file of JSON Lines.
public final class UsersFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private UsersFile() {}

    /// One line. Blank lines are skipped.
    public sealed interface Line {

        /// @return the line number, from 1
        long number();

        /// A user who could be read.
        ///
        /// @param warnings the values that could not be read, one sentence each
        record Person(long number, NewAccount account, List<String> warnings) implements Line {

            public Person {
                warnings = List.copyOf(warnings);
            }
        }

        /// A line without a valid user.
        record Rejected(long number, Problem problem) implements Line {}
    }

    /// Passes each line to `consumer` as it is read.
    public static void read(Path file, Consumer<Line> consumer) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            long number = 0;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                number++;
                String content = ByteOrderMark.strip(text); // files that were joined have one in between
                if (!content.isBlank()) {
                    consumer.accept(line(number, content));
                }
            }
        }
    }

    private static Line line(long number, String text) {
        try {
            UserRecord person = JSON.readValue(text, UserRecord.class);
            return new Line.Person(number, person.account(), person.warnings());
        } catch (ProblemException e) {
            return new Line.Rejected(number, e.problem());
        } catch (JacksonException wrong) {
            return new Line.Rejected(number, problem(wrong));
        }
    }

    /// The message of the parser can quote the line, including a password. Only the name of a member is
    /// reported.
    private static Problem problem(JacksonException wrong) {
        return switch (wrong) {
            case UnrecognizedPropertyException unknown ->
                new Problem.Unreadable("there is no member '" + unknown.getPropertyName() + "'");
            case DatabindException mismatch when member(mismatch) != null -> new Problem.Invalid(member(mismatch) + "");
            default -> new Problem.Unreadable("it is not one JSON object");
        };
    }

    private static @Nullable String member(DatabindException mismatch) {
        return mismatch.getPath().isEmpty()
                ? null
                : mismatch.getPath().getFirst().getPropertyName();
    }
}
