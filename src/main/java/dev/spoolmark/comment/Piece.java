package dev.spoolmark.comment;

import java.util.List;

/// One part of a comment's text, as [Markup] reads it.
public sealed interface Piece {

    /// Plain words; whatever shows them must encode them for its place.
    record Words(String text) implements Piece {}

    record LineBreak() implements Piece {}

    /// An address on the web, of `http` or `https`.
    record Link(String address) implements Piece {}

    /// What only those should read who know the story; never holds another spoiler.
    record Spoiler(List<Piece> hidden) implements Piece {

        public Spoiler {
            hidden = List.copyOf(hidden);
        }
    }
}
