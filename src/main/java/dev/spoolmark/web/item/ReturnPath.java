package dev.spoolmark.web.item;

import dev.spoolmark.http.Response;
import dev.spoolmark.web.LocalPath;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.UndoToken;
import java.util.regex.Pattern;

/// Where a form leads to after it was carried out: the page that it was on.
final class ReturnPath {

    private static final Pattern PLACE = Pattern.compile("[a-z][a-z0-9_-]{0,40}");

    private ReturnPath() {}

    /// Without a message.
    static Response to(PageRequest request) {
        return request.redirect(of(request) + place(request));
    }

    /// @param notice name of a text whose key begins with `notice.`
    static Response withNotice(PageRequest request, String notice) {
        return with(request, "notice=" + notice);
    }

    /// With the offer to undo the change.
    static Response withUndo(PageRequest request, UndoToken undo) {
        return with(request, "undo=" + undo.text());
    }

    private static Response with(PageRequest request, String message) {
        String path = of(request);
        return request.redirect(path + (path.indexOf('?') < 0 ? "?" : "&") + message + place(request));
    }

    /// The field `at`: the id of the element that the browser shows, so that it does not begin at the top again.
    private static String place(PageRequest request) {
        String at = request.form().text("at");
        return PLACE.matcher(at).matches() ? "#" + at : "";
    }

    /// The field `back`, if it is a page of this server, else the first page.
    static String of(PageRequest request) {
        return LocalPath.of(request.form().text("back"))
                .filter(path -> path.indexOf('#') < 0)
                .orElse("/");
    }
}
