package dev.spoolmark.catalog;

import dev.spoolmark.catalog.ingest.InputCleaner;
import dev.spoolmark.catalog.lookup.LookupKey;
import org.jspecify.annotations.Nullable;

/// What a movie or show is called elsewhere, or in another language. Its own title stays the one that is shown.
///
/// @param language an ISO 639 code, where the source tells it
/// @param country an ISO 3166 code, where the source tells it
public record AlternativeTitle(
        String title, @Nullable String language, @Nullable String country) {

    public AlternativeTitle {
        language = InputCleaner.line(language);
        country = InputCleaner.line(country);
    }

    String key() {
        return LookupKey.TitleKey.key(title);
    }
}
