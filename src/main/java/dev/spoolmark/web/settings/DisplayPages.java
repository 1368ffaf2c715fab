package dev.spoolmark.web.settings;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Accounts;
import dev.spoolmark.account.PageSettings;
import dev.spoolmark.account.Preferences;
import dev.spoolmark.account.RatingMode;
import dev.spoolmark.account.SpoilerLevel;
import dev.spoolmark.account.Theme;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.form.Choice;
import dev.spoolmark.web.form.Form;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How pages and players show things to a user.
public final class DisplayPages {

    private static final String PATH = "/settings/display";
    private static final String TEMPLATE = "page/settings/display";

    private final Accounts accounts;

    DisplayPages(Accounts accounts) {
        this.accounts = accounts;
    }

    /// @param themes options of the colors
    /// @param spoilers levels of what is covered
    /// @param ratingModes options of clients of v1
    public record DisplayPage(
            Layout layout, Form form, List<Choice> themes, List<Choice> spoilers, List<Choice> ratingModes) {

        public DisplayPage {
            themes = List.copyOf(themes);
            spoilers = List.copyOf(spoilers);
            ratingModes = List.copyOf(ratingModes);
        }
    }

    void declare(PageRoutes routes) {
        routes.get(PATH, PageAccess.SIGNED_IN, request -> request.page(TEMPLATE, page(request, stored(request))))
                .post(PATH, PageAccess.SIGNED_IN, this::save);
    }

    private static DisplayPage page(PageRequest request, Form form) {
        return new DisplayPage(
                request.layout("settings.display.title"),
                form,
                Choice.of(Theme.class, request.text(), "settings.theme."),
                Choice.of(SpoilerLevel.class, request.text(), "settings.spoiler_level."),
                Choice.of(RatingMode.class, request.text(), "settings.rating_mode."));
    }

    private static Form stored(PageRequest request) {
        Preferences preferences = request.account().preferences();
        Map<String, String> values = new HashMap<>();
        values.put("theme", Form.key(preferences.pages().theme()));
        values.put("spoilers", Form.key(preferences.pages().spoilers()));
        values.put("rating_mode", Form.key(preferences.ratingMode()));
        if (preferences.commentSpoilers()) {
            values.put("comment_spoilers", "on");
        }
        if (preferences.pages().keyboard()) {
            values.put("keyboard", "on");
        }
        if (preferences.commentBadges()) {
            values.put("comment_badges", "on");
        }
        return Form.of(request.text(), values);
    }

    private Response save(PageRequest request) {
        Account account = request.account();
        Preferences preferences = preferences(request.form(), account.preferences());
        if (preferences == null) {
            return request.invalid(TEMPLATE, page(request, request.form()));
        }
        return request.waiting(() -> {
            accounts.settings().changePreferences(account.id(), preferences);
            return request.redirect(PATH, "settings_saved");
        });
    }

    /// The preferences in the form; null when it has errors.
    private static @Nullable Preferences preferences(Form form, Preferences before) {
        Theme theme = form.choice("theme", Theme.class);
        SpoilerLevel level = form.choice("spoilers", SpoilerLevel.class);
        RatingMode mode = form.choice("rating_mode", RatingMode.class);
        boolean badges = form.isChecked("comment_badges");
        boolean spoilers = form.isChecked("comment_spoilers");
        boolean keyboard = form.isChecked("keyboard");
        if (theme == null || level == null || mode == null || form.hasErrors()) {
            return null;
        }
        PageSettings pages = before.pages();
        return new Preferences(
                before.timeZone(),
                mode,
                before.clock24Hours(),
                badges,
                spoilers,
                new PageSettings(pages.language(), pages.weekStart(), pages.ratingScale(), theme, keyboard, level));
    }
}
