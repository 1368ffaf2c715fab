package dev.spoolmark.api.v1.media;

import static dev.spoolmark.http.AuthenticationRequirement.NONE;
import static dev.spoolmark.http.AuthenticationRequirement.OPTIONAL;
import static dev.spoolmark.http.DataVisibility.COMMENTS;

import dev.spoolmark.api.v1.V1TitleRenderer;
import dev.spoolmark.api.v1.model.V1Comments;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.Call;

/// `show/comments`, `show/episode/comments` and the older `shouts`: comments on a show or an episode.
public final class ShowCommentsMethods {

    private final Catalog catalog;
    private final V1TitleRenderer titles;
    private final V1Comments comments;

    public ShowCommentsMethods(Catalog catalog, V1TitleRenderer titles, V1Comments comments) {
        this.catalog = catalog;
        this.titles = titles;
        this.comments = comments;
    }

    public void declare(ApiMethodTable v1) {
        v1.get(
                "/show/comments.json/{apikey}/{title}/{type?}",
                OPTIONAL,
                COMMENTS,
                call -> comments.on(show(call), call));
        v1.get(
                "/show/episode/comments.json/{apikey}/{title}/{season}/{episode}/{type?}",
                OPTIONAL,
                COMMENTS,
                call -> comments.on(episode(call), call));
        v1.get("/show/shouts.json/{apikey}/{title}", NONE, COMMENTS, call -> comments.shoutsOn(show(call), call));
        v1.get(
                "/show/episode/shouts.json/{apikey}/{title}/{season}/{episode}",
                NONE,
                COMMENTS,
                call -> comments.shoutsOn(episode(call), call));
    }

    private ShowId show(Call<?> call) {
        return titles.show(call).id();
    }

    private EpisodeId episode(Call<?> call) {
        return titles.episode(call, catalog.guide(show(call))).id();
    }
}
