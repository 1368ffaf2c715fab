package dev.spoolmark.api.v1.model;

import dev.spoolmark.comment.Markup;
import dev.spoolmark.comment.MarkupNode;
import dev.spoolmark.core.HtmlEntities;
import java.util.List;

/// The text of a comment as HTML, for clients that display it directly. Generated from parsed [Markup], with all
/// text escaped for its context (`docs/security.md#sec-o1`).
final class V1Html {

    private V1Html() {}

    static String of(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        append(html, Markup.read(text));
        return html.toString();
    }

    private static void append(StringBuilder html, List<MarkupNode> nodes) {
        for (MarkupNode node : nodes) {
            switch (node) {
                case MarkupNode.Text(String text) -> html.append(HtmlEntities.encode(text));
                case MarkupNode.LineBreak() -> html.append("<br>");
                case MarkupNode.Link(String address) -> link(html, address);
                case MarkupNode.Spoiler(List<MarkupNode> hidden) -> {
                    html.append("<span class=\"spoiler\">");
                    append(html, hidden);
                    html.append("</span>");
                }
            }
        }
    }

    private static void link(StringBuilder html, String address) {
        html.append("<a href=\"");
        html.append(HtmlEntities.encode(address));
        html.append("\" rel=\"nofollow ugc noopener noreferrer\">");
        html.append(HtmlEntities.encode(address));
        html.append("</a>");
    }
}
