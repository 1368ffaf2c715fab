package dev.spoolmark.metadata.tvdb;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.metadata.LenientJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads titles and texts of TheTVDB: the English translation if there is one, otherwise the original.
final class TvdbTexts {

    /// TheTVDB uses language codes of three letters.
    static final String ENGLISH = "eng";

    private TvdbTexts() {}

    /// @return whether the original language is not English, so that episode titles need translations
    static boolean isTranslated(JsonNode body) {
        return LenientJson.text(body, "originalLanguage")
                .filter(language -> !language.equals(ENGLISH))
                .isPresent();
    }

    /// @return a text of an episode, in English if there is a translation
    static @Nullable String either(JsonNode english, JsonNode episode, String member) {
        return LenientJson.text(english, member)
                .or(() -> LenientJson.text(episode, member))
                .orElse(null);
    }

    static @Nullable String title(JsonNode body) {
        return english(body, "nameTranslations", "name")
                .or(() -> LenientJson.text(body, "name"))
                .orElse(null);
    }

    static @Nullable String overview(JsonNode body) {
        return english(body, "overviewTranslations", "overview")
                .or(() -> LenientJson.text(body, "overview"))
                .orElse(null);
    }

    static List<AlternativeTitle> otherTitles(JsonNode body) {
        Stream<AlternativeTitle> original = LenientJson.text(body, "name").stream()
                .map(name -> new AlternativeTitle(name, LenientJson.textOrNull(body, "originalLanguage"), null));
        Stream<AlternativeTitle> others = Stream.concat(
                        translations(body, "nameTranslations"),
                        body.path("aliases").valueStream())
                .flatMap(translation -> LenientJson.text(translation, "name")
                        .map(name -> new AlternativeTitle(name, LenientJson.textOrNull(translation, "language"), null))
                        .stream());
        return Stream.concat(original, others).toList();
    }

    private static Optional<String> english(JsonNode body, String list, String member) {
        return translations(body, list)
                .filter(translation -> ENGLISH.equals(LenientJson.textOrNull(translation, "language")))
                .filter(translation -> !translation.path("isAlias").asBoolean(false))
                .flatMap(translation -> LenientJson.text(translation, member).stream())
                .findFirst();
    }

    private static Stream<JsonNode> translations(JsonNode body, String list) {
        return body.path("translations").path(list).valueStream();
    }
}
