package dev.spoolmark.api.images;

import dev.spoolmark.artwork.Artwork;
import dev.spoolmark.artwork.Image;
import dev.spoolmark.artwork.Placeholders;
import dev.spoolmark.artwork.UserPictures;
import dev.spoolmark.db.QueryTimeout;
import dev.spoolmark.http.CorsPolicy;
import dev.spoolmark.http.ErrorResponse;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.RequestHandler;
import dev.spoolmark.http.RequestHead;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.http.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Serves images under the URLs in responses of v1, in the sizes that clients derive from them. Images need no
/// sign-in.
public final class ImageHandler implements RequestHandler {

    private static final System.Logger LOG = System.getLogger(ImageHandler.class.getName());

    private static final String PATH = "/images/";
    private static final Pattern AVATAR = Pattern.compile("/images/avatars/([0-9a-f]{32})\\.jpg");

    private static final String LONG_CACHE = "public, max-age=604800";

    /// For a placeholder: the image may exist soon.
    private static final String SHORT_CACHE = "public, max-age=300";

    private static final String POLICY = "default-src 'none'; sandbox";

    private static final CorsPolicy CORS =
            new CorsPolicy(List.of("GET", "HEAD", "OPTIONS"), List.of("Authorization", "Content-Type"));

    private final Artwork artwork;
    private final UserPictures pictures;
    private final Placeholders placeholders = new Placeholders();

    public ImageHandler(Artwork artwork, UserPictures pictures) {
        this.artwork = artwork;
        this.pictures = pictures;
    }

    @Override
    public CorsPolicy cors() {
        return CORS;
    }

    @Override
    public boolean matches(RequestHead head) {
        return head.rawPath().startsWith(PATH);
    }

    @Override
    public Route route(RequestHead head) {
        return this::handle;
    }

    private Response handle(ServerRequest request) {
        Matcher avatar = AVATAR.matcher(request.rawPath());
        return avatar.matches() ? avatar(request, avatar.group(1)) : item(request);
    }

    private Response avatar(ServerRequest request, String hash) {
        Response response = request.isGet()
                ? withTimeout(request, () -> pictures.find(hash))
                        .map(picture -> imageResponse(request, picture, LONG_CACHE))
                        .orElseGet(ImageHandler::notFound)
                : readOnly();
        return response.with(new Response.AccessLogFields("/images/avatars/{hash}.jpg", null, null));
    }

    private static Response readOnly() {
        return rejected(405, "images are read-only").with("Allow", "GET, HEAD");
    }

    private Response item(ServerRequest request) {
        Optional<ImagePath> path = ImagePath.of(request.rawPath());
        Response response = request.isGet()
                ? path.flatMap(known -> response(request, known)).orElseGet(ImageHandler::notFound)
                : readOnly();
        return response.with(
                new Response.AccessLogFields(path.map(ImagePath::route).orElse(PATH), null, null));
    }

    private Optional<Response> response(ServerRequest request, ImagePath path) {
        Optional<String> tag =
                path.artworkRef().flatMap(ref -> withTimeout(request, () -> artwork.tag(ref, path.width())));
        if (tag.isPresent() && isCached(request, tag.get())) {
            return Optional.of(withTag(Response.empty(304, Map.of()), tag.get(), LONG_CACHE));
        }
        Optional<Image> image =
                path.artworkRef().flatMap(ref -> withTimeout(request, () -> artwork.find(ref, path.width())));
        String cacheControl = image.isPresent() || path.folder().isEmpty() ? LONG_CACHE : SHORT_CACHE;
        return image.or(() -> placeholders.find(path.placeholder(), path.width()))
                .map(found -> imageResponse(request, found, cacheControl));
    }

    private static <T> T withTimeout(ServerRequest request, Supplier<T> reading) {
        return request.runBlocking(() -> QueryTimeout.with(HttpLimits.READ_TIME, reading::get));
    }

    private static Response imageResponse(ServerRequest request, Image image, String cacheControl) {
        Response response = isCached(request, image.tag())
                ? unchanged(image)
                : Response.stored(200, image.type(), image.length(), image.bytes());
        return withTag(response, image.tag(), cacheControl);
    }

    private static Response unchanged(Image image) {
        try {
            image.bytes().close();
        } catch (IOException unclosed) {
            LOG.log(System.Logger.Level.DEBUG, "the file of a picture cannot be closed", unclosed);
        }
        return Response.empty(304, Map.of());
    }

    /// Whether the client has the image with this tag.
    private static boolean isCached(ServerRequest request, String tag) {
        return request.header("If-None-Match")
                .filter(tags -> tags.contains(quote(tag)))
                .isPresent();
    }

    private static Response withTag(Response response, String tag, String cacheControl) {
        return response.with("Content-Security-Policy", POLICY)
                .with("ETag", quote(tag))
                .with("Cache-Control", cacheControl);
    }

    private static String quote(String tag) {
        return '"' + tag + '"';
    }

    private static Response notFound() {
        return rejected(404, "image not found");
    }

    private static Response rejected(int status, String error) {
        return Response.of(status, Json.CONTENT_TYPE, Json.bytes(new ErrorResponse(error)));
    }
}
