package dev.spoolmark.web.imports;

import dev.spoolmark.transfer.run.ImportRun;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.library.ItemLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of the records of an import.
///
/// @param state in words
/// @param problem why it has ended early; empty if it has not
/// @param added what was added, in words; empty if nothing was
/// @param tabs one for each outcome that occurs
/// @param next address of the next page; null on the last one
/// @param first address of the first page; null on that one
/// @param hasFile whether there are rows to download
public record ImportReportPage(
        Layout layout,
        ImportRun run,
        String path,
        String state,
        String problem,
        String added,
        String began,
        List<Tab> tabs,
        List<ReportRow> rows,
        @Nullable String next,
        @Nullable String first,
        boolean hasFile) {

    public ImportReportPage {
        tabs = List.copyOf(tabs);
        rows = List.copyOf(rows);
    }

    public record Tab(String path, String text, boolean isCurrent) {}

    /// @param line the item; null if there is none
    /// @param label the record in words, if no item says it; may be empty
    /// @param source file and line
    /// @param reason why it was skipped; empty if there is nothing to say
    /// @param path of its own page, where an item can be chosen; null for rows that need none
    public record ReportRow(
            long number,
            @Nullable ItemLine line,
            String label,
            String type,
            String source,
            String reason,
            @Nullable String path) {

        /// Names the row in labels.
        public String name() {
            return label.isEmpty() ? source : label;
        }
    }
}
