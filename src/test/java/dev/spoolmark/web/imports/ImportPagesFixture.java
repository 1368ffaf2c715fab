package dev.spoolmark.web.imports;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.transfer.format.SampleRecords;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// A server, two users, and forms with files as browsers send them.
final class ImportPagesFixture implements AutoCloseable {

    static final String PASSWORD = "correct horse 9";
    static final Path SAMPLE = SampleRecords.sample("trakt-export-alex.zip");

    private static final String BOUNDARY = "----boundary7MA4YWxk";

    final MutableClock clock = afterTheSample();
    final TestServer server = TestServer.start(clock);
    final Account annAccount = PageAccounts.create(server, "ann", null, PASSWORD);
    final PageClient ann = signIn("ann");

    /// The sample has plays of 2026.
    private static MutableClock afterTheSample() {
        MutableClock clock = new MutableClock();
        clock.pass(Duration.between(clock.instant(), Instant.parse("2026-11-30T12:00:00Z")));
        return clock;
    }

    PageClient signIn(String name) {
        PageClient client = new PageClient(server.port());
        return client.get("/signin").submit("Sign in", "name", name, "password", PASSWORD);
    }

    PageClient another(String name) {
        PageAccounts.create(server, name, null, PASSWORD);
        return signIn(name);
    }

    /// Sends the form of the page with a file, and follows to the next page.
    static PageClient upload(PageClient client, Path file) {
        try {
            return upload(client, file.getFileName().toString(), Files.readAllBytes(file), "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PageClient upload(PageClient client, String name, byte[] content, String format) {
        String token = client.get("/import")
                .page()
                .expectFirst("main input[name=_csrf]")
                .val();
        return send(client, token, name, content, format).follow();
    }

    PageClient upload(Map<String, String> members) {
        return upload(ann, SampleRecords.archive(TestDatabases.folder().resolve("archive.zip"), members));
    }

    static PageClient send(PageClient client, String token, String name, byte[] content, String format) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        field(body, "_csrf", token);
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        field(body, "format", format);
        body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return client.post("/import", "multipart/form-data; boundary=" + BOUNDARY, body.toByteArray());
    }

    private static void field(ByteArrayOutputStream body, String name, String value) {
        body.writeBytes(
                ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    /// Uploads and imports a file, and opens its report.
    PageClient run(PageClient client, Path file) {
        upload(client, file).submit("Import now");
        work();
        return client.get(client.path());
    }

    PageClient run(Map<String, String> members) {
        upload(members).submit("Import now");
        work();
        return ann.get(ann.path());
    }

    void work() {
        server.imports().worker().runWaiting();
    }

    @Override
    public void close() {
        ann.close();
        server.close();
    }
}
