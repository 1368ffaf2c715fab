/// Pages of imports: upload, preview, progress, report, matching by hand, undo.
@NullMarked
package dev.spoolmark.web.imports;

import org.jspecify.annotations.NullMarked;
