package dev.spoolmark.web.item;

import dev.spoolmark.web.PageHandler;
import dev.spoolmark.web.PageRoutes;

/// All pages of this package, and the forms about items.
public final class ItemRoutes {

    private final ItemPageFeatures features;

    public ItemRoutes(ItemPageFeatures features) {
        this.features = features;
    }

    /// The first page of a user who has signed in.
    public PageHandler home() {
        return new UserHomePages(features)::show;
    }

    public void declare(PageRoutes routes) {
        new SearchPages(features).declare(routes);
        new MoviePages(features).declare(routes);
        new ShowPages(features).declare(routes);
        new SeasonPages(features).declare(routes);
        new EpisodePages(features).declare(routes);
        new PersonPages(features).declare(routes);
        new RelatedPages(features).declare(routes);
        WatchedActions watched = new WatchedActions(features);
        watched.declare(routes);
        new QueuedWatchedActions(watched, features.clock()).declare(routes);
        new UndoActions(features).declare(routes);
        new CheckinActions(features).declare(routes);
        new ItemActions(features).declare(routes);
        new ShowActions(features).declare(routes);
        new SelectedShowActions(features).declare(routes);
        new CommentActions(features).declare(routes);
        new NoteActions(features).declare(routes);
        new OrderActions(features).declare(routes);
    }
}
