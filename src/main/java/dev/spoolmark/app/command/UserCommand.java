package dev.spoolmark.app.command;

import picocli.CommandLine.Command;

/// The commands about people.
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "People: add one, or load many.")
final class UserCommand {}
