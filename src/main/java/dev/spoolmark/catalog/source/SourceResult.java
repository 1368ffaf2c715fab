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
    /// @param remarks what could not be read, one line each
    /// @param related ids of related items, best first
    /// @param source the source of the episode list, for remarks; empty for the result of a single source
    /// @param statement the data of that source alone
    record Found(
            SourceItem item,
            List<UnplacedEpisode> unplaced,
            List<String> remarks,
            List<Ids> related,
            String source,
            PrimarySourceItem statement)
            implements SourceResult {

        public Found {
            unplaced = List.copyOf(unplaced);
            remarks = List.copyOf(remarks);
            related = List.copyOf(related);
        }

        public Found(SourceItem item, List<UnplacedEpisode> loose, List<String> remarks) {
            this(item, loose, remarks, List.of(), "", PrimarySourceItem.of(item, loose));
        }

        public Found withRelated(List<Ids> others) {
            return new Found(item, unplaced, remarks, others, source, statement);
        }

        /// @param complete whether all episodes are included
        /// @param unreadable whether the source gives values of the item itself that cannot be read
        public Found read(boolean complete, boolean unreadable) {
            return new Found(item, unplaced, remarks, related, source, statement.read(complete, unreadable));
        }

        /// @return these remarks with the name of the source
        List<String> withSourceName(List<String> more) {
            return source.isEmpty()
                    ? more
                    : more.stream().map(remark -> source + ": " + remark).toList();
        }

        /// @param isFallback whether a source before it could not be asked
        Found from(Source origin, boolean isFallback) {
            List<String> signed = remarks.stream()
                    .map(remark -> origin.name() + ": " + remark)
                    .toList();
            return new Found(item, unplaced, signed, related, origin.name(), statement.from(origin.name(), isFallback));
        }
    }

    /// The source does not know the item. The remarks give more detail, if there is any.
    record NotFound(List<String> remarks) implements SourceResult {

        public static final NotFound PLAIN = new NotFound(List.of());

        public NotFound {
            remarks = List.copyOf(remarks);
        }
    }

    /// The source gave no usable response, for a reason in one line.
    record Failed(String reason) implements SourceResult {}

    /// Nothing was sent to the source, because it has no capacity or is paused.
    record Skipped(String reason) implements SourceResult {}
}
