package dev.spoolmark.web.admin.catalog;

import dev.spoolmark.web.PageRoutes;

/// All pages of administrators about the catalog.
public final class CatalogAdminPages {

    private final CatalogAdminFeatures features;

    public CatalogAdminPages(CatalogAdminFeatures features) {
        this.features = features;
    }

    public void declare(PageRoutes routes) {
        new CatalogOverviewPages(features).declare(routes);
        new DuplicatePages(features).declare(routes);
        new FactPages(features).declare(routes);
        new MergePages(features).declare(routes);
        new DeleteItemPages(features).declare(routes);
    }
}
