package dev.spoolmark.web.imports;

import dev.spoolmark.web.PageRoutes;

/// All pages of imports.
public final class ImportPages {

    static final String PATH = "/import";
    static final String RUN_PATH = PATH + "/{run}";

    private final ImportFeatures features;

    public ImportPages(ImportFeatures features) {
        this.features = features;
    }

    public void declare(PageRoutes routes) {
        new ImportUploadPages(features).declare(routes);
        new ImportRunPages(features).declare(routes);
        new ImportRowPages(features).declare(routes);
        new ImportReportFiles(features.imports()).declare(routes);
    }
}
