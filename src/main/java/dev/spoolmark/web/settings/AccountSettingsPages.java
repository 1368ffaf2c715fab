package dev.spoolmark.web.settings;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.Gender;
import dev.spoolmark.account.Language;
import dev.spoolmark.account.PageSettings;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.Profile;
import dev.spoolmark.account.RatingScale;
import dev.spoolmark.account.WeekStart;
import dev.spoolmark.core.AsciiNumber;
import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import dev.spoolmark.web.form.TimeZones;
import dev.spoolmark.web.text.Texts;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What users say about themselves, and language, time and ratings as they like them.
public final class AccountSettingsPages {

    private static final String PATH = "/settings/account";
    private static final String TEMPLATE = "page/settings/account";
    private static final int LONGEST_AGE = 3;
    private static final Pattern AGE = Pattern.compile("[0-9]{1,3}");

    private final Accounts accounts;

    AccountSettingsPages(Accounts accounts) {
        this.accounts = accounts;
    }

    /// @param account whose settings these are
    public record AccountSettingsPage(Layout layout, Form form, Account account, Choices choices) {}

    /// The options of each select.
    public record Choices(
            List<Choice> genders,
            List<Choice> languages,
            List<Choice> clocks,
            List<Choice> weeks,
            List<Choice> scales) {

        public Choices {
            genders = List.copyOf(genders);
            languages = List.copyOf(languages);
            clocks = List.copyOf(clocks);
            weeks = List.copyOf(weeks);
            scales = List.copyOf(scales);
        }

        static Choices in(Texts texts) {
            return new Choices(
                    List.of(
                            new Choice("", texts.get("settings.gender.none")),
                            new Choice("female", texts.get("settings.gender.female")),
                            new Choice("male", texts.get("settings.gender.male"))),
                    Choice.of(Language.class, texts, "settings.language."),
                    List.of(
                            new Choice("24", texts.get("settings.clock.24")),
                            new Choice("12", texts.get("settings.clock.12"))),
                    Choice.of(WeekStart.class, texts, "settings.week."),
                    Choice.of(RatingScale.class, texts, "settings.scale."));
        }
    }

    void declare(PageRoutes routes) {
        routes.get("/settings", PageAccess.SIGNED_IN, request -> request.redirect(PATH))
                .get(PATH, PageAccess.SIGNED_IN, request -> request.page(TEMPLATE, page(request, stored(request))))
                .post(PATH, PageAccess.SIGNED_IN, this::save);
    }

    private static AccountSettingsPage page(PageRequest request, Form form) {
        return new AccountSettingsPage(
                request.layout("settings.account.title"), form, request.account(), Choices.in(request.text()));
    }

    private static Form stored(PageRequest request) {
        Profile profile = request.account().profile();
        Preferences preferences = request.account().preferences();
        PageSettings pages = preferences.pages();
        Map<String, String> values = new HashMap<>();
        values.put("full_name", orEmpty(profile.fullName()));
        values.put("location", orEmpty(profile.location()));
        values.put("about", orEmpty(profile.about()));
        values.put("gender", profile.gender() == null ? "" : Form.key(profile.gender()));
        values.put("age", profile.age() == null ? "" : profile.age().toString());
        values.put("time_zone", preferences.timeZone().getId());
        values.put("language", Form.key(pages.language()));
        values.put("clock", preferences.clock24Hours() ? "24" : "12");
        values.put("week_start", Form.key(pages.weekStart()));
        values.put("rating_scale", Form.key(pages.ratingScale()));
        return Form.of(request.text(), values);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private Response save(PageRequest request) {
        Form form = request.form();
        Account account = request.account();
        Profile profile = profile(form, account.profile());
        Preferences preferences = preferences(form, account.preferences());
        if (profile == null || preferences == null || form.hasErrors()) {
            return request.invalid(TEMPLATE, page(request, form));
        }
        return request.waiting(() -> {
            accounts.settings().changeProfile(account.id(), profile);
            accounts.settings().changePreferences(account.id(), preferences);
            return request.redirect(PATH, "settings_saved");
        });
    }

    /// The profile in the form; null and an error when it is invalid.
    private static @Nullable Profile profile(Form form, Profile before) {
        String fullName = form.limited("full_name", ValueLimits.FULL_NAME);
        String location = form.limited("location", ValueLimits.LOCATION);
        String about = form.limited("about", ValueLimits.ABOUT);
        Gender gender = form.text("gender").isEmpty() ? null : form.choice("gender", Gender.class);
        Integer age = age(form);
        if (form.hasErrors()) {
            return null;
        }
        try {
            return new Profile(fullName, gender, age, location, about, before.avatar());
        } catch (ProblemException invalid) {
            note(form, invalid.problem());
            return null;
        }
    }

    private static @Nullable Integer age(Form form) {
        String text = form.limited("age", LONGEST_AGE);
        if (text.isEmpty()) {
            return null;
        }
        if (!AGE.matcher(text).matches()) {
            form.error("age", "settings.age.invalid");
            return null;
        }
        return AsciiNumber.parseInt(text);
    }

    private static void note(Form form, Problem problem) {
        if (!(problem instanceof Problem.Invalid(String subject))) {
            throw new ProblemException(problem);
        }
        form.error(subject.replace(' ', '_'), subject.equals("age") ? "settings.age.invalid" : "settings.invalid");
    }

    private static @Nullable Preferences preferences(Form form, Preferences before) {
        ZoneId zone = form.text("time_zone").equals(before.timeZone().getId())
                ? before.timeZone()
                : TimeZones.read(form, "time_zone");
        Language language = form.choice("language", Language.class);
        WeekStart week = form.choice("week_start", WeekStart.class);
        RatingScale scale = form.choice("rating_scale", RatingScale.class);
        String clock = form.text("clock");
        if (!clock.equals("24") && !clock.equals("12")) {
            form.error("clock", "form.choice");
        }
        if (form.hasErrors()) {
            return null;
        }
        return new Preferences(
                Objects.requireNonNull(zone),
                before.ratingMode(),
                clock.equals("24"),
                before.commentBadges(),
                before.commentSpoilers(),
                new PageSettings(
                        Objects.requireNonNull(language),
                        Objects.requireNonNull(week),
                        Objects.requireNonNull(scale),
                        before.pages().theme(),
                        before.pages().keyboard(),
                        before.pages().spoilers()));
    }
}
