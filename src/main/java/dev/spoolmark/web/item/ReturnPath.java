package dev.spoolmark.web.item;

import dev.spoolmark.http.Response;
import dev.spoolmark.web.LocalPath;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.UndoToken;

/// Where a form leads to after it was carried out: the page that it was on.
final class ReturnPath {

    private ReturnPath() {}

    /// Without a message.
    static Response to(PageRequest request) {
        return request.redirect(of(request));
    }

    /// @param notice name of a text whose key begins with `notice.`
    static Response withNotice(PageRequest request, String notice) {
        return request.redirect(of(request), notice);
    }

    /// With the offer to undo the change.
    static Response withUndo(PageRequest request, UndoToken undo) {
        String path = of(request);
        return request.redirect(path + (path.indexOf('?') < 0 ? "?" : "&") + "undo=" + undo.text());
    }

    /// The field `back`, if it is a page of this server, else the first page.
    static String of(PageRequest request) {
        return LocalPath.of(request.form().text("back"))
                .filter(path -> path.indexOf('#') < 0)
                .orElse("/");
    }
}
