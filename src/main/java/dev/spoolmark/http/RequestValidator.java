package dev.spoolmark.http;

import dev.spoolmark.core.Problem;
import dev.spoolmark.http.body.RequestContentCoding;
import java.util.List;
import java.util.Optional;

/// Validates the head of a request before the request is admitted: sizes, framing of the body, host.
final class RequestValidator {

    private final HostAllowlist hosts;

    RequestValidator(HostAllowlist hosts) {
        this.hosts = hosts;
    }

    /// The reason to reject the request, or empty.
    Optional<Problem> problem(ReceivedHead head) {
        RequestHeaders header = head.headers();
        if (header.tooLarge()) {
            return Optional.of(new Problem.HeaderTooLarge());
        }
        if ((header.has("Content-Length") && header.has("Transfer-Encoding"))
                || header.all("Content-Length").size() > 1
                || !chunkedOrNothing(header)
                || (header.has("Transfer-Encoding") && head.connection().isOfHttp10())) {
            return unreadable("the length of the body is unclear");
        }
        if (header.all("Host").size() != 1) {
            return unreadable("exactly one Host is needed");
        }
        if (RequestContentCoding.of(header).isEmpty()) {
            return Optional.of(new Problem.UnknownBodyEncoding());
        }
        if (count(head.rawPath(), '/') > HttpLimits.PATH_SEGMENTS) {
            return unreadable("too many path segments");
        }
        if (!head.rawQuery().isEmpty() && count(head.rawQuery(), '&') >= HttpLimits.QUERY_PARAMETERS) {
            return unreadable("too many query parameters");
        }
        return misdirected(header, head.origin());
    }

    private Optional<Problem> misdirected(RequestHeaders header, ClientOrigin origin) {
        return header.first("Host").filter(hosts::allows).isPresent() && hosts.allows(origin.authority())
                ? Optional.empty()
                : Optional.of(new Problem.Misdirected());
    }

    private static boolean chunkedOrNothing(RequestHeaders header) {
        List<String> encodings = header.listed("Transfer-Encoding");
        return encodings.isEmpty()
                || (encodings.size() == 1 && encodings.getFirst().equalsIgnoreCase("chunked"));
    }

    private static int count(String text, char sign) {
        int found = 0;
        for (int i = text.indexOf(sign); i >= 0; i = text.indexOf(sign, i + 1)) {
            found++;
        }
        return found;
    }

    private static Optional<Problem> unreadable(String reason) {
        return Optional.of(new Problem.Unreadable(reason));
    }
}
