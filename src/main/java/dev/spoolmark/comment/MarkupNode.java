package dev.spoolmark.comment;

import java.util.List;

/// One part of a comment's text, as [Markup] reads it.
public sealed interface MarkupNode {

    /// Plain words; whatever shows them must encode them for its place.
    record Words(String text) implements MarkupNode {}

    record LineBreak() implements MarkupNode {}

    /// An address on the web, of `http` or `https`.
    record Link(String address) implements MarkupNode {}

    /// What only those should read who know the story; never holds another spoiler.
    record Spoiler(List<MarkupNode> hidden) implements MarkupNode {

        public Spoiler {
            hidden = List.copyOf(hidden);
        }
    }
}
