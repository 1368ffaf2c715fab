package dev.spoolmark.api.v1;

import dev.spoolmark.comment.Markup;
import dev.spoolmark.comment.Piece;
import java.util.List;

/// The text of a comment as HTML, for clients that show it as it is. Made from what [Markup] read, every word encoded
/// for its place (`SEC-O1`).
final class V1Html {

    private V1Html() {}

    static String of(String text) {
        StringBuilder html = new StringBuilder(text.length() + 16);
        append(html, Markup.read(text));
        return html.toString();
    }

    private static void append(StringBuilder html, List<Piece> pieces) {
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Words(String text) -> encode(html, text);
                case Piece.LineBreak() -> html.append("<br>");
                case Piece.Link(String address) -> link(html, address);
                case Piece.Spoiler(List<Piece> hidden) -> {
                    html.append("<span class=\"spoiler\">");
                    append(html, hidden);
                    html.append("</span>");
                }
            }
        }
    }

    private static void link(StringBuilder html, String address) {
        html.append("<a href=\"");
        encode(html, address);
        html.append("\" rel=\"nofollow ugc noopener noreferrer\">");
        encode(html, address);
        html.append("</a>");
    }

    private static void encode(StringBuilder html, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(c);
            }
        }
    }
}
