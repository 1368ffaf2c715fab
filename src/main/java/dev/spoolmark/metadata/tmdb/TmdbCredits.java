package dev.spoolmark.metadata.tmdb;

import dev.spoolmark.catalog.Ids;
import dev.spoolmark.catalog.PersonFacts;
import dev.spoolmark.catalog.ingest.SourceItem.CreditItem;
import dev.spoolmark.catalog.ingest.SourceItem.PersonItem;
import dev.spoolmark.metadata.LenientJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads cast and crew of TMDB.
final class TmdbCredits {

    /// The maximum number of members of the cast that are imported.
    private static final int CAST = 50;

    /// The jobs of the crew that are imported, with their names here.
    private static final Map<String, String> JOBS = Map.of(
            "Director", "Director",
            "Writer", "Writer",
            "Screenplay", "Writer",
            "Producer", "Producer",
            "Executive Producer", "Executive Producer");

    private TmdbCredits() {}

    /// @return the cast in billing order, then the crew
    static List<CreditItem> of(JsonNode body) {
        JsonNode credits = body.path("credits");
        Stream<CreditItem> cast = credits.path("cast")
                .valueStream()
                .limit(CAST)
                .flatMap(part -> credit(part, "Actor", LenientJson.textOrNull(part, "character")).stream());
        Stream<CreditItem> crew = credits.path("crew")
                .valueStream()
                .flatMap(
                        part -> Optional.ofNullable(JOBS.get(part.path("job").asString("")))
                                .flatMap(job -> credit(part, job, null))
                                .stream());
        return Stream.concat(cast, crew).distinct().toList();
    }

    private static Optional<CreditItem> credit(JsonNode part, String job, @Nullable String character) {
        Long id = LenientJson.number(part, "id");
        return LenientJson.text(part, "name")
                .map(name -> new CreditItem(
                        new PersonItem(
                                id == null ? Ids.NONE : TmdbItem.own(id),
                                name,
                                new PersonFacts(null, null, null, TmdbImages.image(part, "profile_path"))),
                        job,
                        character));
    }
}
