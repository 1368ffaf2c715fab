package dev.spoolmark.app.cli;

import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.oauth.OAuthApplication;
import dev.spoolmark.oauth.OAuthProvider;
import picocli.CommandLine.Command;

/// Commands for OAuth applications.
@Command(
        name = "app",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Applications that users connect by OAuth.")
final class AppCommand {

    /// The application that a command names, blocked or not.
    static OAuthApplication application(OAuthProvider oauth, String clientId) {
        return oauth.applications().all().stream()
                .filter(application -> application.clientId().equalsIgnoreCase(clientId))
                .findFirst()
                .orElseThrow(() -> UserErrorException.of("no application has this client id: see spoolmark app list"));
    }
}
