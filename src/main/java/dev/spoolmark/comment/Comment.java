package dev.spoolmark.comment;

import dev.spoolmark.account.UserId;
import java.time.Instant;

/// Something said about a thing, by whom and when.
///
/// @param likes how many people liked it
/// @param replies how many comments answer it
public record Comment(CommentId id, UserId author, CommentText saying, Instant at, int likes, int replies) {}
