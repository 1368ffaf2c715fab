package dev.spoolmark.api.v1.model;

import dev.spoolmark.catalog.MediaId;
import org.jspecify.annotations.Nullable;

/// URLs in responses, all with the host of the request (`docs/spec/v1/conventions.md#images`,
/// `docs/spec/v1/conventions.md#slugs-and-urls`).
///
/// @param base scheme and host, without a slash at the end
public record V1Links(String base) {

    private static final int VERSIONS = 100_000;

    public String movie(String slug) {
        return base + "/movie/" + slug;
    }

    public String show(String slug) {
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

    /// The URL of the image of an item, or of a placeholder whose name clients know.
    public String image(String folder, MediaId owner, @Nullable String source, String placeholder) {
        return source == null ? placeholder(placeholder) : imageUrl(folder, Long.toString(owner.value()), source, "");
    }

    /// The URL of an image. It contains a number that changes with the image, so that caches do not return an
    /// old one.
    ///
    /// @param owner the ids of the item in the file name
    /// @param source the URL at the source of the image
    /// @param size empty, or a width that clients know, such as `-940`
    String imageUrl(String folder, String owner, String source, String size) {
        int version = Math.floorMod(source.hashCode(), VERSIONS);
        return base + "/images/" + folder + "/" + owner + "." + version + size + ".jpg";
    }

    /// The URL of the picture of a user.
    ///
    /// @param hash null without a picture
    String avatar(@Nullable String hash) {
        return hash == null ? placeholder("avatar-large") : base + "/images/avatars/" + hash + ".jpg";
    }

    String placeholder(String name) {
        return base + "/images/" + name + ".jpg";
    }
}
