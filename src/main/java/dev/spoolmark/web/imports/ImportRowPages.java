package dev.spoolmark.web.imports;

import dev.spoolmark.account.UserId;
import dev.spoolmark.catalog.MediaId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.search.Search;
import dev.spoolmark.social.Viewer;
import dev.spoolmark.transfer.run.ImportRow;
import dev.spoolmark.transfer.run.ImportRun;
import dev.spoolmark.transfer.run.Imports;
import dev.spoolmark.transfer.run.RowOutcome;
import dev.spoolmark.visibility.ProvisionalAccess;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.item.ItemFormKeys;
import dev.spoolmark.web.library.ItemLine;
import dev.spoolmark.web.library.ItemLines;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// The page of a row that no item was found for, or several: the user chooses one of the candidates or of what a search
/// finds, or says that the name does not matter.
public final class ImportRowPages {

    private static final String PATH = ImportPages.RUN_PATH + "/rows/{row}";
    private static final int HITS = 10;
    private static final int LONGEST_SEARCH = 200;

    private final Imports imports;
    private final ItemLines lines;
    private final ProvisionalAccess visibility;
    private final Search search;

    ImportRowPages(ImportFeatures features) {
        this.imports = features.imports();
        this.lines = new ItemLines(features.catalog());
        this.visibility = features.visibility();
        this.search = features.search();
    }

    /// @param label the record in words
    /// @param form of the search
    /// @param candidates what the name may stand for
    /// @param hits what the search has found
    /// @param hasSearched whether there was a search
    public record ImportRowPage(
            Layout layout,
            Form form,
            String path,
            String back,
            String label,
            String type,
            String source,
            List<ItemLine> candidates,
            List<ItemLine> hits,
            boolean hasSearched) {

        public ImportRowPage {
            candidates = List.copyOf(candidates);
            hits = List.copyOf(hits);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, this::show).post(PATH, PageAccess.SIGNED_IN, this::decide);
    }

    private Response show(PageRequest request) {
        ImportRun run = RequestedImport.of(request, imports);
        long number = RequestedImport.number(request, "row");
        return request
                .waiting(() -> imports.rows(run.user(), run.id(), List.of(RowOutcome.UNRESOLVED), number - 1, 1))
                .stream()
                .filter(row -> row.number() == number)
                .findFirst()
                .map(row -> request.page("page/imports/row", request.waiting(() -> page(request, run, row))))
                .orElseThrow(RequestedImport::notFound);
    }

    private ImportRowPage page(PageRequest request, ImportRun run, ImportRow row) {
        ImportTexts texts = new ImportTexts(request.text());
        String typed = request.query("q").orElse("");
        String words = typed.length() <= LONGEST_SEARCH ? typed.strip() : "";
        String label = Objects.requireNonNullElse(row.label(), "");
        List<MediaId> candidates = imports.matches().candidates(row).stream()
                .flatMap(candidate -> candidate.media().stream())
                .toList();
        return new ImportRowPage(
                request.layout("import.row.title"),
                Form.of(request.text(), Map.of("q", words.isEmpty() ? title(label) : words)),
                RequestedImport.path(run) + "/rows/" + row.number(),
                back(run),
                label,
                texts.type(row.type()),
                row.source().toString(),
                visible(request, candidates),
                words.isEmpty() ? List.of() : visible(request, found(words)),
                !words.isEmpty());
    }

    /// The title in a label such as `Harbour Street (2019) S02E01 Ebb`.
    private static String title(String label) {
        String title = label.replaceFirst("(?: \\([0-9]{4}\\).*| S[0-9]{2,4}(?:E[0-9]{2,4}.*)?)$", "");
        return title.length() <= LONGEST_SEARCH ? title : title.substring(0, LONGEST_SEARCH);
    }

    private List<MediaId> found(String words) {
        return Stream.<MediaId>concat(search.movies(words, HITS).stream(), search.shows(words, HITS).stream())
                .toList();
    }

    /// Items in their order. Provisional ones exist for those alone whose data name them.
    private List<ItemLine> visible(PageRequest request, Collection<MediaId> items) {
        Set<MediaId> visible = visibility.visibleAmong(Viewer.of(request.account()), items);
        Map<MediaId, ItemLine> found =
                lines.of(request, items.stream().filter(visible::contains).toList());
        return items.stream()
                .flatMap(item -> Stream.ofNullable(found.get(item)))
                .toList();
    }

    private Response decide(PageRequest request) {
        ImportRun run = RequestedImport.of(request, imports);
        long number = RequestedImport.number(request, "row");
        try {
            return switch (request.form().text("do")) {
                case "match" -> match(request, run, number);
                case "ignore" -> ignore(request, run, number);
                default -> throw new ProblemException(new Problem.Invalid("action"));
            };
        } catch (ProblemException rejected) {
            return switch (rejected.problem()) {
                case Problem.NotFound(String subject)
                when subject.equals("row") -> request.redirect(back(run), "warn_import_row_done");
                case Problem.NotFound _ ->
                    request.redirect(RequestedImport.path(run) + "/rows/" + number, "warn_import_no_item");
                default -> throw rejected;
            };
        }
    }

    private Response match(PageRequest request, ImportRun run, long number) {
        MediaId chosen = ItemFormKeys.parse(request.form().text("item"))
                .orElseThrow(() -> new ProblemException(new Problem.Invalid("item")));
        UserId user = run.user();
        request.waiting(() -> {
            if (!visibility.isVisible(Viewer.of(request.account()), chosen)) {
                throw new ProblemException(new Problem.NotFound("item"));
            }
            imports.matches().match(user, run.id(), number, chosen);
            return number;
        });
        return request.redirect(back(run), "import_matched");
    }

    private Response ignore(PageRequest request, ImportRun run, long number) {
        request.waiting(() -> {
            imports.matches().ignore(run.user(), run.id(), number);
            return number;
        });
        return request.redirect(back(run), "import_ignored");
    }

    private static String back(ImportRun run) {
        return RequestedImport.path(run) + "?show=" + ReportTab.UNRESOLVED.key();
    }
}
