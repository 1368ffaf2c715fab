package dev.spoolmark.web.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A library that is shipped, as `DEPENDENCIES.md` describes it. The build copies that file into the jar.
///
/// @param artifact group and name in Maven Central
public record Library(String artifact, String licence) {

    private static final String FILE = "DEPENDENCIES.md";
    private static final int COLUMNS = 6;

    /// All libraries in the order of the file.
    static List<Library> all() {
        try (InputStream in = Library.class.getResourceAsStream("/web/admin/" + FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rows of the table: artifact, purpose, reason, licence.
    static List<Library> parse(String text) {
        return text.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|", -1))
                .filter(cells -> cells.length == COLUMNS)
                .map(cells -> new Library(cells[1].strip().replace("`", ""), cells[4].strip()))
                .toList();
    }
}
