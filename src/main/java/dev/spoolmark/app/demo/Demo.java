package dev.spoolmark.app.demo;

import dev.spoolmark.account.AppId;
import dev.spoolmark.account.Application;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.Permission;
import dev.spoolmark.app.Features;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.app.config.RawSettings;
import dev.spoolmark.app.config.SettingSources;
import dev.spoolmark.app.config.SourceSettings;
import dev.spoolmark.core.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// A demo server: five users with three years of activity, a small catalog and an API key, in a directory that
/// is deleted at the end.
public final class Demo implements AutoCloseable {

    private static final Secret PASSWORD = Secret.sha1Of(DemoUser.PASSWORD);

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
        return open(clock, flags, Demo::seed);
    }

    /// Only with the user of [#rating], for the AOT cache: with it the JVM loads at every start what was loaded here,
    /// and no other server reads the catalog of the demo.
    public static Demo withoutData(InstantSource clock, RawSettings flags) {
        return open(clock, flags, Demo::createUser);
    }

    private static Demo open(InstantSource clock, RawSettings flags, Content content) {
        ServerContext context =
                ServerContext.open(temporaryFolder(), Map.of(), flags.overriddenBy(withoutLookups()), _ -> {});
        try {
            return fill(context, context.features(clock), content);
        } catch (RuntimeException e) {
            remove(context);
            throw e;
        }
    }

    /// Turns off metadata lookups.
    private static RawSettings withoutLookups() {
        return SettingSources.flag(SourceSettings.TVMAZE_ENABLED.key(), "--demo", "off");
    }

    private static Demo fill(ServerContext context, Features features, Content content) {
        Application application = features.applications().add("demo", Permission.defaults(), null);
        content.create(context, features, Objects.requireNonNull(application.id()));
        return new Demo(context, features, application.key());
    }

    @FunctionalInterface
    private interface Content {

        void create(ServerContext context, Features features, AppId application);
    }

    private static void seed(ServerContext context, Features features, AppId application) {
        DemoSeeder.create(features, context.data().file("catalogue.jsonl"), application);
    }

    private static void createUser(ServerContext context, Features features, AppId application) {
        features.accounts()
                .create(new NewAccount(DemoUser.ALL.getFirst().name(), null, PASSWORD, true, CreationOrigin.DEMO));
    }

    /// The users who can sign in with one click.
    public DemoSignIn signIn() {
        return DemoSignIn.create();
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

    /// Reads the page with which users sign in.
    public Step signInPage() {
        return new Step("/signin", "");
    }

    /// Instructions with commands to paste into a terminal.
    public List<String> instructions(String address) {
        return List.of(
                "",
                "Open " + address + "/signin in a browser and choose a user. All five ("
                        + String.join(
                                ", ", DemoUser.ALL.stream().map(DemoUser::name).toList())
                        + ") have the password " + DemoUser.PASSWORD + ".",
                "",
                "Or use the API. Rate two episodes:",
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

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("spoolmark-demo-");
        } catch (IOException e) {
            throw UserErrorException.of("could not create a temporary directory: check that "
                    + System.getProperty("java.io.tmpdir") + " exists and is not full");
        }
    }
}
