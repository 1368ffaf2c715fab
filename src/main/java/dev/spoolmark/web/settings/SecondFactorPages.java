package dev.spoolmark.web.settings;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.account.secondfactor.QrSvg;
import dev.spoolmark.account.secondfactor.RecoveryCodes;
import dev.spoolmark.account.secondfactor.SecondFactors;
import dev.spoolmark.account.secondfactor.TotpEnrolment;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Confirmation;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageHandler;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Form;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/// Codes of an authenticator app at sign-in, and recovery codes.
public final class SecondFactorPages {

    private static final String PATH = "/settings/security/two-factor";
    private static final int LONGEST_CODE = 40;

    private final SecondFactors secondFactors;

    SecondFactorPages(SecondFactors secondFactors) {
        this.secondFactors = secondFactors;
    }

    /// @param active whether signing in asks for a code
    /// @param recoveryCodes how many were not used yet
    public record SecondFactorPage(Layout layout, boolean active, int recoveryCodes) {}

    /// @param secret to be typed into the app
    /// @param qrCode an image of the same secret
    public record EnrolmentPage(Layout layout, Form form, String secret, Content qrCode) {}

    /// Recovery codes, which no other page shows.
    public record RecoveryCodesPage(Layout layout, List<String> codes) {

        public RecoveryCodesPage {
            codes = List.copyOf(codes);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, confirmed(this::show))
                .post(PATH + "/enrol", PageAccess.SIGNED_IN, confirmed(this::enrol))
                .post(PATH + "/confirm", PageAccess.SIGNED_IN, confirmed(this::confirm))
                .post(PATH + "/recovery-codes", PageAccess.SIGNED_IN, confirmed(this::replaceCodes))
                .post(PATH + "/disable", PageAccess.SIGNED_IN, confirmed(this::disable));
    }

    private static PageHandler confirmed(PageHandler handler) {
        return Confirmation.before(PATH, handler);
    }

    private Response show(PageRequest request) {
        Account account = request.account();
        SecondFactorPage page = request.waiting(() -> new SecondFactorPage(
                request.layout("settings.two_factor.title"),
                secondFactors.isActive(account.id()),
                secondFactors.unusedRecoveryCodes(account.id())));
        return request.page("page/settings/second-factor", page);
    }

    private Response enrol(PageRequest request) {
        try {
            TotpEnrolment enrolment = request.waiting(
                    () -> secondFactors.enrol(request.account(), request.site().serverName()));
            return request.page("page/settings/enrolment", page(request, Form.empty(request.text()), enrolment));
        } catch (ProblemException rejected) {
            return offOrOn(request, rejected);
        }
    }

    private static EnrolmentPage page(PageRequest request, Form form, TotpEnrolment enrolment) {
        String image = QrSvg.of(enrolment.uri(), request.text().get("settings.two_factor.qr_code"));
        return new EnrolmentPage(
                request.layout("settings.two_factor.enrol"),
                form,
                enrolment.secret(),
                output -> output.writeContent(image));
    }

    private Response confirm(PageRequest request) {
        Form form = request.form();
        String code = form.required("code", LONGEST_CODE);
        Optional<RecoveryCodes> codes = form.hasErrors()
                ? Optional.empty()
                : request.waiting(() -> secondFactors.confirm(request.account(), code, by(request)));
        if (codes.isPresent()) {
            return show(request, codes.get());
        }
        form.error("code", "settings.two_factor.wrong");
        return request.waiting(() -> secondFactors.unconfirmed(
                        request.account(), request.site().serverName()))
                .map(enrolment -> request.invalid("page/settings/enrolment", page(request, form, enrolment)))
                .orElseGet(() -> request.redirect(PATH));
    }

    private static Response show(PageRequest request, RecoveryCodes codes) {
        return request.page(
                "page/settings/recovery-codes",
                new RecoveryCodesPage(request.layout("settings.recovery_codes.title"), codes.codes()));
    }

    private Response replaceCodes(PageRequest request) {
        try {
            return show(request, request.waiting(() -> secondFactors.newRecoveryCodes(request.account(), by(request))));
        } catch (ProblemException rejected) {
            return offOrOn(request, rejected);
        }
    }

    private Response disable(PageRequest request) {
        boolean disabled = request.waiting(() -> secondFactors.disable(request.account(), by(request)));
        return disabled ? request.redirect(PATH, "two_factor_off") : request.redirect(PATH);
    }

    /// Another page of this user has turned the second factor on or off meanwhile: the present state is shown.
    private static Response offOrOn(PageRequest request, ProblemException rejected) {
        if (rejected.problem() instanceof Problem.NotAllowed) {
            return request.redirect(PATH);
        }
        throw rejected;
    }

    private static Actor by(PageRequest request) {
        return Actor.web(request.http().client());
    }
}
