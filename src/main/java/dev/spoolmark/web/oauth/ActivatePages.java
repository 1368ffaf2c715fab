package dev.spoolmark.web.oauth;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.http.Response;
import dev.spoolmark.oauth.DeviceCodes;
import dev.spoolmark.oauth.OAuthException;
import dev.spoolmark.oauth.PendingDevice;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where a user enters the code that a device shows, and decides (RFC 8628, 3.3).
public final class ActivatePages {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int LONGEST_CODE = 40;

    private final DeviceCodes devices;
    private final Accounts accounts;

    ActivatePages(DeviceCodes devices, Accounts accounts) {
        this.devices = devices;
        this.accounts = accounts;
    }

    /// The form for the code.
    public record CodeEntryPage(Layout layout, Form form) {}

    /// @param code as it was entered
    /// @param scopes what the application may do, in sentences
    /// @param otherAccount address of the sign-in page that comes back here
    public record DevicePage(
            Layout layout, Requester requester, List<String> scopes, String code, String otherAccount) {

        public DevicePage {
            scopes = List.copyOf(scopes);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(
                        "/activate",
                        PageAccess.SIGNED_IN,
                        request -> request.page("page/oauth/activate", entry(request, Form.empty(request.text()))))
                .post("/activate", PageAccess.SIGNED_IN, this::enter)
                .get("/activate/{code}", PageAccess.SIGNED_IN, this::show)
                .post("/activate/{code}", PageAccess.SIGNED_IN, this::decide);
    }

    private static CodeEntryPage entry(PageRequest request, Form form) {
        return new CodeEntryPage(request.layout("oauth.activate.title"), form);
    }

    private Response enter(PageRequest request) {
        Form form = request.form();
        String code = form.required("code", LONGEST_CODE);
        if (form.hasErrors()) {
            return request.invalid("page/oauth/activate", entry(request, form));
        }
        return find(request, form, code, device -> request.redirect(address(code)));
    }

    private static String address(String code) {
        return "/activate/" + URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Response show(PageRequest request) {
        String code = request.variable("code");
        return find(
                request,
                typed(request, code),
                code,
                device -> request.page("page/oauth/device", page(request, device, code)));
    }

    private DevicePage page(PageRequest request, PendingDevice device, String code) {
        return new DevicePage(
                request.layout("oauth.device.title"),
                request.waiting(() -> Requester.of(device.application(), accounts, request.text())),
                ScopeTexts.sentences(device.scopes(), request.text()),
                code,
                request.addressWithReturn("/signin", address(code)));
    }

    private Response decide(PageRequest request) {
        String code = request.variable("code");
        Decision decision = Decision.of(request.form());
        Form form = typed(request, code);
        return find(request, form, code, device -> decide(request, form, device, decision));
    }

    private Response decide(PageRequest request, Form form, PendingDevice device, Decision decision) {
        boolean waited = request.waiting(() -> decision == Decision.APPROVE
                ? devices.approve(device, request.account())
                : devices.deny(device, request.account()));
        return waited
                ? request.redirect("/activate", decision == Decision.APPROVE ? "device_approved" : "device_denied")
                : wrong(request, form);
    }

    private static Form typed(PageRequest request, String code) {
        return Form.of(request.text(), Map.of("code", code));
    }

    /// Continues with the device that waits with this code, or shows the form for the code again.
    private Response find(PageRequest request, Form form, String code, DeviceHandler found) {
        Optional<PendingDevice> device;
        try {
            device = request.waiting(() -> code.length() > LONGEST_CODE
                    ? Optional.empty()
                    : devices.find(code, request.account(), request.http().client()));
        } catch (OAuthException tooMany) {
            return throttled(request, form, tooMany.retryAfter());
        }
        return device.map(found::handle).orElseGet(() -> wrong(request, form));
    }

    @FunctionalInterface
    private interface DeviceHandler {

        Response handle(PendingDevice device);
    }

    private static Response wrong(PageRequest request, Form form) {
        form.error("code", "oauth.activate.wrong");
        return request.invalid("page/oauth/activate", entry(request, form));
    }

    private static Response throttled(PageRequest request, Form form, Duration wait) {
        form.count(
                "code",
                "oauth.activate.throttled",
                Math.max(1, wait.plusSeconds(59).toMinutes()));
        return request.page(TOO_MANY_REQUESTS, "page/oauth/activate", entry(request, form))
                .with("Retry-After", Response.retryAfterSeconds(wait));
    }
}
