package dev.spoolmark.metadata.tmdb;

import dev.spoolmark.catalog.Images;
import dev.spoolmark.metadata.LenientJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads the URLs of images of TMDB.
final class TmdbImages {

    private static final String BASE_URL = "https://image.tmdb.org/t/p/original";

    private TmdbImages() {}

    /// @return poster and background of a movie or show
    static Images of(JsonNode body) {
        return new Images(image(body, "poster_path"), image(body, "backdrop_path"), null);
    }

    /// @return the URL of the image that this member names, in its original size
    static @Nullable String image(JsonNode body, String member) {
        return LenientJson.text(body, member)
                .filter(path -> path.startsWith("/"))
                .map(path -> BASE_URL + path)
                .orElse(null);
    }
}
