package dev.spoolmark.api.docs;

import dev.spoolmark.core.HtmlEntities;

/// Builds an HTML page. All text is escaped.
final class HtmlBuilder {

    private final StringBuilder out = new StringBuilder(4096);

    /// The beginning of a page.
    static HtmlBuilder page(String title) {
        HtmlBuilder page = new HtmlBuilder();
        page.out
                .append("<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\">");
        page.element("title", title)
                .out
                .append("<link rel=\"stylesheet\" href=\"/api-docs/style.css\"></head>\n<body>\n");
        return page.element("h1", title);
    }

    String end() {
        return out.append("</body>\n</html>\n").toString();
    }

    HtmlBuilder element(String tag, String text) {
        open(tag);
        text(text);
        return close(tag);
    }

    /// A link inside an element.
    HtmlBuilder link(String tag, String address, String text) {
        open(tag);
        out.append("<a href=\"").append(HtmlEntities.encode(address)).append("\">");
        text(text);
        out.append("</a>");
        return close(tag);
    }

    /// A table row.
    HtmlBuilder row(String name, String... cells) {
        open("tr").open("td").element("code", name).close("td");
        for (String cell : cells) {
            element("td", cell);
        }
        return close("tr");
    }

    HtmlBuilder open(String tag) {
        out.append('<').append(tag).append('>');
        return this;
    }

    HtmlBuilder close(String tag) {
        out.append("</").append(tag).append(">\n");
        return this;
    }

    private void text(String text) {
        out.append(HtmlEntities.encode(text));
    }
}
