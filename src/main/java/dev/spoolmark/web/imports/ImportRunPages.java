package dev.spoolmark.web.imports;

import dev.spoolmark.account.UserId;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.run.ImportChoices;
import dev.spoolmark.transfer.run.ImportFormats;
import dev.spoolmark.transfer.run.ImportPreview;
import dev.spoolmark.transfer.run.ImportRun;
import dev.spoolmark.transfer.run.ImportStatus;
import dev.spoolmark.transfer.run.Imports;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;

/// The page of one import: its preview, its progress, or its report.
public final class ImportRunPages {

    private static final String PREVIEW = "page/imports/preview";
    private static final String PROGRESS = "page/imports/progress";
    private static final String REPORT = "page/imports/report";

    private final Imports imports;
    private final ImportPreviews previews;
    private final ImportReports reports;

    ImportRunPages(ImportFeatures features) {
        this.imports = features.imports();
        this.previews = new ImportPreviews(features.imports());
        this.reports = new ImportReports(features);
    }

    /// An import that is carried out or undone.
    ///
    /// @param state in words
    /// @param done records that are done
    /// @param records of the file; 0 if their number is unknown
    /// @param added what was added so far, in words
    public record ProgressPage(
            Layout layout,
            String path,
            String fileName,
            String state,
            long done,
            long records,
            String added,
            boolean isStoppable) {

        /// `1,200 of 5,000 records`.
        public String text() {
            return records == 0
                    ? layout.text().count("import.progress.done", done)
                    : layout.t(
                            "import.progress.of",
                            layout.formats().number(done),
                            layout.formats().number(records));
        }
    }

    void declare(PageRoutes routes) {
        routes.get(ImportPages.RUN_PATH, PageAccess.SIGNED_IN, this::show)
                .post(ImportPages.RUN_PATH, PageAccess.SIGNED_IN, this::change)
                .post(ImportPages.RUN_PATH + "/stop", PageAccess.SIGNED_IN, this::stop)
                .post(ImportPages.RUN_PATH + "/undo", PageAccess.SIGNED_IN, this::undo);
    }

    private Response show(PageRequest request) {
        ImportRun run = RequestedImport.of(request, imports);
        return switch (run.status()) {
            case UPLOADED -> preview(request, run);
            case QUEUED, RUNNING, UNDOING -> request.page(PROGRESS, progress(request, run));
            case FINISHED, FAILED, STOPPED, UNDONE, DISCARDED ->
                request.page(REPORT, request.waiting(() -> reports.of(request, run)));
        };
    }

    private Response preview(PageRequest request, ImportRun run) {
        try {
            return request.page(PREVIEW, ImportPreviewPage.of(request, run, previews.of(request, run), null));
        } catch (ImportFileException unusable) {
            return request.page(PREVIEW, ImportPreviewPage.unreadable(request, run, problem(request, unusable)));
        }
    }

    private static String problem(PageRequest request, ImportFileException unusable) {
        ImportTexts texts = new ImportTexts(request.text());
        return request.text().get("import.problem.at", unusable.place(), texts.problem(unusable.problem()));
    }

    private static ProgressPage progress(PageRequest request, ImportRun run) {
        ImportTexts texts = new ImportTexts(request.text());
        boolean isUndo = run.status() == ImportStatus.UNDOING;
        return new ProgressPage(
                request.layout("import.progress.title", ImportTexts.format(run.format())),
                RequestedImport.path(run),
                run.fileName(),
                texts.status(run.status()),
                isUndo ? 0 : run.position(),
                isUndo ? 0 : run.records(),
                isUndo ? "" : texts.added(run.counts()),
                !isUndo);
    }

    private Response change(PageRequest request) {
        ImportRun run = RequestedImport.of(request, imports);
        if (run.status() != ImportStatus.UPLOADED) {
            return request.redirect(RequestedImport.path(run), "warn_import_begun");
        }
        return switch (request.form().text("do")) {
            case "discard" -> discard(request, run);
            case "start" -> choose(request, run, true);
            case "update" -> choose(request, run, false);
            default -> throw new ProblemException(new Problem.Invalid("action"));
        };
    }

    private Response discard(PageRequest request, ImportRun run) {
        request.waiting(() -> imports.discard(run.user(), run.id()));
        return request.redirect(ImportPages.PATH, "import_discarded");
    }

    private Response choose(PageRequest request, ImportRun run, boolean isStart) {
        Form form = request.form();
        ImportChoices choices = ImportChoicesForm.read(form, run.choices());
        String format = form.text("format");
        if (ImportFormats.find(format).isEmpty()) {
            form.error("format", "form.choice");
        }
        if (form.hasErrors()) {
            return invalid(request, run, form);
        }
        ImportRun chosen = request.waiting(() -> imports.choose(run.user(), run.id(), format, choices));
        boolean isSameFormat = format.equals(run.format());
        return isStart && isSameFormat ? start(request, chosen) : request.redirect(RequestedImport.path(run));
    }

    private Response invalid(PageRequest request, ImportRun run, Form form) {
        try {
            return request.invalid(PREVIEW, ImportPreviewPage.of(request, run, previews.of(request, run), form));
        } catch (ImportFileException unusable) {
            return request.invalid(PREVIEW, ImportPreviewPage.unreadable(request, run, problem(request, unusable)));
        }
    }

    private Response start(PageRequest request, ImportRun run) {
        String page = RequestedImport.path(run);
        ImportPreview preview;
        try {
            preview = previews.of(request, run);
        } catch (ImportFileException unusable) {
            return request.redirect(page);
        }
        boolean isAnswered = preview.questions().stream()
                .allMatch(question ->
                        !question.isRequired() || run.choices().answers().containsKey(question.key()));
        if (!isAnswered) {
            return request.redirect(page, "warn_import_question");
        }
        UserId user = run.user();
        boolean isStarted = request.waiting(() -> imports.start(user, run.id(), run.choices(), preview.records()));
        return isStarted ? request.redirect(page) : request.redirect(page, "warn_import_begun");
    }

    private Response stop(PageRequest request) {
        ImportRun run = RequestedImport.of(request, imports);
        boolean isStopped = request.waiting(() -> imports.stop(run.user(), run.id()));
        return request.redirect(RequestedImport.path(run), isStopped ? "import_stopped" : "warn_import_ended");
    }

    private Response undo(PageRequest request) {
        ImportRun run = RequestedImport.of(request, imports);
        boolean isBegun = request.waiting(() -> imports.undo(run.user(), run.id()));
        return isBegun
                ? request.redirect(RequestedImport.path(run))
                : request.redirect(RequestedImport.path(run), "warn_import_not_undoable");
    }
}
