package dev.spoolmark.transfer;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Permission;
import dev.spoolmark.account.apppassword.AppPassword;
import dev.spoolmark.account.audit.AuditEntry;
import dev.spoolmark.account.audit.AuditFilter;
import dev.spoolmark.account.audit.AuditPage;
import dev.spoolmark.account.audit.AuditPosition;
import dev.spoolmark.account.session.Session;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.JsonStream;
import dev.spoolmark.oauth.ConnectedApplication;
import dev.spoolmark.oauth.OAuthApplication;
import dev.spoolmark.oauth.StoredGrant;
import dev.spoolmark.openid.LinkedIdentity;
import dev.spoolmark.social.ProfileView;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What has access to the account, without any secret, hash or complete key; and the security log.
final class ManifestAccess {

    private final ExportSources sources;
    private final Account account;

    ManifestAccess(ExportSources sources, ProfileView self) {
        this.sources = sources;
        this.account = self.account();
    }

    void write(JsonStream json) {
        json.array("sessions", map(sources.sessions().list(account), ManifestAccess::session));
        json.array(
                "app_passwords",
                map(sources.accounts().appPasswords().list(account.id()), ManifestAccess::appPassword));
        json.array(
                "connected_applications", map(sources.oauth().tokens().connected(account), ManifestAccess::connected));
        json.array(
                "personal_access_tokens",
                map(
                        sources.oauth().personalTokens().of(account),
                        grant -> grant(grant).put("name", grant.name())));
        json.array("own_applications", map(sources.oauth().applications().ownedBy(account.id()), ManifestAccess::own));
        json.array("linked_identities", map(sources.identities().of(account), ManifestAccess::identity));
        json.array("security_log", this::securityLog);
    }

    private static <T> List<JsonObject> map(List<T> rows, Function<T, JsonObject> render) {
        return rows.stream().map(render).toList();
    }

    private static JsonObject session(Session session) {
        return new JsonObject()
                .put("device", session.device())
                .put("address", session.address())
                .put("started_at", ExportTime.of(session.startedAt()))
                .put("used_at", ExportTime.of(session.usedAt()))
                .put("verified_at", ExportTime.of(session.verifiedAt()));
    }

    private static JsonObject appPassword(AppPassword password) {
        return new JsonObject()
                .put("name", password.name())
                .put("permission", password.permission().key())
                .put("created_at", ExportTime.of(password.createdAt()))
                .put("used_at", ExportTime.orNull(password.usedAt()));
    }

    private static JsonObject connected(ConnectedApplication connected) {
        JsonObject row = grant(connected.grant());
        connected
                .application()
                .ifPresent(application ->
                        row.put("application", application.name()).put("key", application.maskedKey()));
        return row;
    }

    private static JsonObject grant(StoredGrant grant) {
        return new JsonObject()
                .put(
                        "scopes",
                        grant.scopes().stream().sorted().map(Permission::key).toList())
                .put("created_at", ExportTime.of(grant.createdAt()))
                .put("expires_at", ExportTime.orNull(grant.expiresAt()))
                .put("used_at", ExportTime.orNull(grant.lastUsedAt()));
    }

    private static JsonObject own(OAuthApplication application) {
        return new JsonObject()
                .put("name", application.application().name())
                .put("key", application.application().maskedKey())
                .put("type", application.type().name().toLowerCase(Locale.ROOT))
                .put("redirect_uris", application.redirectUris());
    }

    private static JsonObject identity(LinkedIdentity identity) {
        return new JsonObject()
                .put("issuer", identity.issuer())
                .put("label", identity.label())
                .put("linked_at", ExportTime.of(identity.linkedAt()));
    }

    private Iterator<JsonObject> securityLog() {
        AuditFilter own = new AuditFilter(null, account.id().value());
        List<Optional<AuditPosition>> next = new ArrayList<>(List.of(Optional.empty()));
        PageReader<AuditEntry> reader = (after, max) -> {
            if (after != null && next.getFirst().isEmpty()) {
                return List.of();
            }
            AuditPage page = sources.accounts().audit().page(own, next.getFirst(), max);
            next.set(0, page.next());
            return page.entries();
        };
        return PageReader.<AuditEntry, JsonObject>all(
                        reader, ExportArchive.PAGE_SIZE, rows -> map(rows, ManifestAccess::logEntry))
                .iterator();
    }

    private static JsonObject logEntry(AuditEntry entry) {
        return new JsonObject()
                .put("at", ExportTime.of(entry.at()))
                .put("action", entry.action())
                .put("channel", entry.by().channel())
                .put("address", entry.by().address())
                .put("times", entry.times())
                .put("detail", entry.detail());
    }
}
