package dev.spoolmark.metadata.jsonl;

import dev.spoolmark.catalog.ingest.SourceItem;
import dev.spoolmark.core.ByteOrderMark;
import dev.spoolmark.metadata.InvalidItemException;
import dev.spoolmark.metadata.JsonClient;
import dev.spoolmark.metadata.StrictJsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads JSON Lines of format `spoolmark`, one item per line. Invalid lines are reported and skipped.
final class CatalogJsonl {

    private static final JsonMapper JSON = JsonClient.JSON
            .rebuild()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final SourceItemConsumer consumer;

    CatalogJsonl(SourceItemConsumer consumer) {
        this.consumer = consumer;
    }

    void read(InputStream stream) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String content = ByteOrderMark.strip(line); // files that were joined have one in between
            if (!content.isBlank()) {
                read(number, content);
            }
        }
    }

    private void read(long number, String line) {
        SourceItem item;
        try {
            item = SpoolmarkItem.of(
                    StrictJsonObject.of("line", JSON.readTree(line), warning -> consumer.warning(number, warning)));
        } catch (InvalidItemException invalid) {
            consumer.rejected(number, invalid.reason());
            return;
        } catch (JacksonException unreadable) {
            consumer.rejected(number, "cannot be read as JSON");
            return;
        }
        consumer.item(number, item);
    }
}
