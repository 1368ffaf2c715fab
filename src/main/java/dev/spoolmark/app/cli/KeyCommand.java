package dev.spoolmark.app.cli;

import picocli.CommandLine.Command;

/// The commands about applications and their keys.
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "API keys of applications.")
final class KeyCommand {}
