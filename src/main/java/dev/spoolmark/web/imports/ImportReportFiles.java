package dev.spoolmark.web.imports;

import dev.spoolmark.http.Response;
import dev.spoolmark.transfer.run.ImportRow;
import dev.spoolmark.transfer.run.ImportRun;
import dev.spoolmark.transfer.run.Imports;
import dev.spoolmark.transfer.run.RowOutcome;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The rows of a report that were not imported, as a CSV file.
final class ImportReportFiles {

    private static final List<RowOutcome> OUTCOMES = List.of(RowOutcome.UNRESOLVED, RowOutcome.SKIPPED);
    private static final int BATCH = 500;

    private final Imports imports;

    ImportReportFiles(Imports imports) {
        this.imports = imports;
    }

    void declare(PageRoutes routes) {
        routes.get(ImportPages.RUN_PATH + "/report.csv", PageAccess.SIGNED_IN, this::download);
    }

    private Response download(PageRequest request) {
        ImportRun run = RequestedImport.of(request, imports);
        ImportTexts texts = new ImportTexts(request.text());
        return Response.streamed(200, "text/csv; charset=utf-8", out -> write(texts, run, out))
                .with("Content-Disposition", "attachment; filename=\"import-" + run.id() + ".csv\"")
                .with("Content-Security-Policy", "sandbox; default-src 'none'")
                .with("Cache-Control", "no-store");
    }

    private void write(ImportTexts texts, ImportRun run, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvCells.line(writer, List.of("file", "line", "outcome", "kind", "title", "reason"));
        long after = 0;
        List<ImportRow> rows;
        do {
            rows = imports.rows(run.user(), run.id(), OUTCOMES, after, BATCH);
            for (ImportRow row : rows) {
                CsvCells.line(
                        writer,
                        List.of(
                                row.source().member(),
                                row.source().line() == 0
                                        ? ""
                                        : Integer.toString(row.source().line()),
                                row.outcome().key(),
                                row.type().key(),
                                row.label() == null ? "" : row.label(),
                                texts.reason(row)));
                after = row.number();
            }
        } while (rows.size() == BATCH);
        writer.flush();
    }
}
