package dev.spoolmark.app.cli;

import picocli.CommandLine.Command;

/// Commands for tokens.
@Command(
        name = "token",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Personal access tokens and connected applications.")
final class TokenCommand {}
