package dev.spoolmark.comment;

import dev.spoolmark.catalog.MediaId;
import org.jspecify.annotations.Nullable;

/// A comment of a user with its item.
///
/// @param parent the comment that it replies to, null if it is no reply
public record WrittenComment(MediaId item, @Nullable CommentId parent, Comment comment) {}
