package dev.spoolmark.metadata;

import dev.spoolmark.catalog.source.SourceResult;
import dev.spoolmark.catalog.source.SourceTitle;
import dev.spoolmark.catalog.source.TitleSearch;
import dev.spoolmark.http.client.FetchResult;
import dev.spoolmark.http.client.FetchResult.Content;
import dev.spoolmark.http.client.FetchResult.Failed;
import dev.spoolmark.http.client.FetchResult.Missing;
import dev.spoolmark.http.client.FetchResult.NotSent;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A client for sources with JSON APIs. Errors become a [SourceUnavailableException], which [#toResult]
/// converts.
public final class JsonClient {

    private static final int LONGEST_NUMBER = 100_000;

    /// Accepts numbers of any length, so that an invalid one affects only its own value.
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

    /// @return the response; empty if the source says that the resource does not exist
    public Optional<JsonNode> get(UpstreamRequest request) {
        return read(client.send(request));
    }

    /// @return the raw response, for a source that handles a rejected key
    public FetchResult fetch(UpstreamRequest request) {
        return client.send(request);
    }

    public static Optional<JsonNode> read(FetchResult fetched) {
        return switch (fetched) {
            case Content content -> Optional.of(JSON.readTree(text(new ByteArrayInputStream(content.bytes()))));
            case Missing() -> Optional.empty();
            case Failed failed -> throw new SourceUnavailableException(failed.reason());
            case NotSent notSent -> throw new SourceUnavailableException(notSent.reason(), false);
        };
    }

    /// @return the text of a body; malformed UTF-8 becomes U+FFFD
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

    /// @return what `lookup` returns, or the error
    public static SourceResult toResult(Supplier<SourceResult> lookup) {
        try {
            return lookup.get();
        } catch (SourceUnavailableException unavailable) {
            return unavailable.isRequestSent()
                    ? new SourceResult.Failed(unavailable.reason())
                    : new SourceResult.Skipped(unavailable.reason());
        } catch (RuntimeException e) {
            return new SourceResult.Failed(reason(e));
        }
    }

    /// @return the titles that `search` returns, or the error
    public static TitleSearch toTitles(Supplier<List<SourceTitle>> search) {
        try {
            return new TitleSearch.Hits(search.get());
        } catch (RuntimeException e) {
            return new TitleSearch.Unavailable(reason(e));
        }
    }

    public static String reason(RuntimeException fault) {
        return switch (fault) {
            case SourceUnavailableException unavailable -> unavailable.reason();
            case InvalidItemException invalid -> "sent something that cannot be used: " + invalid.reason();
            case JacksonException _ -> "answered JSON that cannot be read";
            default -> "sent something unexpected (" + fault.getClass().getSimpleName() + ")";
        };
    }

    /// Encodes a query parameter.
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
