package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.InputCleaner;
import dev.spoolmark.catalog.lookup.LookupKey;
import org.jspecify.annotations.Nullable;

/// A title that a movie or show has in another country or language. The main title is the one that is shown.
///
/// @param language an ISO 639 code; null if unknown
/// @param country an ISO 3166 code; null if unknown
public record AlternativeTitle(
        String title, @Nullable String language, @Nullable String country) {

    public AlternativeTitle {
        language = InputCleaner.line(language);
        country = InputCleaner.line(country);
    }

    public String key() {
        return LookupKey.TitleKey.key(title);
    }
}
