package dev.spoolmark.app.command;

import picocli.CommandLine.Command;

/// The commands about people.
@Command(
        name = "user",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "People: add one, load many, change one.")
final class UserCommand {}
