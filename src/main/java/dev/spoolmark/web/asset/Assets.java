package dev.spoolmark.web.asset;

import dev.spoolmark.core.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// The files in `web/assets`, each under an address with a hash of its content. They are read and compressed once,
/// when the server starts.
public final class Assets {

    private static final String ROOT = "/assets/";
    private static final int HASH_BYTES = 5;

    private static final Map<String, String> TYPES = Map.of(
            "app.css", "text/css; charset=utf-8",
            "app.mjs", "text/javascript; charset=utf-8",
            "watched.mjs", "text/javascript; charset=utf-8",
            "rating.mjs", "text/javascript; charset=utf-8",
            "search.mjs", "text/javascript; charset=utf-8",
            "htmx.min.js", "text/javascript; charset=utf-8",
            "icons.svg", "image/svg+xml",
            "logo.svg", "image/svg+xml",
            "favicon.svg", "image/svg+xml");

    private final Map<String, Asset> files = new LinkedHashMap<>();

    public Assets() {
        TYPES.forEach((name, type) -> files.put(name, read(name, type)));
    }

    /// The path of a file below the base path of the server.
    ///
    /// @throws IllegalArgumentException when there is no such file
    public String path(String name) {
        Asset file = files.get(name);
        if (file == null) {
            throw new IllegalArgumentException("no asset " + name);
        }
        return ROOT + file.hash() + "/" + name;
    }

    /// The file of a name, whatever hash it is asked for with.
    public Optional<Asset> find(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static Asset read(String name, String type) {
        try (InputStream in = Assets.class.getResourceAsStream("/web/assets/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the asset " + name + " is missing");
            }
            byte[] plain = in.readAllBytes();
            String hash = HexFormat.of().formatHex(Sha256.newDigest().digest(plain), 0, HASH_BYTES);
            return new Asset(name, type, hash, plain, gzip(plain));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
            out.write(plain);
        }
        return compressed.toByteArray();
    }
}
