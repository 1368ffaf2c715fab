package dev.spoolmark.api.v1;

import dev.spoolmark.wire.Method;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Request;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Answers a read as a script, for pages of other sites (`?callback=name`, `conventions.md` 1.3). Such a read is
/// always answered as to a stranger, and the body begins with a comment (`SEC-O3`).
final class V1Callback {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][\\w$.]{0,63}");

    /// Headers that describe the body without the script around it.
    private static final Set<String> OF_CONTENT = Set.of("Content-Type", "Content-Length", "ETag");

    private V1Callback() {}

    static boolean isAsked(Request request, Method<?> method) {
        return method.isRead() && name(request).isPresent();
    }

    static Reply wrap(Request request, Reply reply) {
        return name(request).map(name -> script(name, reply)).orElse(reply);
    }

    private static Reply script(String name, Reply reply) {
        Reply script = Reply.streamed(reply.status(), "text/javascript; charset=utf-8", out -> {
            out.write(("/**/" + name + "(").getBytes(StandardCharsets.UTF_8));
            ScriptSafe json = new ScriptSafe(out);
            switch (reply.content()) {
                case Reply.Bytes(byte[] bytes) -> json.write(bytes);
                case Reply.Streamed streamed -> streamed.writeTo(json);
                case Reply.Stored(long _, InputStream bytes) -> bytes.transferTo(json);
            }
            json.finish();
            out.write(')');
        });
        for (Map.Entry<String, String> header : reply.headers().entrySet()) {
            if (!OF_CONTENT.contains(header.getKey())) {
                script = script.with(header.getKey(), header.getValue());
            }
        }
        return script;
    }

    private static Optional<String> name(Request request) {
        if (!request.verb().equals("GET") || !request.rawQuery().contains("callback=")) {
            return Optional.empty();
        }
        return Optional.ofNullable(V1Path.query(request.rawQuery()).get("callback"))
                .filter(name -> NAME.matcher(name).matches());
    }
}
