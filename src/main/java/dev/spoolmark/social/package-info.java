/// Following, and access to profiles.
///
/// Start with [dev.spoolmark.social.ProfileAccess]. It does not know the data of a profile.
@NullMarked
package dev.spoolmark.social;

import org.jspecify.annotations.NullMarked;
