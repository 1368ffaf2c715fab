package dev.spoolmark.app;

import dev.spoolmark.account.DeletedAccount;
import dev.spoolmark.account.UserId;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.FilePermissions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The file `deleted-accounts` in a data directory: the ids of deleted accounts, outside the database, so that they
/// can be deleted again after an older database was restored (`docs/security.md#sec-p6`).
///
/// A line has the id, and the times of creation and deletion in milliseconds since 1970.
public record DeletedAccountsFile(Path path) {

    public static final String NAME = "deleted-accounts";

    static DeletedAccountsFile in(Path directory) {
        return new DeletedAccountsFile(directory.resolve(NAME));
    }

    boolean exists() {
        return Files.isRegularFile(path);
    }

    /// The entries; none if there is no file.
    ///
    /// @throws UserErrorException if the file cannot be read or a line is malformed
    public List<DeletedAccount> read() {
        if (!exists()) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(path)) {
            return lines.filter(line -> !line.isBlank()).map(this::entry).toList();
        } catch (IOException | UncheckedIOException e) {
            throw UserErrorException.of("could not read " + path + ": check its owner");
        }
    }

    private DeletedAccount entry(String line) {
        return parse(line)
                .orElseThrow(() -> UserErrorException.of(path + " has the line '" + line
                        + "', which is not three numbers: restore the file or delete the line"));
    }

    private static Optional<DeletedAccount> parse(String line) {
        String[] parts = line.strip().split(" ", -1);
        try {
            return parts.length == 3
                    ? Optional.of(new DeletedAccount(
                            new UserId(AsciiNumber.parseLong(parts[0])),
                            Instant.ofEpochMilli(AsciiNumber.parseLong(parts[1])),
                            Instant.ofEpochMilli(AsciiNumber.parseLong(parts[2]))))
                    : Optional.empty();
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    /// Replaces the file. Either the former or the new one is there after a crash.
    void write(List<DeletedAccount> entries) throws IOException {
        String text = entries.stream()
                .map(entry -> entry.user().value() + " " + entry.createdAt().toEpochMilli() + " "
                        + entry.deletedAt().toEpochMilli() + "\n")
                .collect(Collectors.joining());
        Path part = path.resolveSibling(NAME + ".part");
        Files.writeString(part, text);
        FilePermissions.restrict(part);
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
