package dev.spoolmark.web.admin;

import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.web.PageRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// What several pages of administrators need from a request.
final class AdminRequest {

    private AdminRequest() {}

    /// The administrator for the security log.
    static Actor actor(PageRequest request) {
        return Actor.web(request.http().client());
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static ProblemException notFound(String type) {
        return new ProblemException(new Problem.NotFound(type));
    }
}
