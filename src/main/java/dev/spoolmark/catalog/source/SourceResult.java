package dev.spoolmark.catalog.source;

import dev.spoolmark.catalog.CatalogItem;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.ingest.SourceStatement;
import dev.spoolmark.catalog.ingest.UnplacedEpisode;
import java.util.List;

/// What a source says to a question.
public sealed interface SourceResult {

    /// It knows the thing.
    ///
    /// @param loose episodes that have no place of their own there
    /// @param remarks what of it could not be read, one line each
    /// @param related ids of what goes with it there, the best first
    /// @param source whose list of episodes it is, for remarks; empty while only that source itself speaks
    /// @param statement what that source says without the others
    record Found(
            CatalogItem item,
            List<UnplacedEpisode> loose,
            List<String> remarks,
            List<Ids> related,
            String source,
            SourceStatement statement)
            implements SourceResult {

        public Found {
            loose = List.copyOf(loose);
            remarks = List.copyOf(remarks);
            related = List.copyOf(related);
        }

        public Found(CatalogItem item, List<UnplacedEpisode> loose, List<String> remarks) {
            this(item, loose, remarks, List.of(), "", SourceStatement.of(item, loose));
        }

        public Found goingWith(List<Ids> others) {
            return new Found(item, loose, remarks, others, source, statement);
        }

        /// @param complete whether all its episodes are there
        /// @param unreadable whether it gives values of the item itself that cannot be read
        public Found read(boolean complete, boolean unreadable) {
            return new Found(item, loose, remarks, related, source, statement.read(complete, unreadable));
        }

        /// These remarks about it, with the name of the source before them.
        List<String> by(List<String> more) {
            return source.isEmpty()
                    ? more
                    : more.stream().map(remark -> source + ": " + remark).toList();
        }

        /// @param standIn whether a source before it could not be asked
        Found from(Source named, boolean standIn) {
            List<String> signed =
                    remarks.stream().map(remark -> named.name() + ": " + remark).toList();
            return new Found(item, loose, signed, related, named.name(), statement.from(named.name(), standIn));
        }
    }

    /// It does not know the thing; the remarks say so where more is to be said.
    record NotFound(List<String> remarks) implements SourceResult {

        public static final NotFound PLAIN = new NotFound(List.of());

        public NotFound {
            remarks = List.copyOf(remarks);
        }
    }

    /// It gave no answer that can be used, for a reason in one line.
    record Failed(String reason) implements SourceResult {}

    /// Nothing was sent to it, since it has as much to answer as it bears or is left alone for a while.
    record Unasked(String reason) implements SourceResult {}
}
