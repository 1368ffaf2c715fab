/// Public comments about movies, shows and episodes: short shouts and long reviews.
///
/// Start with [dev.spoolmark.comment.Comments]. It does not know how an API or a page formats a text.
@NullMarked
package dev.spoolmark.comment;

import org.jspecify.annotations.NullMarked;
