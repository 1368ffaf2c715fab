/// Whom one follows, and who may see what.
///
/// Start with [dev.spoolmark.social.ProfileAccess]. It must not know what there is to be seen.
@NullMarked
package dev.spoolmark.social;

import org.jspecify.annotations.NullMarked;
