package dev.spoolmark.bench;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.RunningServer;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.catalog.EpisodeRef;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ShowRef;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.CountingDatabase;
import dev.spoolmark.db.Database;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The real server on a temporary data directory. Its access log is discarded.
final class BenchServer implements AutoCloseable {

    static final String KEY = "5d41402abc4b2a76b9719d911017c592ae0f7cb1";
    static final String PASSWORD =
            HexFormat.of().formatHex(Secret.sha1Of("bench").reveal());

    private final Optional<Path> own;
    private final Path folder;
    private final ServerContext context;
    private final Features features;
    private final RunningServer server;

    private BenchServer(
            Optional<Path> own, Path folder, ServerContext context, Features features, RunningServer server) {
        this.own = own;
        this.folder = folder;
        this.context = context;
        this.features = features;
        this.server = server;
    }

    /// Uses a new data directory, which is deleted when the server closes.
    static BenchServer start() throws IOException {
        Path folder = Files.createTempDirectory("spoolmark-bench-");
        return on(Optional.of(folder), folder);
    }

    /// Uses a data directory that is not deleted.
    static BenchServer on(Path folder) throws IOException {
        return on(Optional.empty(), folder);
    }

    /// The same, over a database that counts statements: [#statements].
    static BenchServer counting(Path folder) {
        ServerContext context = open(folder);
        return on(
                Optional.empty(),
                folder,
                new ServerContext(context.configuration(), context.data(), new CountingDatabase(context.database())));
    }

    private static ServerContext open(Path folder) {
        return ServerContext.open(folder, Map.of("SPOOLMARK_PORT", "0"), RawSettings.empty(), line -> {});
    }

    private static BenchServer on(Optional<Path> own, Path folder) {
        return on(own, folder, open(folder));
    }

    private static BenchServer on(Optional<Path> own, Path folder, ServerContext context) {
        Features features = context.features(InstantSource.system());
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        return new BenchServer(own, folder, context, features, RunningServer.start(context, features, nowhere));
    }

    int port() {
        return Integer.parseInt(server.address().substring(server.address().lastIndexOf(':') + 1));
    }

    /// The database file.
    Path store() {
        return folder.resolve("spoolmark.db");
    }

    Database database() {
        return context.database();
    }

    /// The number of statements of some work on a server that counts them.
    int statements(Runnable work) {
        return ((CountingDatabase) context.database()).statements(work).size();
    }

    Features features() {
        return features;
    }

    Account account(String name) {
        return features.accounts()
                .create(new NewAccount(name, null, Secret.sha1Of("bench"), false, CreationOrigin.DEMO))
                .account();
    }

    /// References to episodes of `shows` shows, in order.
    List<EpisodeRef> episodes(int shows, int each) {
        List<EpisodeRef> refs = new ArrayList<>();
        for (int show = 1; show <= shows; show++) {
            for (int number = 1; number <= each; number++) {
                refs.add(new EpisodeRef(
                        new ShowRef(Ids.ofTvdb(1_000_000L + show), "Show " + show, 2000), 1, number, Ids.NONE));
            }
        }
        features.catalog().findOrCreateEpisodes(refs);
        return refs;
    }

    @Override
    public void close() {
        server.close();
        context.close();
        own.ifPresent(DataFolders::deleteQuietly);
    }
}
