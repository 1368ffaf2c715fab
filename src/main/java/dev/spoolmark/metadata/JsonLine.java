package dev.spoolmark.metadata;

import dev.spoolmark.catalog.Answer;
import dev.spoolmark.outgoing.Ask;
import dev.spoolmark.outgoing.Fetched;
import dev.spoolmark.outgoing.Fetched.Content;
import dev.spoolmark.outgoing.Fetched.Failed;
import dev.spoolmark.outgoing.Fetched.Missing;
import dev.spoolmark.outgoing.Fetched.Unasked;
import dev.spoolmark.outgoing.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The line to a source that answers JSON. What goes wrong on it ends in [Unanswered] and is told by [#told].
final class JsonLine {

    private static final int LONGEST_NUMBER = 100_000;

    /// Reads numbers of any length that a body may have, since one that is none costs only itself.
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .build();

    private static final int BYTE_ORDER_MARK = 0xfeff;

    private final Line line;

    JsonLine(Line line) {
        this.line = line;
    }

    Optional<Instant> openUntil() {
        return line.openUntil();
    }

    /// What is there; nothing when the source says that there is no such thing.
    Optional<JsonNode> get(Ask ask) {
        return read(line.ask(ask));
    }

    /// The raw answer, for a source that does something about a refused key.
    Fetched fetch(Ask ask) {
        return line.ask(ask);
    }

    static Optional<JsonNode> read(Fetched fetched) {
        return switch (fetched) {
            case Content content -> Optional.of(JSON.readTree(text(new ByteArrayInputStream(content.bytes()))));
            case Missing() -> Optional.empty();
            case Failed failed -> throw new Unanswered(failed.reason());
            case Unasked unasked -> throw new Unanswered(unasked.reason(), false);
        };
    }

    /// The text of a body. Bytes that are no UTF-8 cost themselves and no more: they become U+FFFD.
    static Reader text(InputStream body) {
        PushbackReader text = new PushbackReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        try {
            int first = text.read();
            if (first >= 0 && first != BYTE_ORDER_MARK) {
                text.unread(first);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What `ask` comes to, or why it came to nothing.
    static Answer told(Supplier<Answer> ask) {
        try {
            return ask.get();
        } catch (Unanswered unanswered) {
            return unanswered.asked()
                    ? new Answer.Failed(unanswered.reason())
                    : new Answer.Unasked(unanswered.reason());
        } catch (RuntimeException e) {
            return new Answer.Failed(reason(e));
        }
    }

    static String reason(RuntimeException fault) {
        return switch (fault) {
            case Unanswered unanswered -> unanswered.reason();
            case Unfit unfit -> "told something that cannot be used: " + unfit.reason();
            case JacksonException _ -> "answered JSON that cannot be read";
            default -> "told something unexpected (" + fault.getClass().getSimpleName() + ")";
        };
    }

    /// A text as a value of a query.
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
