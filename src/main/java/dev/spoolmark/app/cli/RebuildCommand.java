package dev.spoolmark.app.cli;

import picocli.CommandLine.Command;

/// Commands that rebuild derived data.
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Rebuilds derived data.")
final class RebuildCommand {}
