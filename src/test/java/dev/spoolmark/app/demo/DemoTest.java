package dev.spoolmark.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.auth.Authenticator;
import dev.spoolmark.app.RunningServer;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.app.config.Configuration;
import dev.spoolmark.app.config.Configuration.Flag;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.core.Secret;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The example requests of `serve --demo` work, and its data are deleted afterwards.
class DemoTest {

    private final HttpClient client = HttpClient.newHttpClient();

    private static Demo demo;

    @BeforeAll
    static void open() {
        demo = Demo.open(InstantSource.system(), Configuration.flag(Flag.PORT, 0));
    }

    @AfterAll
    static void remove() {
        demo.close();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void theExampleRequestsRateTwoEpisodesAndReadThem() throws IOException, InterruptedException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (RunningServer server = RunningServer.start(demo.context(), demo.features(), nowhere)) {
            assertThat(responseTo(server, demo.rating())).contains("\"rated\":2", "\"skipped\":0");
            assertThat(responseTo(server, demo.reading())).contains("Portlandia", "Guts");
        }
    }

    @Test
    void aPortInUseIsReported() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Demo second = Demo.open(InstantSource.system(), Configuration.flag(Flag.PORT, taken.getLocalPort()))) {
            PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

            assertThatThrownBy(() -> RunningServer.start(second.context(), second.features(), nowhere))
                    .isInstanceOf(UserErrorException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " of 127.0.0.1 is in use or not available");
        }
    }

    @Test
    void theInstructionsContainTheAddressAndBothRequests() {
        assertThat(demo.instructions("http://127.0.0.1:1"))
                .contains(
                        "curl 'http://127.0.0.1:1" + demo.reading().path() + "'",
                        "curl 'http://127.0.0.1:1" + demo.rating().path() + "' -d '"
                                + demo.rating().body() + "'");
    }

    @Test
    void noMetadataSourceIsEnabled() {
        assertThat(demo.features().metadataSources().sources().all()).isEmpty();
        assertThat(demo.features().metadataSources().startupMessage()).isEqualTo("no metadata source is enabled");
    }

    @Test
    void theAddressOfThePageComesFirst() {
        assertThat(String.join("\n", demo.instructions("http://127.0.0.1:1")))
                .containsSubsequence(
                        "Open http://127.0.0.1:1/signin in a browser", "justin", "the password demo", "curl");
    }

    @Test
    void everyUserOfTheSignInPageCanSignIn() {
        DemoSignIn signIn = demo.signIn();
        String sha1 = HexFormat.of().formatHex(Secret.sha1Of(signIn.password()).reveal());
        Authenticator authenticator = demo.features().authenticator();

        assertThat(signIn.users())
                .extracting(DemoSignIn.User::name)
                .contains("justin", "sean")
                .hasSize(5);
        assertThat(signIn.users()).filteredOn(DemoSignIn.User::isAdmin).hasSize(1);
        assertThat(signIn.users())
                .allSatisfy(
                        user -> assertThat(authenticator.verify(user.name(), sha1, InetAddress.getLoopbackAddress()))
                                .satisfies(account ->
                                        assertThat(account.account().admin()).isEqualTo(user.isAdmin())));
    }

    @Test
    void onlyAccountsOfADemoShareAHash() {
        Secret other = Secret.sha1Of("another password");
        NewAccount ann = new NewAccount("ann", null, other, false, CreationOrigin.DEMO);
        NewAccount bob = new NewAccount("bob", null, other, false, CreationOrigin.OPERATOR);
        NewAccount eve = new NewAccount("eve", null, Secret.sha1Of("yet another"), false, CreationOrigin.DEMO);

        assertThatThrownBy(() -> demo.features().accounts().creation().prepareDemo(List.of(ann, bob)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> demo.features().accounts().creation().prepareDemo(List.of(ann, eve)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFolderIsDeletedOnClose() {
        Demo other = Demo.open(InstantSource.system(), RawSettings.empty());
        Path folder = other.context().data().path();
        assertThat(folder).isDirectory();

        other.close();

        assertThat(folder).doesNotExist();
    }

    private String responseTo(RunningServer server, Demo.Step step) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + step.path()));
        if (!step.body().isEmpty()) {
            request.POST(BodyPublishers.ofString(step.body()));
        }
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }
}
