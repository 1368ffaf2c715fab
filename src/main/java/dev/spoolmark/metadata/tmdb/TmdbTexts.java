package dev.spoolmark.metadata.tmdb;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.metadata.LenientJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads titles and overviews of TMDB.
final class TmdbTexts {

    private TmdbTexts() {}

    /// @param list the member with the alternative titles
    /// @param title the member of a translation that holds its title
    static List<AlternativeTitle> otherTitles(JsonNode body, String list, String title) {
        Stream<AlternativeTitle> original = Stream.of("original_title", "original_name")
                .flatMap(member -> LenientJson.text(body, member).stream())
                .map(name -> new AlternativeTitle(name, LenientJson.textOrNull(body, "original_language"), null));
        Stream<AlternativeTitle> translated = translations(body)
                .flatMap(translation -> LenientJson.text(translation.path("data"), title)
                        .map(name -> new AlternativeTitle(name, language(translation), country(translation)))
                        .stream());
        Stream<AlternativeTitle> others = body.path("alternative_titles")
                .path(list)
                .valueStream()
                .flatMap(other ->
                        LenientJson.text(other, "title")
                                .map(name -> new AlternativeTitle(name, null, country(other)))
                                .stream());
        return Stream.of(original, translated, others).flatMap(texts -> texts).toList();
    }

    /// @return the English overview; without one, that in the original language
    static @Nullable String overview(JsonNode body) {
        String own = LenientJson.textOrNull(body, "original_language");
        return LenientJson.text(body, "overview")
                .or(() -> overview(body, "en"))
                .or(() -> own == null ? Optional.empty() : overview(body, own))
                .orElse(null);
    }

    private static Optional<String> overview(JsonNode body, String language) {
        return translations(body)
                .filter(translation -> language.equals(language(translation)))
                .flatMap(translation -> LenientJson.text(translation.path("data"), "overview").stream())
                .findFirst();
    }

    private static Stream<JsonNode> translations(JsonNode body) {
        return body.path("translations").path("translations").valueStream();
    }

    private static @Nullable String language(JsonNode translation) {
        return LenientJson.textOrNull(translation, "iso_639_1");
    }

    private static @Nullable String country(JsonNode translation) {
        return LenientJson.textOrNull(translation, "iso_3166_1");
    }
}
