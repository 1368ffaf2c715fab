package dev.spoolmark.web;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.body.LargeBodyListener;
import dev.spoolmark.http.body.ReceivedBody;
import dev.spoolmark.web.form.Form;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.ZipException;

/// A form with a file that may be larger than memory allows: the file is copied to the disk. The form is read by the
/// handler of the page, after the visitor was identified.
///
/// @param form the other fields
/// @param fileName the last part of the name that the browser sent, at most 255 characters; may be empty
/// @param file where the content is
/// @param length of the content in bytes; 0 if no file was chosen
public record StreamedUpload(Form form, String fileName, Path file, long length) implements AutoCloseable {

    private static final int OTHER_FIELDS = 10_000;
    private static final int FIELD = 2_000;
    private static final int BUFFER = 64 * 1024;
    private static final int FILE_NAME = 255;

    /// Reads the form. Closing the result deletes the file if it is still there.
    ///
    /// @param field name of the field of the file
    /// @param limit maximum size of the file in bytes
    /// @param target creates the file for the content
    /// @throws ProblemException with `NotAllowed` if no page of this session sent the form, with `TooBig` or
    ///     `Unreadable` if it cannot be read
    public static StreamedUpload receive(PageRequest request, String field, long limit, Supplier<Path> target) {
        try (ReceivedBody body = request.http().body(limit + OTHER_FIELDS, LargeBodyListener.ACCEPT)) {
            return request.http().runBlocking(() -> read(request, body, field, limit, target));
        }
    }

    private static StreamedUpload read(
            PageRequest request, ReceivedBody body, String field, long limit, Supplier<Path> target) {
        String type = request.http().header("Content-Type").orElse("");
        Path file = target.get();
        try (InputStream in = new BufferedInputStream(body.open(), BUFFER)) {
            MultipartStream parts = new MultipartStream(type, in);
            Map<String, List<String>> values = new HashMap<>();
            String fileName = "";
            long length = 0;
            for (String name = parts.next(); name != null; name = parts.next()) {
                if (name.equals(field)) {
                    String sent = parts.fileName();
                    fileName = sent == null ? "" : lastPart(sent);
                    length = store(parts, file, limit);
                } else if (values.put(name, List.of(parts.text(FIELD))) != null) {
                    throw new ProblemException(new Problem.Unreadable("a field is repeated"));
                }
            }
            requireToken(request, values);
            return new StreamedUpload(new Form(request.text(), values), fileName, file, length);
        } catch (ZipException | EOFException notCompressed) {
            delete(file);
            throw new ProblemException(new Problem.Unreadable("the body is not properly compressed"));
        } catch (IOException e) {
            delete(file);
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            delete(file);
            throw e;
        }
    }

    private static long store(MultipartStream parts, Path file, long limit) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            return parts.writeTo(out, limit);
        }
    }

    private static void requireToken(PageRequest request, Map<String, List<String>> values) {
        String token = values.getOrDefault(PageRequests.CSRF_FIELD, List.of("")).getFirst();
        if (!request.session().isCsrfToken(token)) {
            throw new ProblemException(new Problem.NotAllowed("the form is no longer valid"));
        }
    }

    private static String lastPart(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return last.codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(FILE_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        delete(file);
    }
}
