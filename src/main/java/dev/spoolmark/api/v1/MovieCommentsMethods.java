package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.SAID;

import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Methods;

/// `movie/comments` and the older `movie/shouts`: what people say about a movie.
final class MovieCommentsMethods {

    private final V1Titles titles;
    private final V1Comments comments;

    MovieCommentsMethods(V1Titles titles, V1Comments comments) {
        this.titles = titles;
        this.comments = comments;
    }

    void declare(Methods v1) {
        v1.get("/movie/comments.json/{apikey}/{title}/{type?}", OPTIONAL, SAID, call -> comments.on(movie(call), call));
        v1.get("/movie/shouts.json/{apikey}/{title}", OPEN, SAID, call -> comments.shoutsOn(movie(call), call));
    }

    private MovieId movie(Call<?> call) {
        return titles.movie(call).id();
    }
}
