package dev.spoolmark.web;

import dev.spoolmark.account.Account;
import dev.spoolmark.account.Theme;
import dev.spoolmark.web.text.Formats;
import dev.spoolmark.web.text.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What every page needs around its content.
///
/// @param title of the page, without the name of the server
/// @param path of the page, without the base path; marks the entry of the navigation
/// @param address path and query without messages, for the field `back` of forms that lead back to this page
/// @param serverName as the administrator chose it
/// @param viewer the user who signed in, or null
/// @param csrfToken for every form; empty without a session
/// @param undo what the last form has changed, if it can be undone
/// @param plainHttp whether the page was loaded without TLS, so that others in the network can read it
public record Layout(
        String title,
        String path,
        String address,
        String serverName,
        Texts text,
        Formats formats,
        Links links,
        Theme theme,
        @Nullable Account viewer,
        String csrfToken,
        boolean plainHttp,
        List<Notice> notices,
        @Nullable UndoToken undo) {

    public Layout {
        notices = List.copyOf(notices);
    }

    /// Whether a page below this address is shown; for the navigation.
    public boolean isWithin(String section) {
        return path.equals(section) || path.startsWith(section + "/");
    }

    /// The address of a page.
    public String link(String to) {
        return links.to(to);
    }

    /// A text in the language of the page.
    public String t(String key) {
        return text.get(key);
    }

    /// A text with values.
    public String t(String key, Object... values) {
        return text.get(key, values);
    }
}
