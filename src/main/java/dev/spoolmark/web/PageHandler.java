package dev.spoolmark.web;

import dev.spoolmark.http.Response;

/// Responds to a request for one page, or to a form of it.
@FunctionalInterface
public interface PageHandler {

    /// @throws dev.spoolmark.core.ProblemException becomes an error page in the language of the user
    Response handle(PageRequest request);
}
