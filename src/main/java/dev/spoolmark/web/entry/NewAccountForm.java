package dev.spoolmark.web.entry;

import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.CreationOrigin;
import dev.spoolmark.account.NewAccount;
import dev.spoolmark.account.NewAccount.Choices;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.auth.PasswordPolicy;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.Secret;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.form.Form;
import org.jspecify.annotations.Nullable;

/// The fields `name`, `email` and `password` of a new account.
final class NewAccountForm {

    private NewAccountForm() {}

    /// The account of a form.
    ///
    /// @return null and errors beside the fields if a value is missing or too long
    static @Nullable NewAccount read(Form form, boolean isAdministrator, Choices choices) {
        String name = form.required("name", ValueLimits.USER_NAME);
        String email = form.limited("email", ValueLimits.EMAIL);
        Secret password = password(form);
        if (password == null || form.hasErrors()) {
            return null;
        }
        return new NewAccount(
                name,
                email.isEmpty() ? null : email,
                password,
                isAdministrator,
                CreationOrigin.SELF_SERVICE,
                Profile.EMPTY,
                choices);
    }

    /// The password of a form, exactly as it was typed.
    ///
    /// @return null and an error beside the field if it is missing, too short or too long
    static @Nullable Secret password(Form form) {
        String typed = form.raw("password");
        if (typed.isEmpty()) {
            form.error("password", "form.required");
            return null;
        }
        try {
            return PasswordPolicy.sha1Of(typed);
        } catch (ProblemException unsuitable) {
            form.error("password", "entry.password.length");
            return null;
        }
    }

    /// Notes beside each field what is wrong with it, also if another one is missing.
    static void noteAll(PageRequest request, Accounts accounts) {
        Form form = request.form();
        Secret password = form.errorOf("password") == null ? Secret.sha1Of(form.raw("password")) : null;
        request.waiting(() ->
                        accounts.creation().registrationProblems(value(form, "name"), value(form, "email"), password))
                .forEach(problem -> note(form, new ProblemException(problem)));
    }

    /// Null if the field is empty or has an error already.
    private static @Nullable String value(Form form, String field) {
        String text = form.text(field);
        return text.isEmpty() || form.errorOf(field) != null ? null : text;
    }

    /// Notes beside its field why an account was rejected.
    ///
    /// @throws ProblemException the same if it is about no field
    static void note(Form form, ProblemException rejected) {
        String errorKey = switch (rejected.problem()) {
            case Problem.Invalid(String invalid) -> "invalid." + invalid;
            case Problem.Taken taken -> "taken." + taken.subject();
            default -> throw rejected;
        };
        switch (errorKey) {
            case "invalid.username" -> form.error("name", "entry.name.invalid");
            case "taken.username" -> form.error("name", "entry.name.taken");
            case "invalid.e-mail" -> form.error("email", "entry.email.invalid");
            case "taken.e-mail" -> form.error("email", "entry.email.taken");
            case "invalid.password" -> form.error("password", "entry.password.common");
            default -> throw rejected;
        }
    }
}
