package dev.spoolmark.web;

import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.http.response.ResponseContentCoding;
import dev.spoolmark.web.asset.Asset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Serves the assets: `/assets/HASH/NAME`.
final class AssetResponses {

    private static final String ROOT = "/assets/";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{10}");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final Links links;

    AssetResponses(Links links) {
        this.links = links;
    }

    boolean isAsset(String path) {
        return path.startsWith(ROOT);
    }

    Response respond(ServerRequest request) {
        return response(request).with(new Response.AccessLogFields(ROOT, null, null));
    }

    private Response response(ServerRequest request) {
        if (!request.isGet()) {
            return Response.empty(405, Map.of("Allow", "GET, HEAD"));
        }
        String[] parts = request.rawPath().substring(ROOT.length()).split("/", -1);
        Optional<Asset> found = parts.length == 2 && HASH.matcher(parts[0]).matches()
                ? links.assets().find(parts[1])
                : Optional.empty();
        return found.map(asset -> asset.hash().equals(parts[0]) ? content(asset, request) : current(asset))
                .orElseGet(() -> Response.empty(404));
    }

    /// A page that was loaded before an update asks for the file of that time.
    private Response current(Asset asset) {
        return Response.empty(302, Map.of("Location", links.asset(asset.name())));
    }

    private static Response content(Asset asset, ServerRequest request) {
        boolean gzip = ResponseContentCoding.acceptsGzip(
                List.of(request.header("Accept-Encoding").orElse("").split(",", -1)));
        Response response = gzip
                ? Response.of(200, asset.type(), asset.gzip()).with("Content-Encoding", "gzip")
                : Response.of(200, asset.type(), asset.plain());
        return response.with("Cache-Control", FOR_EVER).with("Vary", "Accept-Encoding");
    }
}
