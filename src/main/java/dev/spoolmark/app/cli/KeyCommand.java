package dev.spoolmark.app.cli;

import picocli.CommandLine.Command;

/// Commands for applications and their API keys.
@Command(
        name = "key",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "API keys of applications.")
final class KeyCommand {}
