package dev.spoolmark.comment;

import java.util.List;

/// A part of the text of a comment, parsed by [Markup].
public sealed interface MarkupNode {

    /// Plain text; not encoded for any output.
    record Text(String text) implements MarkupNode {}

    record LineBreak() implements MarkupNode {}

    /// A link with `http` or `https`.
    record Link(String address) implements MarkupNode {}

    /// A spoiler; contains no other spoiler.
    record Spoiler(List<MarkupNode> hidden) implements MarkupNode {

        public Spoiler {
            hidden = List.copyOf(hidden);
        }
    }
}
