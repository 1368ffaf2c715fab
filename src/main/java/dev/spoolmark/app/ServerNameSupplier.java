package dev.spoolmark.app;

import dev.spoolmark.core.ProblemException;
import dev.spoolmark.serversettings.ServerSettings;
import java.util.function.Supplier;

/// The name of the server for pages. While the database is not available it is the last known one, so that error
/// pages can be shown.
final class ServerNameSupplier implements Supplier<String> {

    private final ServerSettings settings;
    private volatile String last = "Spoolmark";

    ServerNameSupplier(ServerSettings settings) {
        this.settings = settings;
    }

    @Override
    public String get() {
        try {
            last = settings.current().serverName();
        } catch (ProblemException unavailable) {
            return last;
        }
        return last;
    }
}
