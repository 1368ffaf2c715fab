/// What people say about a movie, show or episode: short shouts and long reviews, for everybody to read.
///
/// Start with [dev.spoolmark.comment.Comments]. It must not know how a dialect or a page marks up a text.
@NullMarked
package dev.spoolmark.comment;

import org.jspecify.annotations.NullMarked;
