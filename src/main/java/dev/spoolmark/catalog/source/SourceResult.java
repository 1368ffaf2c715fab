package dev.spoolmark.catalog.source;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ingest.PrimarySourceItem;
import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.catalog.ingest.UnplacedEpisode;
import java.util.List;

/// The response of a source to a query.
public sealed interface SourceResult {

    /// The source knows the item.
    ///
    /// @param unplaced episodes without a number
    /// @param warnings what could not be read, one line each
    /// @param related ids of related items, best first
    /// @param source the source of the episode list, for warnings; empty for the result of a single source
    /// @param primary the data of that source alone, which is the primary source
    record Found(
            SourceItem item,
            List<UnplacedEpisode> unplaced,
            List<String> warnings,
            List<Ids> related,
            String source,
            PrimarySourceItem primary)
            implements SourceResult {

        public Found {
            unplaced = List.copyOf(unplaced);
            warnings = List.copyOf(warnings);
            related = List.copyOf(related);
        }

        public Found(SourceItem item, List<UnplacedEpisode> loose, List<String> warnings) {
            this(item, loose, warnings, List.of(), "", PrimarySourceItem.of(item, loose));
        }

        public Found withRelated(List<Ids> others) {
            return new Found(item, unplaced, warnings, others, source, primary);
        }

        /// @param complete whether all episodes are included
        /// @param unreadable whether the source provides values of the item itself that cannot be read
        public Found read(boolean complete, boolean unreadable) {
            return new Found(item, unplaced, warnings, related, source, primary.read(complete, unreadable));
        }

        /// @return these warnings with the name of the source
        List<String> withSourceName(List<String> more) {
            return source.isEmpty()
                    ? more
                    : more.stream().map(warning -> source + ": " + warning).toList();
        }

        /// @param isFallback whether a source before it could not be queried
        Found from(Source origin, boolean isFallback) {
            List<String> signed = warnings.stream()
                    .map(warning -> origin.name() + ": " + warning)
                    .toList();
            return new Found(item, unplaced, signed, related, origin.name(), primary.from(origin.name(), isFallback));
        }
    }

    /// The source does not know the item. The warnings contain more detail, if there is any.
    record NotFound(List<String> warnings) implements SourceResult {

        public static final NotFound PLAIN = new NotFound(List.of());

        public NotFound {
            warnings = List.copyOf(warnings);
        }
    }

    /// The source returned no usable response, for a reason in one line.
    record Failed(String reason) implements SourceResult {}

    /// Nothing was sent to the source, because it has no capacity or is paused.
    record Skipped(String reason) implements SourceResult {}
}
