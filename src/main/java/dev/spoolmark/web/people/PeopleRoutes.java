package dev.spoolmark.web.people;

import dev.spoolmark.web.PageRoutes;

/// All pages of this package, and their forms.
public final class PeopleRoutes {

    private final PeopleFeatures features;

    public PeopleRoutes(PeopleFeatures features) {
        this.features = features;
    }

    public void declare(PageRoutes routes) {
        Profiles profiles = new Profiles(features);
        new ProfilePages(features, profiles).declare(routes);
        new ProfileItemPages(features, profiles).declare(routes);
        new ProfileHistoryPages(features, profiles).declare(routes);
        new ProfileRatingPages(features, profiles).declare(routes);
        new FollowerPages(features, profiles).declare(routes);
        new ComparePages(features, profiles).declare(routes);
        new FollowForms(features, profiles).declare(routes);
        new RequestPages(features).declare(routes);
        new ActivityPages(features).declare(routes);
        new WatchingPages(features).declare(routes);
        new TogetherPages(features).declare(routes);
    }
}
