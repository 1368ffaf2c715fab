package dev.spoolmark.web.library;

import dev.spoolmark.web.LocalPath;
import dev.spoolmark.web.PageRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The address of a page with its state as a query.
///
/// @param text below the base path
public record PageAddress(String text) {

    /// Adds a member of the query; null and empty values are left out.
    public PageAddress with(String name, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        return new PageAddress(text + (text.indexOf('?') < 0 ? "?" : "&") + name + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /// Where a form leads: to the address in its field `next`, if that is the page or one below it.
    public static String back(PageRequest request, String page) {
        return within(request.form().text("next"), page);
    }

    /// An address of this server, if it is the page or one below it; otherwise the page.
    static String within(String address, String page) {
        return LocalPath.of(address)
                .filter(next -> next.equals(page) || next.startsWith(page + "?") || next.startsWith(page + "/"))
                .orElse(page);
    }

    @Override
    public String toString() {
        return text;
    }
}
