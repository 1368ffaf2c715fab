package dev.spoolmark.web.settings;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.AccountPatch;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Audience;
import dev.spoolmark.account.ProfileSection;
import dev.spoolmark.account.SectionAudiences;
import dev.spoolmark.account.audit.Actor;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who may see what of a user.
public final class PrivacyPages {

    private static final String PATH = "/settings/privacy";
    private static final String TEMPLATE = "page/settings/privacy";
    private static final String PUBLIC = "public";
    private static final String PROTECTED = "protected";

    private final Accounts accounts;

    PrivacyPages(Accounts accounts) {
        this.accounts = accounts;
    }

    /// @param profiles options of the profile as a whole
    /// @param audiences options of each section
    /// @param sections the names of the fields of sections, in their order
    public record PrivacyPage(
            Layout layout, Form form, List<Choice> profiles, List<Choice> audiences, List<String> sections) {

        public PrivacyPage {
            profiles = List.copyOf(profiles);
            audiences = List.copyOf(audiences);
            sections = List.copyOf(sections);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, request -> request.page(TEMPLATE, page(request, stored(request))))
                .post(PATH, PageAccess.SIGNED_IN, this::save);
    }

    private static PrivacyPage page(PageRequest request, Form form) {
        return new PrivacyPage(
                request.layout("settings.privacy.title"),
                form,
                List.of(
                        new Choice(PUBLIC, request.text().get("settings.profile.public")),
                        new Choice(PROTECTED, request.text().get("settings.profile.protected"))),
                Choice.of(Audience.class, request.text(), "settings.audience."),
                List.of(ProfileSection.values()).stream()
                        .map(ProfileSection::key)
                        .toList());
    }

    private Form stored(PageRequest request) {
        Account account = request.account();
        Map<String, String> values = new HashMap<>();
        values.put("profile", account.isProtected() ? PROTECTED : PUBLIC);
        if (request.waiting(() -> accounts.isSearchable(account.id()))) {
            values.put("searchable", "on");
        }
        for (ProfileSection section : ProfileSection.values()) {
            values.put(section.key(), account.audiences().of(section).key());
        }
        return Form.of(request.text(), values);
    }

    private Response save(PageRequest request) {
        Form form = request.form();
        String profile = form.text("profile");
        if (!profile.equals(PUBLIC) && !profile.equals(PROTECTED)) {
            form.error("profile", "form.choice");
        }
        boolean searchable = form.isChecked("searchable");
        Map<ProfileSection, Audience> audiences = new EnumMap<>(ProfileSection.class);
        for (ProfileSection section : ProfileSection.values()) {
            Audience audience = form.choice(section.key(), Audience.class);
            if (audience != null) {
                audiences.put(section, audience);
            }
        }
        if (form.hasErrors()) {
            return request.invalid(TEMPLATE, page(request, form));
        }
        Account account = request.account();
        AccountPatch patch = new AccountPatch(searchable, profile.equals(PROTECTED));
        return request.waiting(() -> {
            Actor by = Actor.web(request.http().client());
            accounts.change(account, patch, by);
            accounts.settings().changeAudiences(account, new SectionAudiences(audiences), by);
            return request.redirect(PATH, "settings_saved");
        });
    }
}
