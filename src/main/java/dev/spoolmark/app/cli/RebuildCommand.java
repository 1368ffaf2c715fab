package dev.spoolmark.app.cli;

import picocli.CommandLine.Command;

/// The commands that make anew what is derived from the store.
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Rebuilds derived data.")
final class RebuildCommand {}
