/// Pages of administrators, below `/admin`.
///
/// Start with [dev.spoolmark.web.admin.AdminPages].
@NullMarked
package dev.spoolmark.web.admin;

import org.jspecify.annotations.NullMarked;
