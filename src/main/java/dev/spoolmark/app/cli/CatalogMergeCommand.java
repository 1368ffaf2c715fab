package dev.spoolmark.app.cli;

import dev.spoolmark.api.v1.V1PathItem;
import dev.spoolmark.app.ServerContext;
import dev.spoolmark.app.UserErrorException;
import dev.spoolmark.catalog.TitleRef;
import dev.spoolmark.catalog.merge.CompletionResult;
import dev.spoolmark.catalog.merge.ItemCompletion;
import dev.spoolmark.catalog.merge.ItemCompletion.Found;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// Merges two items.
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description =
                "Merges two movies or shows. The data of users moves to the second, and the names of the first lead to"
                        + " it. This cannot be undone.")
final class CatalogMergeCommand implements Callable<Integer> {

    private final CommandEnvironment environment;

    @Mixin
    private DataOptions options;

    @Parameters(index = "0", paramLabel = "KIND", description = "movie or show.")
    private String kind;

    @Parameters(index = "1", paramLabel = "FROM", description = "What goes: its name in an address, or an id of it.")
    private String from;

    @Parameters(index = "2", paramLabel = "INTO", description = "The item that remains.")
    private String into;

    CatalogMergeCommand(CommandEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        try (ServerContext context = options.open(environment)) {
            ItemCompletion catalogMerge = context.features(environment.clock()).catalogMerge();
            Found source = find(catalogMerge, from);
            Found target = find(catalogMerge, into);
            CompletionResult completed = catalogMerge.merge(source.id(), target.id());
            options.print(
                    completed.merged().isEmpty()
                            ? "already the same item: " + target.title()
                            : source.title() + " (" + from + ") is " + target.title() + " (" + into + ") now");
            return 0;
        }
    }

    private Found find(ItemCompletion catalogMerge, String name) {
        TitleRef ref = switch (kind) {
            case "movie" -> V1PathItem.movie(name);
            case "show" -> V1PathItem.show(name);
            default -> throw UserErrorException.usage("unknown kind '" + kind + "': use movie or show");
        };
        return catalogMerge
                .find(ref)
                .orElseThrow(() -> UserErrorException.of("there is no " + kind + " '" + name + "'"));
    }
}
