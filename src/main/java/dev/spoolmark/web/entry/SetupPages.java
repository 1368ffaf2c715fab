package dev.spoolmark.web.entry;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.link.LinkCode;
import dev.spoolmark.account.link.ServerSetup;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.serversettings.ServerSetting;
import dev.spoolmark.serversettings.ServerSettings;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.SessionStart;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import java.util.List;
import java.util.Optional;

/// The first administrator of a server without accounts, and its most important settings.
public final class SetupPages {

    private final ServerSetup setup;
    private final ServerSettings settings;

    SetupPages(ServerSetup setup, ServerSettings settings) {
        this.setup = setup;
        this.settings = settings;
    }

    /// @param code of the address, which is sent with the form
    /// @param registrations the modes of registration
    /// @param fixed settings that a file, variable or option sets, so that the form does not ask for them
    public record SetupPage(
            Layout layout, Form form, String code, List<Choice> registrations, List<ServerSetting> fixed) {

        public SetupPage {
            registrations = List.copyOf(registrations);
            fixed = List.copyOf(fixed);
        }

        /// Whether the form asks for a setting.
        public boolean isOffered(String key) {
            return fixed.stream().noneMatch(setting -> setting.key().key().equals(key));
        }
    }

    /// What visitors see who have no valid code.
    ///
    /// @param hasCode whether the address had a code, which does not work
    public record SetupAddressPage(Layout layout, boolean hasCode, long minutes) {}

    void declare(PageRoutes routes) {
        routes.get("/setup", PageAccess.PUBLIC, this::show).post("/setup", PageAccess.PUBLIC, this::submit);
    }

    private Response show(PageRequest request) {
        String sent = request.query("code").orElse("");
        return usable(request, sent)
                .map(code -> request.page(
                        "page/entry/setup",
                        page(request, SetupForm.initial(request, settings.current()), code.reveal())))
                .orElseGet(() -> unusable(request, sent));
    }

    private SetupPage page(PageRequest request, Form form, String code) {
        return new SetupPage(
                request.layout("setup.title"),
                form,
                code,
                SetupForm.registrations(request.text()),
                settings.current().settings().stream()
                        .filter(ServerSetting::isFixed)
                        .toList());
    }

    private Response submit(PageRequest request) {
        Form form = request.form();
        String sent = form.raw("code");
        Optional<LinkCode> code = usable(request, sent);
        if (code.isEmpty()) {
            return unusable(request, sent);
        }
        SetupForm values = SetupForm.read(form, settings);
        if (values == null) {
            return request.invalid("page/entry/setup", page(request, form, sent));
        }
        try {
            return create(request, code.get(), values);
        } catch (ProblemException rejected) {
            if (rejected.problem() instanceof Problem.NotFound) {
                return unusable(request, sent);
            }
            NewAccountForm.note(form, rejected);
            return request.invalid("page/entry/setup", page(request, form, sent));
        }
    }

    private Response create(PageRequest request, LinkCode code, SetupForm values) {
        Actor by = Actor.web(request.http().client());
        Account administrator =
                request.http().runBlocking(() -> setup.createAdministrator(code, values.administrator(), by));
        request.waiting(() -> {
            settings.change(administrator, values.settings(), by);
            return administrator;
        });
        return SessionStart.redirect(request, administrator, "/welcome");
    }

    private Optional<LinkCode> usable(PageRequest request, String code) {
        return LinkCode.parse(code).filter(parsed -> request.waiting(() -> setup.isUsable(parsed)));
    }

    private Response unusable(PageRequest request, String code) {
        if (!request.waiting(setup::isNeeded)) {
            return request.redirect("/signin", "set_up");
        }
        boolean hasCode = !code.isEmpty();
        return request.page(
                hasCode ? 404 : 200,
                "page/entry/setup-address",
                new SetupAddressPage(
                        request.layout(hasCode ? "setup.unusable.title" : "setup.address.title"),
                        hasCode,
                        ServerSetup.VALIDITY.toMinutes()));
    }
}
