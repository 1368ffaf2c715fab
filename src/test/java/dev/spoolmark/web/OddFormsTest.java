package dev.spoolmark.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spoolmark.account.MutableClock;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.app.TestServer;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Every form and every address that the pages link to, with values that no browser sends: none is a server
/// error.
@Timeout(300)
class OddFormsTest {

    private static final String PASSWORD = "correct horse battery";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final int MAX_PAGES = 120;

    /// Encoded values of a field.
    private static final List<String> ODD = List.of(
            "",
            "%00",
            "a%00b",
            "%ED%A0%80",
            "%ff%fe",
            "%zz",
            "%",
            "x".repeat(100 * 1024),
            "%F0%9F%98%80".repeat(20_000),
            "%E2%80%8B",
            "%EF%BB%BF1",
            "%C2%A0",
            "-1",
            "99999999999999999999",
            "%D9%A3",
            "1e9",
            "NaN",
            "1%0D%0AX-Odd:+1",
            "%E2%80%A8%E2%80%A9",
            "%C4%B0%C4%B1",
            "%3Cscript%3E%27%22%26",
            "javascript:alert(1)",
            "http://[::1",
            "http://a%20b/",
            "https://%25ff@/",
            "../../etc/passwd",
            "%7B%22a%22:1%7D");

    /// Encoded values of a segment or a parameter of an address.
    private static final List<String> ODD_IN_ADDRESS = List.of(
            "0",
            "-1",
            "%00",
            "%ff",
            "%F0%9F%98%80",
            "99999999999999999999",
            "%D9%A3",
            "%E2%80%8B",
            "a%2Fb",
            "%C4%B0",
            "x".repeat(4_000));

    private final MutableClock clock = new MutableClock();
    private final TestServer server =
            TestServer.start(clock, "SPOOLMARK_REGISTRATION=open", "SPOOLMARK_NETWORKS_TRUSTED=127.0.0.0/8");
    private final PageClient browser = new PageClient(server.port());
    private final PageClient anonymous = new PageClient(server.port());
    private final Map<String, SentForm> forms = new TreeMap<>();
    private final TreeSet<String> pages = new TreeSet<>();

    /// A form and the client that it was shown to.
    private record SentForm(PageClient client, Element form) {}

    @BeforeEach
    void signIn() {
        PageAccounts.createAdministrator(server, "boss", PASSWORD);
        PageAccounts.createAdministrator(server, "deputy", PASSWORD);
        PageAccounts.create(server, "ann", "ann@example.org", PASSWORD);
        server.features()
                .oauth()
                .applications()
                .register("Player", List.of("https://client.example/callback"), true, null, Actor.OPERATOR);
        enter();
    }

    @AfterEach
    void close() {
        browser.close();
        anonymous.close();
        server.close();
    }

    private void enter() {
        clock.pass(Duration.ofHours(2));
        browser.get("/signin").submit("Sign in", "name", "boss", "password", PASSWORD);
        assertThat(browser.get("/settings/account").path()).isEqualTo("/settings/account");
    }

    @Test
    void noFormAndNoAddressIsAServerError() {
        List<String> faults = new ArrayList<>();
        for (String path : List.of("/signin", "/register", "/setup", "/reset?code=x", "/forgotten")) {
            anonymous.get(path).page().select("form").forEach(form -> add(anonymous, form));
        }
        visit();
        assertThat(pages.size()).isGreaterThan(20);
        assertThat(forms.keySet()).hasSizeGreaterThan(20);

        pages.forEach(page -> address(page, faults));
        forms.values().forEach(form -> {
            fields(form.client(), form.form(), faults);
            bodies(form.client(), form.form(), faults);
        });

        assertThat(faults).isEmpty();
    }

    // What there is

    private void visit() {
        Deque<String> next = new ArrayDeque<>(List.of(
                "/",
                "/about",
                "/signin",
                "/register",
                "/setup",
                "/forgotten",
                "/reset?code=x",
                "/confirm",
                "/activate",
                "/activate/ABCD1234",
                "/pin/1",
                "/welcome",
                "/settings/account",
                "/settings/privacy",
                "/settings/security",
                "/settings/security/password",
                "/settings/account/email",
                "/settings/security/two-factor",
                "/settings/security/app-passwords",
                "/settings/security/log",
                "/settings/applications",
                "/settings/data",
                "/settings/display",
                "/admin",
                "/oauth/authorize?response_type=code&client_id=" + "ab".repeat(32)
                        + "&redirect_uri=https%3A%2F%2Fclient.example%2Fcallback&state=1&scope=public"
                        + "&code_challenge=x&code_challenge_method=S256"));
        while (!next.isEmpty() && pages.size() < MAX_PAGES) {
            String path = next.remove();
            if (pages.add(path)) {
                browser.get(path);
                Document page = browser.page();
                page.select("form").forEach(form -> add(browser, form));
                page.select("a[href^=/]").eachAttr("href").forEach(next::add);
            }
        }
    }

    private void add(PageClient client, Element form) {
        String names = String.join(" ", form.select("[name]").eachAttr("name"));
        String shape = action(client, form).replaceAll("[0-9]+", "N") + " " + names;
        if (form.attr("method").equalsIgnoreCase("post")
                && !action(client, form).endsWith("/signout")) {
            form.attr("action", action(client, form));
            forms.putIfAbsent(shape, new SentForm(client, form));
        }
    }

    private static String action(PageClient client, Element form) {
        return form.hasAttr("action") ? form.attr("action") : client.path();
    }

    // What is sent

    private void address(String page, List<String> faults) {
        URI address = URI.create(page);
        String[] segments = address.getRawPath().split("/", -1);
        for (String odd : ODD_IN_ADDRESS) {
            for (int i = 2; i < segments.length; i++) {
                String[] changed = segments.clone();
                changed[i] = odd;
                check(browser.getOnce(String.join("/", changed)), "GET " + page + " with " + odd, faults);
            }
            List<String> names = new ArrayList<>(List.of("next", "notice", "page", "before", "after", "code", "user"));
            if (address.getRawQuery() != null) {
                for (String pair : address.getRawQuery().split("&", -1)) {
                    names.add(pair.split("=", 2)[0]);
                }
            }
            for (String name : names) {
                String query = address.getRawPath() + "?" + name + "=" + odd;
                check(browser.getOnce(query), "GET " + query, faults);
                if (address.getRawQuery() != null) {
                    String both = address.getRawPath() + "?" + name + "=" + odd + "&" + address.getRawQuery();
                    check(browser.getOnce(both), "GET " + both, faults);
                }
            }
        }
    }

    private void fields(PageClient client, Element form, List<String> faults) {
        Map<String, String> usual = values(form);
        for (String name : usual.keySet()) {
            if (!name.equals("_csrf")) {
                for (String odd : ODD) {
                    Map<String, String> values = new LinkedHashMap<>(usual);
                    values.put(name, odd);
                    post(client, form, encoded(values), name + "=" + odd, faults);
                }
                String twice = encoded(usual) + "&" + name + "=a&" + name + "=b";
                post(client, form, twice, name + " twice", faults);
                Map<String, String> without = new LinkedHashMap<>(usual);
                without.remove(name);
                post(client, form, encoded(without), "no " + name, faults);
                post(client, form, encoded(without) + "&" + name + "%5B%5D=1", name + "[]", faults);
            }
        }
    }

    private void bodies(PageClient client, Element form, List<String> faults) {
        Map<String, String> usual = values(form);
        String multipart = "--b\r\nContent-Disposition: form-data; name=\"name\"\r\n\r\nx\r\n--b--\r\n";
        String path = form.attr("action");
        byte[] body = encoded(usual).getBytes(UTF_8);
        check(client.post(path, "multipart/form-data; boundary=b", multipart.getBytes(UTF_8)), path, faults);
        check(client.post(path, "application/json", "{\"name\": []}".getBytes(UTF_8)), path, faults);
        check(client.post(path, "text/plain; charset=UTF-16", body), path, faults);
        check(client.post(path, "", new byte[0]), path, faults);
        check(client.post(path, FORM, new byte[] {0, (byte) 0xFF, '=', (byte) 0xFE}), path, faults);
        check(client.post(path, FORM, "a&".repeat(2_000).getBytes(UTF_8)), path, faults);
        check(client.post(path, FORM, new byte[300 * 1024]), path, faults);
    }

    private void post(PageClient client, Element form, String body, String what, List<String> faults) {
        String path = form.attr("action");
        String shown = path + ": " + what.substring(0, Math.min(60, what.length()));
        check(client.post(path, FORM, body.getBytes(UTF_8)), shown, faults);
        if (client == browser && browser.header("Location").orElse("").startsWith("/signin")) {
            enter();
            form.select("[name=_csrf]").forEach(field -> field.val(csrf()));
        }
    }

    private String csrf() {
        return browser.get("/about").page().expectFirst("input[name=_csrf]").val();
    }

    private static void check(PageClient response, String what, List<String> faults) {
        if (response.status() >= 500) {
            faults.add(response.status() + " " + what.substring(0, Math.min(90, what.length())));
        }
    }

    private static Map<String, String> values(Element form) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Element field : form.select("[name]")) {
            Element option = field.selectFirst("option[selected]");
            String value = option == null ? field.val() : option.attr("value");
            values.put(field.attr("name"), URLEncoder.encode(value, UTF_8));
        }
        return values;
    }

    private static String encoded(Map<String, String> values) {
        StringBuilder body = new StringBuilder();
        values.forEach((name, value) ->
                body.append(body.isEmpty() ? "" : "&").append(name).append('=').append(value));
        return body.toString();
    }
}
