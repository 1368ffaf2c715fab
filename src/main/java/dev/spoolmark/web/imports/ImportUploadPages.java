package dev.spoolmark.web.imports;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.UserId;
import dev.spoolmark.core.KeyedRateLimiter;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.RateLimit;
import dev.spoolmark.http.Response;
import dev.spoolmark.transfer.file.ImportFileException;
import dev.spoolmark.transfer.file.ImportLimits;
import dev.spoolmark.transfer.run.ImportChoices;
import dev.spoolmark.transfer.run.ImportFormats;
import dev.spoolmark.transfer.run.ImportRun;
import dev.spoolmark.transfer.run.Imports;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.Notice;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.StreamedUpload;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// The upload of a file, and the imports of the user so far.
public final class ImportUploadPages {

    /// Files that a user uploads (`docs/security.md#rate-limits`).
    private static final RateLimit LIMIT = RateLimit.of(4, Duration.ofHours(1));

    private static final String TEMPLATE = "page/imports/imports";
    private static final String FILE = "file";
    private static final String FORMAT = "format";
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int TOO_LARGE = 413;
    private static final int CONFLICT = 409;

    private final Imports imports;
    private final KeyedRateLimiter<UserId> limiter;

    ImportUploadPages(ImportFeatures features) {
        this.imports = features.imports();
        this.limiter = new KeyedRateLimiter<>(LIMIT, features.clock());
    }

    /// @param formats to choose from, detection first
    /// @param lines of earlier imports, newest first
    /// @param megabytes largest file
    public record ImportsPage(Layout layout, Form form, List<Choice> formats, List<ImportLine> lines, long megabytes) {

        public ImportsPage {
            formats = List.copyOf(formats);
            lines = List.copyOf(lines);
        }
    }

    /// An import in the list.
    ///
    /// @param added what it has added, in words; empty if nothing
    public record ImportLine(
            ImportRun run, String path, String format, String status, String time, String machine, String added) {}

    void declare(PageRoutes routes) {
        routes.get(
                        ImportPages.PATH,
                        PageAccess.SIGNED_IN,
                        request -> request.page(TEMPLATE, page(request, Form.empty(request.text()), List.of())))
                .upload(ImportPages.PATH, PageAccess.SIGNED_IN, this::upload);
    }

    private ImportsPage page(PageRequest request, Form form, List<Notice> notices) {
        ImportTexts texts = new ImportTexts(request.text());
        List<ImportLine> lines = request
                .waiting(() -> imports.of(request.account().id()))
                .stream()
                .map(run -> line(request, texts, run))
                .toList();
        List<Choice> formats = Stream.concat(
                        Stream.of(new Choice("", request.text().get("import.format.detect"))),
                        ImportTexts.formats().stream())
                .toList();
        return new ImportsPage(
                request.layoutWith(notices, "import.title"), form, formats, lines, ImportLimits.FILE >> 20);
    }

    private static ImportLine line(PageRequest request, ImportTexts texts, ImportRun run) {
        return new ImportLine(
                run,
                RequestedImport.path(run),
                ImportTexts.format(run.format()),
                texts.status(run.status()),
                request.formats().dateTime(run.createdAt()),
                request.formats().machine(run.createdAt()),
                texts.added(run.counts()));
    }

    private Response upload(PageRequest request) {
        UserId user = request.account().id();
        if (request.waiting(() -> imports.of(user)).stream()
                .anyMatch(run -> run.status().isActive())) {
            return rejected(request, CONFLICT, "import.busy");
        }
        Duration wait = limiter.tryAcquire(user);
        if (wait.isPositive()) {
            long minutes = wait.plusSeconds(59).toMinutes();
            String reason = request.text().count("import.too_many", minutes);
            return rejectedWith(request, TOO_MANY_REQUESTS, reason)
                    .with("Retry-After", Response.retryAfterSeconds(wait));
        }
        try (StreamedUpload upload = StreamedUpload.receive(
                request, FILE, ImportLimits.FILE, () -> imports.files().create())) {
            return received(request, upload);
        } catch (ProblemException problem) {
            return switch (problem.problem()) {
                case Problem.TooBig _ -> rejected(request, TOO_LARGE, "import.problem.too_large");
                case Problem.TooMany _ -> rejected(request, CONFLICT, "import.busy");
                default -> throw problem;
            };
        }
    }

    private Response received(PageRequest request, StreamedUpload upload) {
        Form form = upload.form();
        String format = form.text(FORMAT);
        if (upload.length() == 0) {
            limiter.refund(request.account().id());
            form.error(FILE, upload.fileName().isEmpty() ? "form.required" : "import.problem.empty");
        } else if (!format.isEmpty() && ImportFormats.find(format).isEmpty()) {
            form.error(FORMAT, "form.choice");
        } else {
            try {
                return opened(request, upload, format);
            } catch (ImportFileException unusable) {
                form.error(FILE, "import.problem." + unusable.problem().key());
            }
        }
        return request.invalid(TEMPLATE, page(request, form, List.of()));
    }

    private Response opened(PageRequest request, StreamedUpload upload, String format) {
        Account account = request.account();
        ImportChoices choices = ImportChoices.of(account.preferences().timeZone());
        ImportRun run = request.http()
                .runBlocking(() -> imports.upload(
                        account.id(),
                        upload.fileName().isEmpty() ? "file" : upload.fileName(),
                        upload.file(),
                        format.isEmpty() ? null : format,
                        choices));
        return request.redirect(RequestedImport.path(run));
    }

    private Response rejected(PageRequest request, int status, String key) {
        return rejectedWith(request, status, request.text().get(key));
    }

    private Response rejectedWith(PageRequest request, int status, String reason) {
        Notice notice = new Notice(Notice.Kind.ERROR, reason);
        return request.page(status, TEMPLATE, page(request, Form.empty(request.text()), List.of(notice)));
    }
}
