package dev.spoolmark.web.settings;

import dev.spoolmark.artwork.UserPictures;
import dev.spoolmark.http.Response;
import dev.spoolmark.web.Layout;
import dev.spoolmark.web.PageAccess;
import dev.spoolmark.web.PageRequest;
import dev.spoolmark.web.PageRoutes;
import dev.spoolmark.web.Upload;
import dev.spoolmark.web.form.Form;
import org.jspecify.annotations.Nullable;

/// The picture of a user: upload and removal.
public final class PicturePages {

    private static final String PATH = "/settings/account/picture";
    private static final String TEMPLATE = "page/settings/picture";
    private static final String FIELD = "picture";

    private final UserPictures pictures;

    public PicturePages(UserPictures pictures) {
        this.pictures = pictures;
    }

    /// @param address of the current picture; null if there is none
    /// @param megabytes largest file
    public record PicturePage(
            Layout layout, Form form, @Nullable String address, int megabytes) {}

    public void declare(PageRoutes routes) {
        routes.get(
                        PATH,
                        PageAccess.SIGNED_IN,
                        request -> request.page(TEMPLATE, page(request, Form.empty(request.text()))))
                .upload(PATH, PageAccess.SIGNED_IN, this::upload)
                .post(PATH + "/remove", PageAccess.SIGNED_IN, this::remove);
    }

    private static PicturePage page(PageRequest request, Form form) {
        String hash = request.account().profile().avatar();
        return new PicturePage(
                request.layout("settings.picture.title"),
                form,
                hash == null ? null : request.site().links().to("/images/avatars/" + hash + ".jpg"),
                UserPictures.LARGEST_FILE >> 20);
    }

    private Response upload(PageRequest request) {
        return Upload.handle(request, FIELD, UserPictures.LARGEST_FILE, file -> replace(request, file));
    }

    private Response replace(PageRequest request, byte[] file) {
        Form form = Form.empty(request.text());
        if (file.length == 0) {
            form.error(FIELD, "form.required");
        } else if (!pictures.replace(request.account(), file)) {
            form.error(FIELD, "settings.picture.unusable");
        }
        return form.hasErrors()
                ? request.invalid(TEMPLATE, page(request, form))
                : request.redirect(PATH, "picture_changed");
    }

    private Response remove(PageRequest request) {
        request.waiting(() -> {
            pictures.remove(request.account());
            return request;
        });
        return request.redirect(PATH, "picture_removed");
    }
}
