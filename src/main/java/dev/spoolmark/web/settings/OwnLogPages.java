package dev.spoolmark.web.settings;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.audit.AuditEntry;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.text.Texts;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the security log contains about the user who reads it.
public final class OwnLogPages {

    private static final int MAX_ENTRIES = 100;

    private final Accounts accounts;

    OwnLogPages(Accounts accounts) {
        this.accounts = accounts;
    }

    /// The newest entries, at most 100.
    public record OwnLogPage(Layout layout, List<Line> lines) {

        public OwnLogPage {
            lines = List.copyOf(lines);
        }
    }

    /// An entry in words.
    ///
    /// @param detail may be empty
    /// @param address of the network, or null if it is unknown
    /// @param times how often it happened within a minute
    public record Line(
            Instant at,
            String action,
            String detail,
            String channel,
            @Nullable String address,
            int times) {}

    void declare(PageRoutes routes) {
        routes.get("/settings/security/log", PageAccess.SIGNED_IN, this::show);
    }

    private Response show(PageRequest request) {
        long user = request.account().id().value();
        List<AuditEntry> entries = request.waiting(() -> accounts.audit().newestAbout(user, MAX_ENTRIES));
        List<Line> lines =
                entries.stream().map(entry -> line(request.text(), entry)).toList();
        return request.page("page/settings/log", new OwnLogPage(request.layout("settings.log.title"), lines));
    }

    private static Line line(Texts texts, AuditEntry entry) {
        return new Line(
                entry.at(),
                text(texts, "settings.log.action.", entry.action()),
                entry.detail(),
                text(texts, "settings.log.channel.", entry.by().channel()),
                entry.by().address(),
                entry.times());
    }

    /// The name in the database where there is no text: another version may have written it.
    private static String text(Texts texts, String prefix, String name) {
        String key = prefix + name.replace('-', '_');
        return texts.has(key) ? texts.get(key) : name;
    }
}
