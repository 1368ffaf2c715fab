package dev.spoolmark.comment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Parses the markup in comments: line breaks, links, and `[spoiler]…[/spoiler]`. Everything else is plain
/// text (`docs/security.md#sec-o1`).
public final class Markup {

    private static final String OPEN = "[spoiler]";
    private static final String CLOSE = "[/spoiler]";

    /// A link does not begin inside a word, and ends at the first character that cannot be part of a URL.
    private static final Pattern SIGN = Pattern.compile(
            "(?<line>\r\n|\r|\n)|(?<!\\p{Alnum})(?<link>(?i:https?)://(?=[\\p{L}\\p{N}])[^\\s\\p{Cntrl}<>\"\\[\\]]{1,2000})");

    /// Punctuation after a link that is not part of it.
    private static final String SENTENCE_ENDS = ".,;:!?)'";

    private Markup() {}

    public static List<MarkupNode> read(String text) {
        List<MarkupNode> nodes = new ArrayList<>();
        int from = 0;
        int open = text.indexOf(OPEN);
        int close = open < 0 ? open : text.indexOf(CLOSE, open);
        while (close >= 0) {
            readLines(text.substring(from, open), nodes);
            nodes.add(spoiler(text.substring(open + OPEN.length(), close)));
            from = close + CLOSE.length();
            open = text.indexOf(OPEN, from);
            close = open < 0 ? open : text.indexOf(CLOSE, open);
        }
        readLines(text.substring(from), nodes);
        return nodes;
    }

    private static MarkupNode spoiler(String text) {
        List<MarkupNode> hidden = new ArrayList<>();
        readLines(text, hidden);
        return new MarkupNode.Spoiler(hidden);
    }

    private static void readLines(String text, List<MarkupNode> nodes) {
        Matcher sign = SIGN.matcher(text);
        int from = 0;
        while (sign.find()) {
            String link = sign.group("link");
            int end = link == null ? sign.end() : sign.start() + length(link);
            addText(text.substring(from, sign.start()), nodes);
            nodes.add(
                    link == null ? new MarkupNode.LineBreak() : new MarkupNode.Link(text.substring(sign.start(), end)));
            from = end;
        }
        addText(text.substring(from), nodes);
    }

    private static int length(String link) {
        int length = link.length();
        while (SENTENCE_ENDS.indexOf(link.charAt(length - 1)) >= 0) {
            length--;
        }
        return length;
    }

    private static void addText(String text, List<MarkupNode> nodes) {
        if (!text.isEmpty()) {
            nodes.add(new MarkupNode.Text(text));
        }
    }
}
