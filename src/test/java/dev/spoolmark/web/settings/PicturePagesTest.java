package dev.spoolmark.web.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.TestServer;
import dev.spoolmark.artwork.UserPictures;
import dev.spoolmark.web.PageAccounts;
import dev.spoolmark.web.PageClient;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturePagesTest {

    private static final String PATH = "/settings/account/picture";
    private static final String PASSWORD = "correct horse battery";

    private final MutableClock clock = new MutableClock();
    private final TestServer server = TestServer.start(clock);
    private final PageClient browser = new PageClient(server.port());
    private final HttpClient http = HttpClient.newHttpClient();
    private final Account ann = PageAccounts.create(server, "ann", null, PASSWORD);

    @BeforeEach
    void signIn() {
        browser.get("/signin?next=" + PATH).submit("Sign in", "name", "ann", "password", PASSWORD);
    }

    @AfterEach
    void close() {
        http.close();
        browser.close();
        server.close();
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /// A JPEG with a text in its Exif metadata and a picture that stands on its side.
    private static byte[] withExif(byte[] jpeg, String text) {
        byte[] tiff = ("Exif\0\0MM\0*\0\0\0\b\0\1\1\22\0\3\0\0\0\1\0\6\0\0\0\0\0\0" + text)
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[jpeg.length + tiff.length + 4];
        System.arraycopy(jpeg, 0, all, 0, 2);
        all[2] = (byte) 0xFF;
        all[3] = (byte) 0xE1;
        all[4] = (byte) ((tiff.length + 2) >> 8);
        all[5] = (byte) (tiff.length + 2);
        System.arraycopy(tiff, 0, all, 6, tiff.length);
        System.arraycopy(jpeg, 2, all, 6 + tiff.length, jpeg.length - 2);
        return all;
    }

    private PageClient upload(byte[] file) {
        return upload(browser.page().expectFirst("input[name=_csrf]").val(), file);
    }

    private PageClient upload(String token, byte[] file) {
        String head = "--X\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + token
                + "\r\n--X\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"../../a.jpg\"\r\n"
                + "Content-Type: image/svg+xml\r\n\r\n";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
        body.writeBytes(file);
        body.writeBytes("\r\n--X--\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return browser.post(PATH, "multipart/form-data; boundary=X", body.toByteArray());
    }

    private HttpResponse<byte[]> image(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private String address() {
        return browser.get(PATH).page().expectFirst("main img").attr("src");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpg", "png"})
    void aPictureIsShownAsASquare(String format) throws Exception {
        browser.isWellFormed();
        upload(picture(format, 1_600, 900)).follow().isWellFormed();
        assertThat(browser.path()).isEqualTo(PATH + "?notice=picture_changed");

        HttpResponse<byte[]> shown = image(address());
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(shown.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(shown.body()));
        assertThat(image.getWidth()).isEqualTo(512);
        assertThat(image.getHeight()).isEqualTo(512);
        assertThat(new String(
                        image("/user/profile.json/5d41402abc4b2a76b9719d911017c592ae0f7cb1/ann")
                                .body(),
                        StandardCharsets.UTF_8))
                .contains("http://localhost:" + server.port() + address());
    }

    @Test
    void aSmallPictureIsNotEnlarged() throws Exception {
        upload(picture("png", 60, 40)).follow();

        assertThat(ImageIO.read(new ByteArrayInputStream(image(address()).body()))
                        .getWidth())
                .isEqualTo(40);
    }

    @Test
    void metadataIsRemoved() throws Exception {
        upload(withExif(picture("jpg", 900, 600), "GPS canary-51.5")).follow();

        assertThat(new String(image(address()).body(), StandardCharsets.ISO_8859_1))
                .doesNotContain("canary", "Exif");
    }

    @Test
    void aPictureIsRemoved() throws Exception {
        upload(picture("jpg", 600, 600)).follow();
        String address = address();
        browser.submit("Remove the picture");

        assertThat(browser.text()).contains("You have no picture.");
        assertThat(image(address).statusCode()).isEqualTo(404);
    }

    @Test
    void itIsGoneWithTheAccount() throws Exception {
        upload(picture("jpg", 600, 600)).follow();
        String address = address();
        server.features().accounts().administration().delete(ann.id(), Actor.OPERATOR);
        assertThat(image(address).statusCode()).isEqualTo(404);
        clock.pass(Duration.ofMinutes(2));
        server.features().accountErasure().run();

        long rows = server.database()
                .read(tx -> tx.findFirst("SELECT count(*) FROM user_picture", row -> row.getLong(1)))
                .orElseThrow();
        assertThat(rows).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<svg xmlns='http://www.w3.org/2000/svg'/>", "GIF89a", "RIFF1234WEBPVP8 "})
    void whatIsNoPictureIsExplained(String text) {
        upload(text.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(browser.status()).isEqualTo(422);
        assertThat(browser.errorOf("picture")).isNotBlank();
    }

    @Test
    void aDamagedPictureIsExplained() throws Exception {
        byte[] jpeg = picture("jpg", 600, 600);
        upload(Arrays.copyOf(jpeg, 200));

        assertThat(browser.status()).isEqualTo(422);
    }

    @Test
    void aPictureWithTooManyPixelsIsNotDecoded() throws IOException {
        upload(bomb(30_000, 30_000));

        assertThat(browser.status()).isEqualTo(422);
    }

    /// A PNG whose header promises more pixels than it has.
    private static byte[] bomb(int width, int height) throws IOException {
        byte[] png = picture("png", 20, 20);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(head);
        out.writeBytes("IHDR");
        out.writeInt(width);
        out.writeInt(height);
        out.write(png, 24, 5);
        CRC32 crc = new CRC32();
        crc.update(head.toByteArray());
        System.arraycopy(head.toByteArray(), 0, png, 12, head.size());
        for (int i = 0; i < 4; i++) {
            png[12 + head.size() + i] = (byte) (crc.getValue() >> (24 - 8 * i));
        }
        return png;
    }

    @Test
    void aFileThatIsTooLargeIsRejected() {
        upload(new byte[UserPictures.LARGEST_FILE + 1]);

        assertThat(browser.status()).isEqualTo(413);
    }

    @Test
    void aFormOfAnotherSessionIsRejected() throws Exception {
        upload("wrong", picture("jpg", 600, 600));

        assertThat(browser.status()).isEqualTo(403);
        assertThat(browser.get(PATH).text()).contains("You have no picture.");
    }

    @Test
    void visitorsSignInFirst() throws Exception {
        String token = browser.page().expectFirst("input[name=_csrf]").val();
        browser.submit("Sign out");
        upload(token, picture("jpg", 600, 600));

        assertThat(browser.status()).isEqualTo(303);
        assertThat(browser.header("Location").orElse("")).startsWith("/signin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "application/x-www-form-urlencoded", "multipart/form-data; boundary=Y"})
    void aMalformedFormIsRejected(String type) {
        browser.post(PATH, type, "--X\r\nno header".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(browser.status()).isEqualTo(400);
    }
}
