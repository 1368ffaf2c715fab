package dev.spoolmark.app.cli;

import picocli.CommandLine.Command;

/// The commands about what exists to be watched.
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Movies, shows and people.")
final class CatalogCommand {}
