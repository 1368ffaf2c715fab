package dev.spoolmark.web.oauth;

import dev.spoolmark.account.Permission;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.oauth.PersonalToken;
import dev.spoolmark.oauth.PersonalTokens;
import dev.spoolmark.oauth.Scopes;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Creates personal access tokens. The password is confirmed before.
public final class PersonalTokenPages {

    private static final String NEW = ConnectionPages.PATH + "/tokens/new";

    private final PersonalTokens tokens;

    PersonalTokenPages(PersonalTokens tokens) {
        this.tokens = tokens;
    }

    /// @param scopes what a token may permit
    /// @param lifetimes to choose from
    public record NewTokenPage(Layout layout, Form form, List<Scope> scopes, List<Choice> lifetimes) {

        public NewTokenPage {
            scopes = List.copyOf(scopes);
            lifetimes = List.copyOf(lifetimes);
        }
    }

    /// A checkbox for a permission.
    public record Scope(String key, String text, boolean checked) {}

    /// @param token shown this once
    /// @param may what it permits, in a few words
    public record TokenPage(Layout layout, String name, String token, String may) {}

    /// How long a token is valid.
    private enum Lifetime {
        MONTH(30),
        QUARTER(90),
        YEAR(365),
        UNLIMITED(0);

        private final int days;

        Lifetime(int days) {
            this.days = days;
        }

        Optional<Duration> duration() {
            return days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days));
        }
    }

    void declare(PageRoutes routes) {
        routes.get(NEW, PageAccess.SIGNED_IN, Confirmation.before(NEW, PersonalTokenPages::show))
                .post(NEW, PageAccess.SIGNED_IN, Confirmation.before(NEW, this::create));
    }

    private static Response show(PageRequest request) {
        Form form = Form.of(request.text(), Map.of("lifetime", Form.key(Lifetime.QUARTER), "scope", "read"));
        return request.page("page/oauth/new-token", page(request, form));
    }

    private static NewTokenPage page(PageRequest request, Form form) {
        Texts texts = request.text();
        List<Scope> scopes = Scopes.all().stream()
                .sorted()
                .map(Permission::key)
                .map(key -> new Scope(
                        key, texts.get("oauth.may." + key), form.all("scope").contains(key)))
                .toList();
        return new NewTokenPage(
                request.layout("oauth.token.new.title"),
                form,
                scopes,
                Choice.of(Lifetime.class, texts, "oauth.lifetime."));
    }

    private Response create(PageRequest request) {
        Form form = request.form();
        String name = FormValues.name(form);
        Set<Permission> scopes = scopes(form);
        Lifetime lifetime = form.choice("lifetime", Lifetime.class);
        if (lifetime != null && !form.hasErrors()) {
            try {
                PersonalToken token = request.waiting(() -> tokens.create(
                        request.account(),
                        name,
                        scopes,
                        lifetime.duration(),
                        Actor.web(request.http().client())));
                return created(request, token);
            } catch (ProblemException refused) {
                FormValues.note(form, "name", refused);
            }
        }
        return request.invalid("page/oauth/new-token", page(request, form));
    }

    private static Response created(PageRequest request, PersonalToken token) {
        return request.page(
                "page/oauth/token",
                new TokenPage(
                        request.layout("oauth.token.created.title"),
                        String.valueOf(token.grant().name()),
                        token.token().revealText(),
                        ScopeTexts.brief(token.grant().scopes(), request.text())));
    }

    /// The checked permissions; at least one.
    private static Set<Permission> scopes(Form form) {
        List<String> sent = form.all("scope");
        Set<Permission> scopes = sent.stream()
                .flatMap(key -> Permission.ofKey(key).stream())
                .filter(Scopes.all()::contains)
                .collect(Collectors.toSet());
        if (scopes.isEmpty()) {
            form.error("scope", "oauth.scope.required");
        } else if (scopes.size() != sent.size()) {
            form.error("scope", "form.choice");
        }
        return scopes;
    }
}
