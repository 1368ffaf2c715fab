package dev.spoolmark.catalog;

import org.jspecify.annotations.Nullable;

/// What a movie or show is called elsewhere, or in another language. Its own title stays the one that is shown.
///
/// @param language an ISO 639 code, where the source tells it
/// @param country an ISO 3166 code, where the source tells it
public record OtherTitle(
        String title, @Nullable String language, @Nullable String country) {

    public OtherTitle {
        language = Given.line(language);
        country = Given.line(country);
    }

    String key() {
        return Name.Titled.key(title);
    }
}
