package dev.spoolmark.api.v1;

import static dev.spoolmark.wire.Access.OPEN;
import static dev.spoolmark.wire.Access.OPTIONAL;
import static dev.spoolmark.wire.Visibility.SAID;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.MediaId.EpisodeId;
import dev.spoolmark.catalog.MediaId.ShowId;
import dev.spoolmark.wire.Call;
import dev.spoolmark.wire.Methods;

/// `show/comments`, `show/episode/comments` and the older `shouts`: what people say about a show or one episode.
final class ShowCommentsMethods {

    private final Catalog catalog;
    private final V1Titles titles;
    private final V1Comments comments;

    ShowCommentsMethods(Catalog catalog, V1Titles titles, V1Comments comments) {
        this.catalog = catalog;
        this.titles = titles;
        this.comments = comments;
    }

    void declare(Methods v1) {
        v1.get("/show/comments.json/{apikey}/{title}/{type?}", OPTIONAL, SAID, call -> comments.on(show(call), call));
        v1.get(
                "/show/episode/comments.json/{apikey}/{title}/{season}/{episode}/{type?}",
                OPTIONAL,
                SAID,
                call -> comments.on(episode(call), call));
        v1.get("/show/shouts.json/{apikey}/{title}", OPEN, SAID, call -> comments.shoutsOn(show(call), call));
        v1.get(
                "/show/episode/shouts.json/{apikey}/{title}/{season}/{episode}",
                OPEN,
                SAID,
                call -> comments.shoutsOn(episode(call), call));
    }

    private ShowId show(Call<?> call) {
        return titles.show(call).id();
    }

    private EpisodeId episode(Call<?> call) {
        return titles.episode(call, catalog.guide(show(call))).id();
    }
}
