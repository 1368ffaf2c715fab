package dev.spoolmark.app.cli;

import picocli.CommandLine.Command;

/// Commands for two-factor sign-in.
@Command(
        name = "second-factor",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Two-factor sign-in of a user.")
final class UserSecondFactorCommand {}
