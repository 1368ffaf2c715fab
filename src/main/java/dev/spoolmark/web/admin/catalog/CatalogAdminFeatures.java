package dev.spoolmark.web.admin.catalog;

import dev.spoolmark.account.audit.Audit;
import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.catalog.edit.CatalogEditor;
import dev.spoolmark.catalog.edit.ItemConfirmation;
import dev.spoolmark.catalog.merge.ItemCompletion;
import dev.spoolmark.search.Search;

/// What the pages about the catalog show and change.
public record CatalogAdminFeatures(
        CatalogEditor editor,
        ItemConfirmation confirmation,
        ItemCompletion merges,
        Catalog catalog,
        Search search,
        Audit audit) {}
