package dev.spoolmark.api.docs;

import dev.spoolmark.account.Permission;
import dev.spoolmark.http.AuthenticationRequirement;
import dev.spoolmark.http.body.DocumentedField;
import java.util.List;

/// The page about one method.
final class MethodPage {

    private final MethodDoc entry;
    private final DocTexts texts;
    private final HtmlBuilder page;

    private MethodPage(MethodDoc entry, DocTexts texts) {
        this.entry = entry;
        this.texts = texts;
        this.page = HtmlBuilder.page(entry.name());
    }

    static String of(MethodDoc entry, DocTexts texts) {
        return new MethodPage(entry, texts).render();
    }

    private String render() {
        page.element("p", texts.summary(entry));
        page.element("pre", entry.method().httpMethod() + " " + entry.method().path());
        properties();
        parameters();
        fields();
        page.element("h2", "Example").element("pre", new Example(texts).curl(entry));
        texts.response(entry)
                .ifPresent(response -> page.element("h3", "An answer").element("pre", response.strip()));
        failures();
        page.link("p", "/api-docs", "All methods");
        return page.end();
    }

    private void properties() {
        Permission permission = entry.method().permission();
        page.open("table")
                .row("HTTP methods", String.join(", ", entry.httpMethods()))
                .row("sign-in", signIn(entry.method().access()))
                .row("permission", permission == null ? "none in particular" : permission.key())
                .close("table");
    }

    private static String signIn(AuthenticationRequirement access) {
        return switch (access) {
            case NONE -> "None; credentials are not looked at.";
            case OPTIONAL_LENIENT -> "None; who signs in gets more.";
            case OPTIONAL -> "Optional; who signs in gets more.";
            case SIGNED_IN -> "Required.";
        };
    }

    private void parameters() {
        page.element("h2", "Parameters").open("table");
        for (Parameter parameter : entry.parameters()) {
            page.row(
                    parameter.name(),
                    parameter.required() ? "required" : "optional",
                    texts.parameter(parameter.name()));
        }
        page.close("table");
    }

    private void fields() {
        if (!entry.members().isEmpty()) {
            page.element("h2", "Body").open("table");
            fields("", entry.members());
            page.close("table");
        }
    }

    private void fields(String before, List<DocumentedField> members) {
        for (DocumentedField member : members) {
            String name = before + member.name() + (member.many() ? "[]" : "");
            page.row(name, texts.field(member.name()));
            fields(name + ".", member.members());
        }
    }

    private void failures() {
        page.element("h2", "Failures").open("table");
        for (ErrorDoc failure : ErrorDoc.of(entry)) {
            page.row(Integer.toString(failure.status()), failure.condition());
        }
        page.close("table");
    }
}
