package dev.spoolmark.app;

import dev.spoolmark.api.docs.ApiDocs;
import dev.spoolmark.api.images.ImagePages;
import dev.spoolmark.api.v1.V1;
import dev.spoolmark.api.v1.V1Sections;
import dev.spoolmark.api.v1.V1Traffic;
import dev.spoolmark.artwork.Artwork;
import dev.spoolmark.artwork.PictureFolder;
import dev.spoolmark.kernel.BackgroundTasks;
import dev.spoolmark.wire.AccessLog;
import dev.spoolmark.wire.Dialect;
import dev.spoolmark.wire.Door;
import dev.spoolmark.wire.DoorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// The running server: the dialects over the features, behind the door.
public final class Server implements AutoCloseable {

    private static final Duration WAIT = Duration.ofSeconds(1);

    /// Somebody looks at a page meanwhile; who waits longer gets a placeholder, and the picture next time.
    private static final Duration PICTURE_WAIT = Duration.ofSeconds(5);

    private final Door door;
    private final Sweeper sweeper;
    private final AskingTimer asking;
    private final Artwork artwork;
    private final Optional<Monitor> monitor;

    private Server(Door door, Sweeper sweeper, AskingTimer asking, Artwork artwork, Optional<Monitor> monitor) {
        this.artwork = artwork;
        this.monitor = monitor;
        this.door = door;
        this.sweeper = sweeper;
        this.asking = asking;
    }

    /// Starts to listen; when this returns, requests are answered.
    ///
    /// @param spool a folder for what slow clients have not read yet of long responses
    /// @param tasks runs all periodic work of the server
    public static Server start(
            Features features,
            PictureFolder pictures,
            Path spool,
            Configuration configuration,
            AccessLog log,
            BackgroundTasks tasks) {
        Artwork artwork = new Artwork(features.catalog(), features.asking().pictures(), pictures, PICTURE_WAIT);
        Optional<Monitor> monitor = configuration.listening().metrics().map(address -> new Monitor(address, spool));
        Consumer<AccessLog.Entry> told =
                monitor.map(watching -> watching.beside(log)).orElse(log::add);
        Door door = new Door(settings(configuration), dialects(features, artwork, configuration, tasks), told, spool);
        monitor.ifPresent(watching -> watching.start(door, features, pictures, tasks));
        door.start(tasks);
        features.recommendations().load();
        features.search().prepare();
        return new Server(
                door,
                Sweeper.start(tasks, features.due(), features.completion(), features.accounts()),
                AskingTimer.start(tasks, features.asking()),
                artwork,
                monitor);
    }

    private static List<Dialect> dialects(
            Features features, Artwork artwork, Configuration configuration, BackgroundTasks tasks) {
        V1 v1 = v1(features, configuration);
        return List.of(
                new HousePages(new Health(features.database(), tasks)),
                new ApiDocs(v1.methods(), Release.version()),
                new ImagePages(artwork),
                v1);
    }

    /// The dialect of 2010 to 2014 over these features.
    static V1 v1(Features features, Configuration configuration) {
        return new V1(
                features.applications(),
                features.signIn(),
                traffic(features, configuration),
                V1Sections.declared(features, configuration.people().registration()));
    }

    private static V1Traffic traffic(Features features, Configuration configuration) {
        return configuration.limits().perPerson()
                ? V1Traffic.limited(configuration.listening().trustedNetworks(), features.clock())
                : V1Traffic.unlimited();
    }

    private static DoorSettings settings(Configuration configuration) {
        Configuration.Listening listening = configuration.listening();
        Configuration.Limits limits = configuration.limits();
        return new DoorSettings(
                listening.host(),
                listening.port(),
                listening.publicUrl(),
                listening.allowedHosts(),
                listening.trustedProxies(),
                listening.trustedNetworks(),
                listening.corsOrigins(),
                limits.connections(),
                limits.concurrent(),
                limits.queue(),
                WAIT,
                limits.bodyMemory());
    }

    /// The port that is listened on, also when any was asked for.
    public int port() {
        return door.port();
    }

    /// The port on which measurements are shown, if they are.
    OptionalInt monitorPort() {
        return monitor.stream().mapToInt(Monitor::port).findFirst();
    }

    /// Finishes what was accepted, then stops listening.
    @Override
    public void close() {
        door.close();
        monitor.ifPresent(Monitor::close);
        artwork.close();
        sweeper.close();
        asking.close();
    }
}
