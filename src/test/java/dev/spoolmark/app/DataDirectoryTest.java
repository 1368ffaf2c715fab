package dev.spoolmark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Only the owner can access the data directory.
class DataDirectoryTest {

    @TempDir
    Path place;

    private final List<String> messages = new ArrayList<>();

    @Test
    void aNewDirectoryIsAccessibleByTheOwnerOnly() throws IOException {
        DataDirectory data = DataDirectory.open(place.resolve("deep/data"), messages::add);

        assertThat(permissions(data.path())).isEqualTo("rwx------");
        assertThat(permissions(data.file("spoolmark.db"))).isEqualTo("rw-------");
        assertThat(messages).isEmpty();
    }

    @Test
    void permissionsOfOthersAreRemovedAndReported() throws IOException {
        Path folder = Files.createDirectory(place.resolve("data"));
        Path file = Files.writeString(folder.resolve("spoolmark.properties"), "port = 1\n");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        DataDirectory.open(folder, messages::add);

        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(permissions(file)).isEqualTo("rw-------");
        assertThat(messages)
                .containsExactly(
                        folder + " was accessible by other users: restricted it to its owner",
                        file + " was accessible by other users: restricted it to its owner");
    }

    @Test
    void restrictedPermissionsAreNotReported() {
        DataDirectory.open(place.resolve("data"), messages::add).file("spoolmark.db");

        DataDirectory.open(place.resolve("data"), messages::add);

        assertThat(messages).isEmpty();
    }

    @Test
    void aFileIsNoDataDirectory() throws IOException {
        Path file = Files.createFile(place.resolve("data"));

        assertThatThrownBy(() -> DataDirectory.open(file, messages::add))
                .isInstanceOf(UserErrorException.class)
                .hasMessageContaining("is a file");
    }

    @Test
    void deleteRemovesTheDirectoryWithItsFiles() {
        DataDirectory data = DataDirectory.open(place.resolve("data"), messages::add);
        data.file("spoolmark.db");

        data.delete();

        assertThat(data.path()).doesNotExist();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
