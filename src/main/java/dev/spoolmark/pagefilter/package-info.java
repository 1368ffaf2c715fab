/// The filter that a user has last chosen on each page.
///
/// Start with [dev.spoolmark.pagefilter.PageFilters]. It does not know the pages and what their filters mean.
@NullMarked
package dev.spoolmark.pagefilter;

import org.jspecify.annotations.NullMarked;
