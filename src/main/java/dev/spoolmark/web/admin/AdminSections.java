package dev.spoolmark.web.admin;

import dev.spoolmark.web.Layout;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The menu beside the pages of administrators.
public final class AdminSections {

    /// Below `/admin/`, in the order of the menu.
    public static final List<String> ALL = List.of(
            "people", "invites", "applications", "sources", "catalog", "jobs", "backup", "log", "settings", "about");

    private AdminSections() {}

    /// @return the key of the title of a section; accounts are users everywhere but in the address
    public static String titleKey(String section) {
        return "admin." + (section.equals("people") ? "users" : section) + ".title";
    }

    /// For the attribute `aria-current` of the entry that the page belongs to.
    public static @Nullable String current(Layout layout, String section) {
        return layout.isWithin("/admin/" + section) ? "page" : null;
    }
}
