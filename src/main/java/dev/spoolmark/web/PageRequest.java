package dev.spoolmark.web;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.session.CurrentSession;
import dev.spoolmark.account.session.NewSession;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.db.QueryTimeout;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.http.UrlDecoder;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.text.Formats;
import dev.spoolmark.web.text.Texts;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A request for a page or with a form, and what a response to it needs.
public final class PageRequest {

    private static final Pattern NOTICE = Pattern.compile("[a-z][a-z_]{1,40}");
    private static final Pattern MESSAGE = Pattern.compile("(?:notice|undo|apply|typing)=");
    private static final int UNPROCESSABLE = 422;

    /// A longer query is not repeated in each form of a page.
    private static final int LONGEST_QUERY = 500;

    /// Begins the names of notices about what was not done.
    private static final String WARNING = "warn_";

    private final ServerRequest request;
    private final Map<String, String> variables;
    private final Map<String, String> query;
    private final Site site;
    private final Visitor visitor;
    private final Form form;

    PageRequest(ServerRequest request, Map<String, String> variables, Site site, Visitor visitor, Form form) {
        this.request = request;
        this.variables = Map.copyOf(variables);
        this.query = UrlDecoder.parseQuery(request.rawQuery());
        this.site = site;
        this.visitor = visitor;
        this.form = form;
    }

    /// A segment of the path, by the name in the template of the route.
    ///
    /// @throws IllegalArgumentException when the template has no such variable
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the route has no variable " + name);
        }
        return value;
    }

    /// A member of the query.
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    /// The form that was sent; empty for a page.
    public Form form() {
        return form;
    }

    /// The session, if the visitor signed in.
    public Optional<CurrentSession> currentSession() {
        return Optional.ofNullable(visitor.session());
    }

    /// The user of a page that needs one.
    ///
    /// @throws ProblemException with `NotSignedIn` when nobody signed in
    public Account account() {
        return session().account();
    }

    /// The same with the session.
    ///
    /// @throws ProblemException with `NotSignedIn` when nobody signed in
    public CurrentSession session() {
        CurrentSession session = visitor.session();
        if (session == null) {
            throw new ProblemException(new Problem.NotSignedIn());
        }
        return session;
    }

    /// The same request after its user has proved their identity again: with the new token of the session, and without
    /// the fields of the confirmation.
    PageRequest renewed(Account account, NewSession session) {
        Map<String, List<String>> values = new HashMap<>(form.values());
        values.keySet().removeIf(name -> name.startsWith(PendingForm.OWN_PREFIX));
        CurrentSession current = new CurrentSession(
                account, session.session(), session.token(), session.session().verifiedAt());
        return new PageRequest(
                request,
                variables,
                site,
                new Visitor(current, visitor.texts(), visitor.formats(), visitor.theme()),
                new Form(visitor.texts(), values));
    }

    public Texts text() {
        return visitor.texts();
    }

    public Formats formats() {
        return visitor.formats();
    }

    public ServerRequest http() {
        return request;
    }

    public Site site() {
        return site;
    }

    /// What the page needs around its content.
    ///
    /// @param title key of the text
    public Layout layout(String title, Object... values) {
        return layoutWith(List.of(), title, values);
    }

    /// The same with a message above the content.
    public Layout layoutWith(List<Notice> notices, String title, Object... values) {
        List<Notice> all = new ArrayList<>(notices);
        query("notice")
                .filter(name -> NOTICE.matcher(name).matches() && text().has("notice." + name))
                .ifPresent(name -> all.add(new Notice(kind(name), text().get("notice." + name))));
        return new Layout(
                text().get(title, values),
                request.rawPath(),
                request.rawPath() + queryWithoutMessages(),
                site.serverName(),
                text(),
                formats(),
                site.links(),
                visitor.theme(),
                visitor.account(),
                visitor.csrfToken(),
                !request.base().startsWith("https:"),
                all,
                query("undo").flatMap(UndoToken::parse).orElse(null));
    }

    /// The query with its question mark, without the members that show what the last form has done, and the one of a
    /// script that searches while a user types.
    private String queryWithoutMessages() {
        String query = Arrays.stream(request.rawQuery().split("&", -1))
                .filter(member -> !member.isEmpty() && !MESSAGE.matcher(member).lookingAt())
                .collect(Collectors.joining("&"));
        return query.isEmpty() || query.length() > LONGEST_QUERY ? "" : "?" + query;
    }

    private static Notice.Kind kind(String notice) {
        return notice.startsWith(WARNING) ? Notice.Kind.WARNING : Notice.Kind.SUCCESS;
    }

    /// A page.
    ///
    /// @param template path of the template without its extension: `page/signin`
    /// @param page its parameter
    public Response page(String template, Object page) {
        return page(200, template, page);
    }

    /// A page that shows a form again, with what is wrong with it.
    public Response invalid(String template, Object page) {
        return page(UNPROCESSABLE, template, page);
    }

    public Response page(int status, String template, Object page) {
        Response rendered =
                Response.of(status, "text/html; charset=utf-8", site.templates().render(template, page));
        return PageHeaders.ofUser(PageHeaders.of(rendered, text()), visitor.account());
    }

    /// Leads the browser to another page of this server, after a form was carried out.
    ///
    /// @param path with a slash at the beginning, below the base path
    public Response redirect(String path) {
        return PageHeaders.redirect(site.links().to(path));
    }

    /// The same with a message there.
    ///
    /// @param notice name of a text whose key begins with `notice.`
    public Response redirect(String path, String notice) {
        return redirect(path + (path.indexOf('?') < 0 ? "?" : "&") + "notice=" + notice);
    }

    /// Leads to this page with another query.
    ///
    /// @param query encoded, without a question mark; may be empty
    Response redirectHere(String query) {
        String path = request.rawPath() + (query.isEmpty() ? "" : "?" + query);
        return redirect(LocalPath.of(path).orElse("/"));
    }

    /// Leads the browser to the present address of a page whose address has changed (301).
    ///
    /// @param path with a slash at the beginning, below the base path
    public Response moved(String path) {
        return PageHeaders.moved(site.links().to(path) + queryWithoutMessages());
    }

    /// Leads the browser to another site. Nothing of ours may be in the address but what that site is meant to get.
    ///
    /// @param address absolute, and checked by the caller
    public Response leave(String address) {
        return PageHeaders.redirect(address);
    }

    /// The same page, whose forms may lead to another site: browsers apply the content security policy to the
    /// redirect after a form.
    ///
    /// @param source expression of the policy: an origin, or a scheme with a colon
    public Response allowFormTarget(Response page, String source) {
        return PageHeaders.withFormTarget(page, source);
    }

    /// The same page, which keeps its connection to the window of another site that has opened it, as applications do
    /// for an authorization (`docs/security.md#header-fields`).
    public Response allowOpener(Response page) {
        return PageHeaders.withOpener(page);
    }

    /// Leads to a page of this server that comes back to another one, such as the sign-in page.
    ///
    /// @param path with a slash at the beginning
    /// @param back where to go then: a path of this server with its query
    public Response redirectAndReturn(String path, String back) {
        return PageHeaders.redirect(addressWithReturn(path, back));
    }

    /// The address that [#redirectAndReturn] leads to, for a link.
    public String addressWithReturn(String path, String back) {
        return site.links().to(path + "?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    /// Leads to a page that comes back to this one.
    Response redirectAndReturn(String path) {
        String current = request.rawPath() + (request.rawQuery().isEmpty() ? "" : "?" + request.rawQuery());
        return redirectAndReturn(path, request.isGet() ? current : "/");
    }

    /// Where to go after a detour: the page that was asked for, if it is one of this server.
    public String next() {
        String sent = form.text("next");
        return LocalPath.of(sent.isEmpty() ? query("next").orElse("/") : sent).orElse("/");
    }

    /// Whether the user entered the password within this time.
    public boolean hasConfirmed(Duration within) {
        CurrentSession session = visitor.session();
        return session != null && session.isVerifiedWithin(within);
    }

    /// Does something that waits for the database, without the permit of the request.
    public <T> T waiting(Supplier<T> work) {
        return request.runBlocking(() -> QueryTimeout.with(HttpLimits.READ_TIME, work::get));
    }

    /// Puts the token of a session into the cookie.
    public Response withSession(Response response, String token) {
        return site.cookie().set(response, token);
    }

    /// Puts a secret into a cookie while the browser signs in at another server.
    public Response withBrowserSecret(Response response, Secret secret) {
        return site.signInCookie().set(response, secret.revealText());
    }

    /// The secret of this browser; of any form.
    public Optional<String> browserSecret() {
        return site.signInCookie().read(request);
    }

    /// Removes the cookie.
    public Response withoutSession(Response response) {
        return site.cookie().clear(response);
    }
}
