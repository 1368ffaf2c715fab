package dev.spoolmark.app.cli;

import picocli.CommandLine.Command;

/// The root command.
@Command(
        name = "spoolmark",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "A self-hosted server for what you watch, with the Trakt API.")
final class SpoolmarkCommand {}
