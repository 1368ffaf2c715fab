package dev.spoolmark.web.imports;

import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.transfer.run.ImportRun;
import dev.spoolmark.transfer.run.Imports;
import dev.spoolmark.web.PageRequest;
import java.util.regex.Pattern;

/// The import in the address of a page. Those of other users do not exist.
final class RequestedImport {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,14}");

    private RequestedImport() {}

    /// @throws ProblemException with `NotFound` if the user has no such import
    static ImportRun of(PageRequest request, Imports imports) {
        long id = number(request, "run");
        return request.waiting(() -> imports.find(request.account().id(), id)).orElseThrow(RequestedImport::notFound);
    }

    /// A number in the address.
    ///
    /// @throws ProblemException with `NotFound` if it is none
    static long number(PageRequest request, String variable) {
        String text = request.variable(variable);
        if (!NUMBER.matcher(text).matches()) {
            throw notFound();
        }
        return AsciiNumber.parseLong(text);
    }

    /// The address of its page.
    static String path(ImportRun run) {
        return ImportPages.PATH + "/" + run.id();
    }

    static ProblemException notFound() {
        return new ProblemException(new Problem.NotFound("import"));
    }
}
