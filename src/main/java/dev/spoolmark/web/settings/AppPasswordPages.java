package dev.spoolmark.web.settings;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.apppassword.AppPassword;
import dev.spoolmark.account.apppassword.AppPasswordPermission;
import dev.spoolmark.account.apppassword.NewAppPassword;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.secondfactor.SecondFactors;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageHandler;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Generated passwords for players that speak v1, and whether the sign-in password works in them.
public final class AppPasswordPages {

    private static final String PATH = "/settings/security/app-passwords";
    private static final String TEMPLATE = "page/settings/app-passwords";

    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final boolean passwordOnV1;

    AppPasswordPages(Accounts accounts, SecondFactors secondFactors, boolean passwordOnV1) {
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.passwordOnV1 = passwordOnV1;
    }

    /// @param permissions options of a new one
    /// @param signInPassword whether the sign-in password works in players
    /// @param passwordRule why it does not although the user allowed it: key of a text, or empty
    public record AppPasswordsPage(
            Layout layout,
            Form form,
            List<AppPassword> appPasswords,
            List<Choice> permissions,
            boolean signInPassword,
            String passwordRule) {

        public AppPasswordsPage {
            appPasswords = List.copyOf(appPasswords);
            permissions = List.copyOf(permissions);
        }
    }

    /// @param text the password, which no other page shows
    public record NewAppPasswordPage(Layout layout, AppPassword appPassword, String text) {}

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, confirmed(this::show))
                .post(PATH, PageAccess.SIGNED_IN, confirmed(this::create))
                .post(PATH + "/{id}/remove", PageAccess.SIGNED_IN, confirmed(this::remove))
                .post(PATH + "/sign-in-password", PageAccess.SIGNED_IN, confirmed(this::changePasswordOnV1));
    }

    private static PageHandler confirmed(PageHandler handler) {
        return Confirmation.before(PATH, handler);
    }

    private Response show(PageRequest request) {
        Form form = Form.of(request.text(), Map.of("permission", "all"));
        return request.page(TEMPLATE, page(request, form));
    }

    private AppPasswordsPage page(PageRequest request, Form form) {
        Account account = request.account();
        return request.waiting(() -> new AppPasswordsPage(
                request.layout("settings.app_passwords.title"),
                form,
                accounts.appPasswords().list(account.id()),
                Choice.of(AppPasswordPermission.class, request.text(), "settings.permission."),
                accounts.settings().isPasswordOnV1(account.id()),
                !passwordOnV1
                        ? "settings.v1_password.server"
                        : secondFactors.isActive(account.id()) ? "settings.v1_password.two_factor" : ""));
    }

    private Response create(PageRequest request) {
        Form form = request.form();
        String name = form.required("name", ValueLimits.APP_PASSWORD_NAME);
        AppPasswordPermission permission = form.choice("permission", AppPasswordPermission.class);
        if (form.hasErrors()) {
            return request.invalid(TEMPLATE, page(request, form));
        }
        try {
            NewAppPassword added = request.waiting(() -> accounts.appPasswords()
                    .add(request.account(), name, Objects.requireNonNull(permission), by(request)));
            return request.page(
                    "page/settings/new-app-password",
                    new NewAppPasswordPage(
                            request.layout("settings.app_password.title"), added.appPassword(), added.text()));
        } catch (ProblemException rejected) {
            switch (rejected.problem()) {
                case Problem.Invalid(String subject) -> form.error("name", "settings.invalid");
                case Problem.TooMany(long limit, String subject) ->
                    form.error("name", "settings.app_passwords.too_many", limit);
                default -> throw rejected;
            }
            return request.invalid(TEMPLATE, page(request, form));
        }
    }

    private Response remove(PageRequest request) {
        long id = PathIds.parse(request.variable("id"));
        boolean removed = request.waiting(
                () -> accounts.appPasswords().remove(request.account().id(), id, by(request)));
        if (!removed) {
            throw new ProblemException(new Problem.NotFound("app password"));
        }
        return request.redirect(PATH, "app_password_removed");
    }

    private Response changePasswordOnV1(PageRequest request) {
        boolean allowed = request.form().isChecked("sign_in_password");
        return request.waiting(() -> {
            accounts.settings().changePasswordOnV1(request.account(), allowed, by(request));
            return request.redirect(PATH, "settings_saved");
        });
    }

    private static Actor by(PageRequest request) {
        return Actor.web(request.http().client());
    }
}
