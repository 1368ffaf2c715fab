package dev.spoolmark.web;

import dev.spoolmark.account.Language;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.Theme;
import dev.spoolmark.account.session.CurrentSession;
import dev.spoolmark.account.session.Sessions;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.RequestHead;
import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.http.TemplateRouter;
import dev.spoolmark.http.body.LargeBodyListener;
import dev.spoolmark.http.body.ReceivedBody;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.form.FormBody;
import dev.spoolmark.web.text.Formats;
import dev.spoolmark.web.text.Languages;
import dev.spoolmark.web.text.Texts;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens requests for pages: finds the session, checks where a form comes from, parses it.
public final class PageRequests {

    /// The field of every form that holds the token of the session.
    public static final String CSRF_FIELD = "_csrf";

    private final Site site;
    private final ProxyUsers proxyUsers;
    private final Languages languages;
    private final ZoneId zone;

    /// @param proxyUsers users whom a proxy has authenticated
    /// @param zone time zone for visitors who have not signed in
    public PageRequests(Site site, ProxyUsers proxyUsers, Languages languages, ZoneId zone) {
        this.site = site;
        this.proxyUsers = proxyUsers;
        this.languages = languages;
        this.zone = zone;
    }

    /// The request of a visitor who is not known, without its form.
    PageRequest plain(ServerRequest request) {
        Visitor visitor = anonymous(request);
        return new PageRequest(request, Map.of(), site, visitor, Form.empty(visitor.texts()));
    }

    /// The request with its session and its form.
    ///
    /// @throws ProblemException with `NotAllowed` when the form was not sent by a page of this session, `TooBig` or
    ///     `Unreadable` when it cannot be read
    PageRequest open(ServerRequest request, TemplateRouter.Match<PageRoute> match) {
        Visitor visitor = visitor(request);
        boolean isForm = !match.target().isRead();
        if (isForm && !CrossSiteCheck.isSameSite(request)) {
            throw new ProblemException(new Problem.NotAllowed("the form was sent by another site"));
        }
        Form form = isForm && !match.target().isUpload() ? form(request, visitor) : Form.empty(visitor.texts());
        return new PageRequest(request, match.variables(), site, visitor, form);
    }

    /// What responds in place of the page when the visitor has to sign in or to confirm the password before.
    Optional<PageHandler> requiredStep(PageRequest request, PageRoute route) {
        if (route.access() == PageAccess.PUBLIC) {
            return isFirstPageOfProxyUser(request, route)
                    ? Optional.of(page -> page.redirectAndReturn("/signin"))
                    : Optional.empty();
        }
        if (request.currentSession().isEmpty()) {
            return Optional.of(page -> page.redirectAndReturn("/signin"));
        }
        if (route.access() == PageAccess.SIGNED_IN) {
            return Optional.empty();
        }
        if (!request.account().admin()) {
            throw new ProblemException(new Problem.NotAllowed("only administrators may see this page"));
        }
        return request.hasConfirmed(Sessions.ADMINISTRATION)
                ? Optional.empty()
                : Optional.of(page -> Confirmation.require(
                        page, route.handler(), unconfirmed -> unconfirmed.redirectAndReturn("/confirm")));
    }

    /// Whether a user whom a proxy has authenticated opens the first page: no button is needed to sign in.
    private boolean isFirstPageOfProxyUser(PageRequest request, PageRoute route) {
        return route.isRead()
                && route.path().equals("/")
                && request.currentSession().isEmpty()
                && proxyUsers.account(request.http()).isPresent();
    }

    private Form form(ServerRequest request, Visitor visitor) {
        Map<String, List<String>> values;
        try (ReceivedBody body = request.body(FormBody.LIMIT_BYTES, LargeBodyListener.ACCEPT)) {
            values = FormBody.parse(new String(body.bytes(), StandardCharsets.ISO_8859_1));
        }
        CurrentSession session = visitor.session();
        if (session != null) {
            List<String> sent = values.getOrDefault(CSRF_FIELD, List.of());
            if (sent.size() != 1 || !session.isCsrfToken(sent.getFirst())) {
                throw new ProblemException(new Problem.NotAllowed("the form is no longer valid"));
            }
        }
        return new Form(visitor.texts(), values);
    }

    private Visitor visitor(ServerRequest request) {
        return request.runBlocking(() -> site.cookie()
                        .read(request)
                        .flatMap(token -> site.sessions().find(token, request.client()))
                        .filter(session -> isOfProxyUser(session, request)))
                .map(found -> signedIn(request, found))
                .orElseGet(() -> anonymous(request));
    }

    /// A session of another user than the proxy names is not used: another user uses the browser now.
    private boolean isOfProxyUser(CurrentSession session, ServerRequest request) {
        return proxyUsers.mayUse(request, session.account());
    }

    private Visitor anonymous(RequestHead request) {
        Texts texts = languages.accepted(request.header("Accept-Language"));
        return new Visitor(null, texts, new Formats(zone, texts.language(), true), Theme.AUTOMATIC);
    }

    private Visitor signedIn(RequestHead request, CurrentSession session) {
        Preferences preferences = session.account().preferences();
        Language language = preferences.pages().language();
        Texts texts = language == Language.AUTOMATIC
                ? languages.accepted(request.header("Accept-Language"))
                : languages.texts(language.key());
        Formats formats = new Formats(preferences.timeZone(), texts.language(), preferences.clock24Hours());
        return new Visitor(session, texts, formats, preferences.pages().theme());
    }
}
