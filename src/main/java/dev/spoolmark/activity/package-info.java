/// When anything last changed, and the record of what people did.
///
/// Start with [dev.spoolmark.activity.ActivityStamps]. It must not know the features that report to it.
@NullMarked
package dev.spoolmark.activity;

import org.jspecify.annotations.NullMarked;
