package dev.spoolmark.api.v1;

import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.http.UrlDecoder;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// JSONP: the response to a read as a script, for pages of other sites (`?callback=name`,
/// `docs/spec/v1/conventions.md#jsonp`). Such a read is anonymous, and the body begins with a comment
/// (`docs/security.md#sec-o3`).
final class V1Jsonp {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$.]{0,63}");

    /// Fields that describe the body without the script around it.
    private static final Set<String> CONTENT_HEADERS = Set.of("Content-Type", "Content-Length", "ETag");

    private V1Jsonp() {}

    static boolean isRequested(ServerRequest request, ApiMethod<?> method) {
        return method.isRead() && name(request).isPresent();
    }

    static Response wrap(ServerRequest request, Response response) {
        return name(request).map(name -> script(name, response)).orElse(response);
    }

    private static Response script(String name, Response response) {
        Response script = Response.streamed(response.status(), "text/javascript; charset=utf-8", out -> {
            out.write(("/**/" + name + "(").getBytes(StandardCharsets.UTF_8));
            ScriptSafe json = new ScriptSafe(out);
            switch (response.content()) {
                case Response.ByteBody(byte[] bytes) -> json.write(bytes);
                case Response.StreamingBody streamed -> streamed.writeTo(json);
                case Response.Stored(long _, InputStream bytes) -> bytes.transferTo(json);
            }
            json.finish();
            out.write(')');
        });
        for (Map.Entry<String, String> header : response.headers().entrySet()) {
            if (!CONTENT_HEADERS.contains(header.getKey())) {
                script = script.with(header.getKey(), header.getValue());
            }
        }
        return script;
    }

    private static Optional<String> name(ServerRequest request) {
        if (!request.isGet() || !request.rawQuery().contains("callback=")) {
            return Optional.empty();
        }
        return Optional.ofNullable(UrlDecoder.parseQuery(request.rawQuery()).get("callback"))
                .filter(name -> NAME.matcher(name).matches());
    }
}
