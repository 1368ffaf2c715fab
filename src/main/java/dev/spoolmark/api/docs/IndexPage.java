package dev.spoolmark.api.docs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// All methods by section, and an introduction.
final class IndexPage {

    private static final String SHELL = """
            KEY=the key of an application, 40 hex digits
            NAME=your name
            SHA1=$(printf %s 'your password' | sha1sum | cut -c1-40)""";

    private IndexPage() {}

    static String of(List<MethodDoc> entries, DocTexts texts) {
        HtmlBuilder page = HtmlBuilder.page("The methods of this server");
        page.element(
                "p",
                "Every address holds the key of the application that calls. Who signs in sends a name and the SHA-1 of"
                        + " a password, as a Basic header or as the members username and password of the body. The lines"
                        + " on the pages below work in a shell where these three are set:");
        page.element("pre", SHELL);
        page.element(
                "p",
                "A body is JSON or a form. Optional parameters may stand in the address behind the others, in the query"
                        + " or in the body. Failures say so in a body with the members status and error.");
        page.link("p", "/api-docs/openapi.json", "All of it as OpenAPI 3.1");
        bySection(entries).forEach((section, methods) -> section(page, section, methods, texts));
        return page.end();
    }

    private static Map<String, List<MethodDoc>> bySection(List<MethodDoc> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(MethodDoc::section, LinkedHashMap::new, Collectors.toList()));
    }

    private static void section(HtmlBuilder page, String section, List<MethodDoc> methods, DocTexts texts) {
        page.element("h2", section).open("table");
        for (MethodDoc entry : methods) {
            page.open("tr")
                    .link("td", "/api-docs/" + entry.name(), entry.name())
                    .element("td", entry.method().httpMethod())
                    .element("td", texts.summary(entry))
                    .close("tr");
        }
        page.close("table");
    }
}
