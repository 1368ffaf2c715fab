package dev.spoolmark.http;

import dev.spoolmark.http.body.BodyEncoding;
import java.util.List;
import java.util.Optional;

/// What is looked at before anybody reads a request: its size and shape, and whom it was meant for.
final class RequestValidator {

    private final HostAllowlist hosts;

    RequestValidator(HostAllowlist hosts) {
        this.hosts = hosts;
    }

    /// The refusal, or empty when nothing is wrong.
    Optional<Response> refusal(RawRequest rawRequest, ClientOrigin caller) {
        RequestHeaders header = rawRequest.header();
        if (header.tooLarge()) {
            return refuse(431, "request header is too large");
        }
        if ((header.has("Content-Length") && header.has("Transfer-Encoding"))
                || header.all("Content-Length").size() > 1
                || !chunkedOrNothing(header)
                || (header.has("Transfer-Encoding") && rawRequest.connection().isOfHttp10())) {
            return refuse(400, "the length of the body is unclear");
        }
        if (header.all("Host").size() != 1) {
            return refuse(400, "exactly one Host is needed");
        }
        if (BodyEncoding.of(header).isEmpty()) {
            return refuse(415, "the encoding of the body is none of gzip, deflate and identity");
        }
        if (count(rawRequest.rawPath(), '/') > HttpLimits.PATH_SEGMENTS) {
            return refuse(400, "too many path segments");
        }
        if (!rawRequest.rawQuery().isEmpty() && count(rawRequest.rawQuery(), '&') >= HttpLimits.QUERY_PARAMETERS) {
            return refuse(400, "too many query parameters");
        }
        return misdirected(header, caller);
    }

    private Optional<Response> misdirected(RequestHeaders header, ClientOrigin caller) {
        return header.first("Host").filter(hosts::allows).isPresent() && hosts.allows(caller.authority())
                ? Optional.empty()
                : refuse(421, "this server does not answer for that host; the operator may allow it (allowed_hosts)");
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

    private static Optional<Response> refuse(int status, String words) {
        return Optional.of(LegacyErrorBody.of(status, words));
    }
}
