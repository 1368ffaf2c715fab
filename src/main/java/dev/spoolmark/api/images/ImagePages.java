package dev.spoolmark.api.images;

import dev.spoolmark.artwork.Artwork;
import dev.spoolmark.artwork.Picture;
import dev.spoolmark.artwork.Placeholders;
import dev.spoolmark.store.ReadBudget;
import dev.spoolmark.wire.Dialect;
import dev.spoolmark.wire.Json;
import dev.spoolmark.wire.Limits;
import dev.spoolmark.wire.Reply;
import dev.spoolmark.wire.Request;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Serves pictures under the addresses that v1 answers give, in the sizes that clients make of them. For everyone:
/// what a poster shows is no secret.
public final class ImagePages implements Dialect {

    private static final System.Logger LOG = System.getLogger(ImagePages.class.getName());

    private static final String PLACE = "/images/";

    private static final String LASTING = "public, max-age=604800";

    /// There may be a picture soon.
    private static final String PASSING = "public, max-age=300";

    private static final String POLICY = "default-src 'none'; sandbox";

    private final Artwork artwork;
    private final Placeholders placeholders = new Placeholders();

    public ImagePages(Artwork artwork) {
        this.artwork = artwork;
    }

    @Override
    public boolean crossOrigin() {
        return true;
    }

    @Override
    public boolean speaks(String rawPath) {
        return rawPath.startsWith(PLACE);
    }

    @Override
    public Reply answer(Request request) {
        Optional<ImagePath> path = ImagePath.of(request.rawPath());
        Reply reply = request.verb().equals("GET")
                ? path.flatMap(known -> answer(request, known)).orElseGet(ImagePages::unknown)
                : refused(405, "pictures are only for reading").with("Allow", "GET, HEAD");
        return reply.with(new Reply.Trace(path.map(ImagePath::route).orElse(PLACE), null, null));
    }

    private Optional<Reply> answer(Request request, ImagePath path) {
        Optional<String> tag = path.piece().flatMap(piece -> inTime(request, () -> artwork.tag(piece, path.width())));
        if (tag.isPresent() && isKnown(request, tag.get())) {
            return Optional.of(marked(Reply.empty(304, Map.of()), tag.get(), LASTING));
        }
        Optional<Picture> picture =
                path.piece().flatMap(piece -> inTime(request, () -> artwork.find(piece, path.width())));
        String lasting = picture.isPresent() || path.folder().isEmpty() ? LASTING : PASSING;
        return picture.or(() -> placeholders.find(path.placeholder(), path.width()))
                .map(found -> reply(request, found, lasting));
    }

    private static <T> T inTime(Request request, Supplier<T> reading) {
        return request.aside(() -> ReadBudget.within(Limits.READ_TIME, reading::get));
    }

    private static Reply reply(Request request, Picture picture, String lasting) {
        Reply reply = isKnown(request, picture.tag())
                ? unchanged(picture)
                : Reply.stored(200, picture.type(), picture.length(), picture.bytes());
        return marked(reply, picture.tag(), lasting);
    }

    private static Reply unchanged(Picture picture) {
        try {
            picture.bytes().close();
        } catch (IOException unclosed) {
            LOG.log(System.Logger.Level.DEBUG, "the file of a picture cannot be closed", unclosed);
        }
        return Reply.empty(304, Map.of());
    }

    /// Whether the client has the picture of this tag already.
    private static boolean isKnown(Request request, String tag) {
        return request.header("If-None-Match")
                .filter(tags -> tags.contains(quoted(tag)))
                .isPresent();
    }

    private static Reply marked(Reply reply, String tag, String lasting) {
        return reply.with("Content-Security-Policy", POLICY)
                .with("ETag", quoted(tag))
                .with("Cache-Control", lasting);
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }

    private static Reply unknown() {
        return refused(404, "no picture has this address");
    }

    private static Reply refused(int status, String error) {
        return Reply.of(status, Json.CONTENT_TYPE, Json.bytes(Map.of("status", "failure", "error", error)));
    }
}
