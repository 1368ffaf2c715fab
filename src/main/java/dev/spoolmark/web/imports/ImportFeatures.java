package dev.spoolmark.web.imports;

import dev.spoolmark.catalog.Catalog;
import dev.spoolmark.search.Search;
import dev.spoolmark.transfer.run.Imports;
import dev.spoolmark.visibility.ProvisionalAccess;
import java.time.InstantSource;

/// What the pages of imports need.
///
/// @param visibility which provisional items a user may choose
public record ImportFeatures(
        Imports imports, Catalog catalog, ProvisionalAccess visibility, Search search, InstantSource clock) {}
