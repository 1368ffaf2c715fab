package dev.spoolmark.app.cli;

import picocli.CommandLine.Command;

/// Commands for the catalog.
@Command(
        name = "catalog",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Movies, shows and people.")
final class CatalogCommand {}
