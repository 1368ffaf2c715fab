package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.NONE;
import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.COMMENTS;

import dev.spoolmark.api.v1.V1TitleRenderer;
import dev.spoolmark.api.v1.model.V1Comments;
import dev.spoolmark.catalog.MediaId.MovieId;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;

/// `movie/comments` and the older `movie/shouts`: comments on a movie.
public final class MovieCommentsMethods {

    private final V1TitleRenderer titles;
    private final V1Comments comments;

    public MovieCommentsMethods(V1TitleRenderer titles, V1Comments comments) {
        this.titles = titles;
        this.comments = comments;
    }

    public void declare(ApiMethodTable v1) {
        v1.get(
                "/movie/comments.json/{apikey}/{title}/{type?}",
                OPTIONAL,
                COMMENTS,
                call -> comments.on(movie(call), call));
        v1.get("/movie/shouts.json/{apikey}/{title}", NONE, COMMENTS, call -> comments.shoutsOn(movie(call), call));
    }

    private MovieId movie(Call<?> call) {
        return titles.movie(call).id();
    }
}
