package dev.spoolmark.web.imports;

import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.transfer.run.FoundItem;
import dev.spoolmark.transfer.run.ImportRow;
import dev.spoolmark.transfer.run.ImportRun;
import dev.spoolmark.transfer.run.ImportStatus;
import dev.spoolmark.transfer.run.Imports;
import dev.spoolmark.transfer.run.RecordType;
import dev.spoolmark.transfer.run.RowOutcome;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.imports.ImportReportPage.ReportRow;
import dev.spoolmark.web.imports.ImportReportPage.Tab;
import dev.spoolmark.web.library.ItemLine;
import dev.spoolmark.web.library.ItemLines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Assembles the pages of reports. They are read page by page: the address has the number of the last row of the page
/// before.
final class ImportReports {

    private static final int PAGE = 50;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}");

    private final Imports imports;
    private final ItemLines lines;

    ImportReports(ImportFeatures features) {
        this.imports = features.imports();
        this.lines = new ItemLines(features.catalog());
    }

    ImportReportPage of(PageRequest request, ImportRun run) {
        ImportTexts texts = new ImportTexts(request.text());
        List<ReportTab> tabs = tabs(run);
        ReportTab tab = request.query("show")
                .flatMap(ReportTab::find)
                .filter(tabs::contains)
                .orElseGet(() -> tabs.isEmpty() ? ReportTab.ADDED : tabs.getFirst());
        long after = request.query("after")
                .filter(text -> NUMBER.matcher(text).matches())
                .map(AsciiNumber::parseLong)
                .orElse(0L);
        List<ImportRow> found =
                tabs.isEmpty() ? List.of() : imports.rows(run.user(), run.id(), tab.outcomes(), after, PAGE + 1);
        List<ImportRow> shown = found.subList(0, Math.min(PAGE, found.size()));
        String path = RequestedImport.path(run);
        String here = path + "?show=" + tab.key();
        return new ImportReportPage(
                request.layout("import.report.title", ImportTexts.format(run.format())),
                run,
                path,
                texts.status(run.status()),
                texts.problem(run),
                run.status() == ImportStatus.UNDONE ? "" : texts.added(run.counts()),
                request.formats().dateTime(run.createdAt()),
                tabs.stream()
                        .map(each -> new Tab(path + "?show=" + each.key(), title(request, run, each), each == tab))
                        .toList(),
                rows(request, texts, path, shown),
                found.size() > PAGE ? here + "&after=" + shown.getLast().number() : null,
                after > 0 ? here : null,
                run.counts().unresolved() + run.counts().skipped() > 0 && !tabs.isEmpty());
    }

    /// The outcomes that occur. What was added is gone after an undo.
    private static List<ReportTab> tabs(ImportRun run) {
        return Stream.of(ReportTab.values())
                .filter(tab -> tab.count(run.counts()) > 0)
                .filter(tab -> run.status() != ImportStatus.UNDONE || tab != ReportTab.ADDED)
                .toList();
    }

    private static String title(PageRequest request, ImportRun run, ReportTab tab) {
        return request.text().get("import.tab." + tab.key(), request.formats().number(tab.count(run.counts())));
    }

    private List<ReportRow> rows(PageRequest request, ImportTexts texts, String path, List<ImportRow> rows) {
        Map<MediaId, ItemLine> items = lines.of(
                request,
                rows.stream().flatMap(row -> media(row).stream()).distinct().toList());
        return rows.stream()
                .map(row -> row(texts, path, row, media(row).map(items::get).orElse(null)))
                .toList();
    }

    private static Optional<MediaId> media(ImportRow row) {
        return Optional.ofNullable(row.item()).flatMap(FoundItem::media);
    }

    private static ReportRow row(ImportTexts texts, String path, ImportRow row, @Nullable ItemLine line) {
        boolean isUnresolved = row.outcome() == RowOutcome.UNRESOLVED;
        return new ReportRow(
                row.number(),
                line,
                row.label() == null ? "" : row.label(),
                row.type() == RecordType.NONE ? "" : texts.type(row.type()),
                row.source().toString(),
                texts.reason(row),
                isUnresolved ? path + "/rows/" + row.number() : null);
    }
}
