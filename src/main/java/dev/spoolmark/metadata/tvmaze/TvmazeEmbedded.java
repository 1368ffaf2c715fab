package dev.spoolmark.metadata.tvmaze;

import dev.spoolmark.catalog.AlternativeTitle;
import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.metadata.InvalidValueReport;
import dev.spoolmark.metadata.InvalidValueReport.Form;
import dev.spoolmark.metadata.LenientJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the embedded cast and images of a show. A part that cannot be read is left out.
public final class TvmazeEmbedded {

    private static final Map<String, Form> FORMS = Map.ofEntries(
            Map.entry("_embedded.cast", Form.LIST),
            Map.entry("_embedded.cast.*.person", Form.OBJECT),
            Map.entry("_embedded.cast.*.person.id", Form.NUMBER),
            Map.entry("_embedded.cast.*.person.name", Form.TEXT),
            Map.entry("_embedded.cast.*.person.birthday", Form.DATE),
            Map.entry("_embedded.cast.*.character", Form.OBJECT),
            Map.entry("_embedded.cast.*.character.name", Form.TEXT),
            Map.entry("_embedded.akas", Form.LIST),
            Map.entry("_embedded.akas.*.name", Form.TEXT),
            Map.entry("_embedded.akas.*.country", Form.OBJECT),
            Map.entry("_embedded.images", Form.LIST));

    private TvmazeEmbedded() {}

    /// @return the values that cannot be read, one line each
    public static List<String> invalidValues(JsonNode show) {
        return InvalidValueReport.in(show, FORMS);
    }

    /// @return whether cast and alternative titles are included; if they are not, they were not removed at
    ///     the source
    static boolean isComplete(JsonNode show) {
        JsonNode embedded = show.path("_embedded");
        return embedded.path("cast").isArray() && embedded.path("akas").isArray();
    }

    /// @return the URL of the image of that type, preferably the main one
    static @Nullable String image(JsonNode embedded, String type) {
        List<JsonNode> all = embedded.path("images")
                .valueStream()
                .filter(image -> type.equals(image.path("type").asString("")))
                .toList();
        return Stream.concat(all.stream().filter(image -> image.path("main").asBoolean(false)), all.stream())
                .map(image -> LenientJson.text(image.path("resolutions").path("original"), "url"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    static List<AlternativeTitle> otherTitles(JsonNode embedded) {
        return embedded.path("akas")
                .valueStream()
                .flatMap(aka -> LenientJson.text(aka, "name")
                        .map(name ->
                                new AlternativeTitle(name, null, LenientJson.textOrNull(aka.path("country"), "code")))
                        .stream())
                .toList();
    }

    static List<CreditItem> cast(JsonNode embedded) {
        return embedded.path("cast")
                .valueStream()
                .flatMap(part -> credit(part).stream())
                .toList();
    }

    private static Optional<CreditItem> credit(JsonNode part) {
        JsonNode person = part.path("person");
        return LenientJson.text(person, "name")
                .map(name -> new CreditItem(
                        new PersonItem(Ids.ofTvmaze(person.path("id").asLong(0)), name, facts(person)),
                        "Actor",
                        LenientJson.text(part.path("character"), "name").orElse(null)));
    }

    private static PersonFacts facts(JsonNode person) {
        return new PersonFacts(
                null,
                LenientJson.date(person, "birthday"),
                null,
                LenientJson.text(person.path("image"), "original").orElse(null));
    }
}
