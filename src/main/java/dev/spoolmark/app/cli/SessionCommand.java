package dev.spoolmark.app.cli;

import picocli.CommandLine.Command;

/// Commands for sign-in sessions.
@Command(
        name = "session",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Sign-in sessions of browsers.")
final class SessionCommand {}
