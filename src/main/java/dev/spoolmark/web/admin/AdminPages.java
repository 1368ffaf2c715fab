package dev.spoolmark.web.admin;

import dev.spoolmark.web.PageRoutes;

/// All pages of administrators.
public final class AdminPages {

    private final AdminFeatures features;

    public AdminPages(AdminFeatures features) {
        this.features = features;
    }

    public void declare(PageRoutes routes) {
        new OverviewPages(features).declare(routes);
        new UserPages(features).declare(routes);
        new ResetLinkPages(features).declare(routes);
        new DeleteUserPages(features).declare(routes);
        new InvitePages(features).declare(routes);
        new ApplicationPages(features).declare(routes);
        new SourcePages(features).declare(routes);
        new JobPages(features).declare(routes);
        new BackupPages(features).declare(routes);
        new LogPages(features).declare(routes);
        new SettingPages(features).declare(routes);
        new AboutPages(features.status()).declare(routes);
    }
}
