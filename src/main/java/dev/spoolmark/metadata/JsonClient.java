package dev.spoolmark.metadata;

import dev.spoolmark.catalog.source.SourceResult;
import dev.spoolmark.http.client.FetchResult;
import dev.spoolmark.http.client.FetchResult.Content;
import dev.spoolmark.http.client.FetchResult.Failed;
import dev.spoolmark.http.client.FetchResult.Missing;
import dev.spoolmark.http.client.FetchResult.Unasked;
import dev.spoolmark.http.client.UpstreamClient;
import dev.spoolmark.http.client.UpstreamRequest;
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

/// The line to a source that answers JSON. What goes wrong on it ends in [SourceUnavailableException] and is told by
/// [#toResult].
public final class JsonClient {

    private static final int LONGEST_NUMBER = 100_000;

    /// Reads numbers of any length that a body may have, since one that is none costs only itself.
    public static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .build();

    private static final int BYTE_ORDER_MARK = 0xfeff;

    private final UpstreamClient client;

    public JsonClient(UpstreamClient client) {
        this.client = client;
    }

    public Optional<Instant> openUntil() {
        return client.openUntil();
    }

    /// What is there; nothing when the source says that there is no such thing.
    public Optional<JsonNode> get(UpstreamRequest ask) {
        return read(client.ask(ask));
    }

    /// The raw answer, for a source that does something about a refused key.
    public FetchResult fetch(UpstreamRequest ask) {
        return client.ask(ask);
    }

    public static Optional<JsonNode> read(FetchResult fetched) {
        return switch (fetched) {
            case Content content -> Optional.of(JSON.readTree(text(new ByteArrayInputStream(content.bytes()))));
            case Missing() -> Optional.empty();
            case Failed failed -> throw new SourceUnavailableException(failed.reason());
            case Unasked unasked -> throw new SourceUnavailableException(unasked.reason(), false);
        };
    }

    /// The text of a body. Bytes that are no UTF-8 cost themselves and no more: they become U+FFFD.
    public static Reader text(InputStream body) {
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
    public static SourceResult toResult(Supplier<SourceResult> ask) {
        try {
            return ask.get();
        } catch (SourceUnavailableException unanswered) {
            return unanswered.asked()
                    ? new SourceResult.Failed(unanswered.reason())
                    : new SourceResult.Unasked(unanswered.reason());
        } catch (RuntimeException e) {
            return new SourceResult.Failed(reason(e));
        }
    }

    public static String reason(RuntimeException fault) {
        return switch (fault) {
            case SourceUnavailableException unanswered -> unanswered.reason();
            case InvalidItemException unfit -> "told something that cannot be used: " + unfit.reason();
            case JacksonException _ -> "answered JSON that cannot be read";
            default -> "told something unexpected (" + fault.getClass().getSimpleName() + ")";
        };
    }

    /// A text as a value of a query.
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
