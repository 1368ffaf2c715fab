package dev.spoolmark.api.v1;

import dev.spoolmark.catalog.MediaId;
import org.jspecify.annotations.Nullable;

/// Addresses as v1 answers write them, all under the host that the client asked (`conventions.md` 7 and 9.10).
///
/// @param base scheme and host, without a slash at the end
record V1Links(String base) {

    String movie(String slug) {
        return base + "/movie/" + slug;
    }

    String show(String slug) {
        return base + "/show/" + slug;
    }

    String season(String showSlug, int number) {
        return number == 0 ? show(showSlug) + "/specials" : show(showSlug) + "/season/" + number;
    }

    String episode(String showSlug, int season, int number) {
        return show(showSlug) + "/season/" + season + "/episode/" + number;
    }

    String person(String slug) {
        return base + "/person/" + slug;
    }

    String user(String name) {
        return base + "/user/" + name;
    }

    String list(String userName, String slug) {
        return user(userName) + "/list/" + slug;
    }

    /// The picture of an item, or the placeholder that clients know by its name.
    String image(String folder, MediaId owner, @Nullable String source, String placeholder) {
        return source == null ? placeholder(placeholder) : base + "/images/" + folder + "/" + owner.value() + ".jpg";
    }

    String placeholder(String name) {
        return base + "/images/" + name + ".jpg";
    }
}
