package dev.spoolmark.api.docs;

import dev.spoolmark.account.Permission;
import dev.spoolmark.wire.Access;
import dev.spoolmark.wire.Member;
import java.util.List;

/// All there is to know about one method.
final class MethodPage {

    private final Entry entry;
    private final Wording wording;
    private final Html page;

    private MethodPage(Entry entry, Wording wording) {
        this.entry = entry;
        this.wording = wording;
        this.page = Html.page(entry.name());
    }

    static String of(Entry entry, Wording wording) {
        return new MethodPage(entry, wording).written();
    }

    private String written() {
        page.element("p", wording.summary(entry));
        page.element("pre", entry.method().verb() + " " + entry.method().path());
        manners();
        parameters();
        fields();
        page.element("h2", "Example").element("pre", new Example(wording).curl(entry));
        wording.answer(entry)
                .ifPresent(answer -> page.element("h3", "An answer").element("pre", answer.strip()));
        failures();
        page.link("p", "/api-docs", "All methods");
        return page.end();
    }

    private void manners() {
        Permission permission = entry.method().permission();
        page.open("table")
                .row("verbs", String.join(", ", entry.verbs()))
                .row("sign-in", signIn(entry.method().access()))
                .row("permission", permission == null ? "none in particular" : permission.optionWord())
                .close("table");
    }

    private static String signIn(Access access) {
        return switch (access) {
            case OPEN -> "None; credentials are not looked at.";
            case WELCOME -> "None; who signs in gets more.";
            case OPTIONAL -> "Optional; who signs in gets more.";
            case SIGNED_IN -> "Required.";
        };
    }

    private void parameters() {
        page.element("h2", "Parameters").open("table");
        for (Parameter one : entry.parameters()) {
            page.row(one.name(), one.required() ? "required" : "optional", wording.parameter(one.name()));
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

    private void fields(String before, List<Member> members) {
        for (Member member : members) {
            String name = before + member.name() + (member.many() ? "[]" : "");
            page.row(name, wording.field(member.name()));
            fields(name + ".", member.members());
        }
    }

    private void failures() {
        page.element("h2", "Failures").open("table");
        for (Failure failure : Failure.of(entry)) {
            page.row(Integer.toString(failure.status()), failure.when());
        }
        page.close("table");
    }
}
