package dev.spoolmark.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.AccountDefaults;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Registration;
import dev.spoolmark.app.ServerProcess;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.Database;
import dev.spoolmark.db.DatabaseFactory;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.web.PageClient;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/// Uploads to a server with the heap of the launcher.
class PictureMemoryTest {

    private static final String PATH = "/settings/account/picture";
    private static final String PASSWORD = "correct horse battery";
    private static final int UPLOADS = 6;

    private final Path data = TestDatabases.folder();

    private void addUser() {
        try (Database database = DatabaseFactory.sqlite(data.resolve("spoolmark.db"))) {
            new Accounts(
                            database,
                            InstantSource.system(),
                            new AccountDefaults(Registration.CLOSED, true, ZoneOffset.UTC))
                    .create(new NewAccount("ann", null, Secret.sha1Of(PASSWORD), false, CreationOrigin.OPERATOR));
        }
    }

    /// 39.7 million pixels in a small file.
    private static byte[] largestPicture() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(6_300, 6_300, BufferedImage.TYPE_BYTE_GRAY), "png", out);
        return out.toByteArray();
    }

    private static byte[] largestFile() {
        byte[] noise = new byte[10 * 1024 * 1024];
        new Random(1).nextBytes(noise);
        System.arraycopy("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1), 0, noise, 0, 8);
        return noise;
    }

    private static int upload(int port, byte[] file) {
        try (PageClient browser = new PageClient(port)) {
            browser.get("/signin?next=" + PATH).submit("Sign in", "name", "ann", "password", PASSWORD);
            String token = browser.page().expectFirst("input[name=_csrf]").val();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(("--X\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                            + "\r\n--X\r\nContent-Disposition: form-data; name=\"picture\"\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            body.writeBytes(file);
            body.writeBytes("\r\n--X--\r\n".getBytes(StandardCharsets.ISO_8859_1));
            return browser.post(PATH, "multipart/form-data; boundary=X", body.toByteArray())
                    .status();
        }
    }

    @Test
    void manyLargePicturesAtOnceFitIntoTheHeap() throws Exception {
        addUser();
        try (ServerProcess server = ServerProcess.start(data, Map.of("SPOOLMARK_SOURCES_TVMAZE_ENABLED", "off"))) {
            assertThat(upload(server.port(), largestPicture())).isEqualTo(303);
            try (ExecutorService threads = Executors.newFixedThreadPool(UPLOADS)) {
                for (byte[] file : List.of(largestPicture(), largestFile())) {
                    List<Future<Integer>> statuses = IntStream.range(0, UPLOADS)
                            .mapToObj(_ -> threads.submit(() -> upload(server.port(), file)))
                            .toList();
                    for (Future<Integer> status : statuses) {
                        assertThat(status.get()).isIn(303, 422, 429, 503);
                    }
                }
            }
            assertThat(server.isAlive()).isTrue();
            assertThat(upload(server.port(), largestPicture())).isEqualTo(303);
        }
    }
}
