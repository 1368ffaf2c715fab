package dev.spoolmark.web.statistics;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.social.ProfileAccess;
import dev.spoolmark.stats.viewing.SharedReviews;
import dev.spoolmark.stats.viewing.ViewingStatistics;
import dev.spoolmark.web.PageRoutes;
import java.time.InstantSource;

/// The pages with statistics of a user.
public record StatisticsRoutes(
        Accounts accounts,
        ProfileAccess access,
        Catalog catalog,
        ViewingStatistics statistics,
        SharedReviews reviews,
        InstantSource clock) {

    public void declare(PageRoutes routes) {
        StatisticsAccess found = new StatisticsAccess(accounts, access, reviews);
        StatisticsNames names = new StatisticsNames(catalog);
        new StatisticsPages(statistics, found, names, clock).declare(routes);
        new ReviewPages(statistics, reviews, found, names).declare(routes);
    }
}
