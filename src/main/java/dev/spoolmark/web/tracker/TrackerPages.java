package dev.spoolmark.web.tracker;

import dev.spoolmark.web.PageHandler;
import dev.spoolmark.web.PageRoutes;

/// All pages of this package, and the forms of the tracker.
public final class TrackerPages {

    private final TrackerFeatures features;

    public TrackerPages(TrackerFeatures features) {
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
        new WatchedActions(features).declare(routes);
        new UndoActions(features).declare(routes);
        new ItemActions(features).declare(routes);
        new CommentActions(features).declare(routes);
    }
}
