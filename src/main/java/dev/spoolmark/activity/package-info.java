/// Times of the last change of each area of a user's data, and what features share that record them.
///
/// Start with [dev.spoolmark.activity.ActivityStamps]. It does not know the features that use it.
@NullMarked
package dev.spoolmark.activity;

import org.jspecify.annotations.NullMarked;
