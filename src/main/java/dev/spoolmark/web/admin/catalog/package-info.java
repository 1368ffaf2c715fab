/// Pages of administrators about the catalog: edit facts, merge duplicates, confirm and delete items.
///
/// Start with [dev.spoolmark.web.admin.catalog.CatalogAdminPages].
@NullMarked
package dev.spoolmark.web.admin.catalog;

import org.jspecify.annotations.NullMarked;
