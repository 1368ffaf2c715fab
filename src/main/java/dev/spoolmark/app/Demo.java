package dev.spoolmark.app;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.Profile;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.app.config.SettingSources;
import dev.spoolmark.app.config.Settings;
import dev.spoolmark.app.jobs.CatalogFileImport;
import dev.spoolmark.catalog.ingest.CatalogImport;
import dev.spoolmark.core.Secret;
import dev.spoolmark.metadata.jsonl.CatalogFile;
import dev.spoolmark.metadata.jsonl.CatalogFileFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// A demo server: two users who follow each other, a small catalog and an API key, in a directory that is
/// deleted at the end.
public final class Demo implements AutoCloseable {

    private static final String CATALOG = "/demo/catalogue.jsonl";
    private static final Secret PASSWORD = Secret.sha1Of("demo");

    private final ServerContext context;
    private final Features features;
    private final String key;

    private Demo(ServerContext context, Features features, String key) {
        this.context = context;
        this.features = features;
        this.key = key;
    }

    /// Ignores the environment and settings files, so that the demo is always the same.
    public static Demo open(InstantSource clock, RawSettings flags) {
        ServerContext context =
                ServerContext.open(temporaryFolder(), Map.of(), flags.overriddenBy(withoutLookups()), _ -> {});
        try {
            return fill(context, context.features(clock));
        } catch (RuntimeException e) {
            remove(context);
            throw e;
        }
    }

    /// Turns off metadata lookups.
    private static RawSettings withoutLookups() {
        return SettingSources.flag(Settings.TVMAZE_ENABLED.key(), "--demo", "off");
    }

    private static Demo fill(ServerContext context, Features features) {
        loadCatalog(context, features);
        Account justin = features.accounts().create(user("justin", "Justin")).account();
        Account sean = features.accounts().create(user("sean", "Sean")).account();
        features.follows().followEachOther(justin, sean);
        String key =
                features.applications().add("demo", Permission.defaults(), null).key();
        return new Demo(context, features, key);
    }

    public Features features() {
        return features;
    }

    public ServerContext context() {
        return context;
    }

    /// An example request. An empty body means GET.
    public record Step(String path, String body) {

        String asCurl(String address) {
            String url = "curl '" + address + path + "'";
            return body.isEmpty() ? url : url + " -d '" + body + "'";
        }
    }

    /// Rates two episodes.
    public Step rating() {
        String body = String.format(Locale.ROOT, """
                {"username":"justin","password":"%s","episodes":[\
                {"tvdb_id":213221,"title":"Portlandia","year":2011,"season":1,"episode":1,"rating":9},\
                {"tvdb_id":153021,"title":"The Walking Dead","year":2010,"season":1,"episode":2,"rating":10}]}\
                """, HexFormat.of().formatHex(PASSWORD.reveal()));
        return new Step("/rate/episodes/" + key, body);
    }

    /// Reads the ratings.
    public Step reading() {
        return new Step("/user/ratings/episodes.json/" + key + "/justin", "");
    }

    /// Instructions with commands to paste into a terminal.
    public List<String> instructions(String address) {
        return List.of(
                "",
                "This server has two users, justin and sean, with the password demo. Rate two episodes:",
                "",
                rating().asCurl(address),
                "",
                "and read the ratings back:",
                "",
                reading().asCurl(address),
                "",
                "Ctrl-C stops the server and deletes its data.");
    }

    @Override
    public void close() {
        remove(context);
    }

    private static void remove(ServerContext context) {
        context.close();
        context.data().delete();
    }

    private static void loadCatalog(ServerContext context, Features features) {
        Path file = context.data().file("catalogue.jsonl");
        try (InputStream catalogue = Demo.class.getResourceAsStream(CATALOG)) {
            Files.write(file, Objects.requireNonNull(catalogue).readAllBytes());
            CatalogFileImport fileImport = new CatalogFileImport(
                    new CatalogImport(context.database(), features.clock(), features.catalog()), _ -> {}, _ -> {});
            CatalogFile.read(file, CatalogFileFormat.SPOOLMARK, null, fileImport);
            fileImport.finish();
        } catch (IOException e) {
            throw UserErrorException.of(file + " could not be written: check the free disk space");
        }
    }

    /// A public user, so that the ratings can be read without sign-in.
    private static NewAccount user(String name, String fullName) {
        return new NewAccount(
                name,
                name + "@example.org",
                PASSWORD,
                false,
                CreationOrigin.DEMO,
                new Profile(fullName, null, null, null, null, null),
                new NewAccount.Choices(null, false, null, true));
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("spoolmark-demo-");
        } catch (IOException e) {
            throw UserErrorException.of("could not create a temporary directory: check that "
                    + System.getProperty("java.io.tmpdir") + " exists and is not full");
        }
    }
}
