package dev.spoolmark.web.asset;

import dev.spoolmark.core.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// The files in `web/assets`, each under an address with a hash of its content. They are read and compressed once,
/// when the server starts.
public final class Assets {

    private static final String ROOT = "/assets/";
    private static final int HASH_BYTES = 5;

    private static final List<String> NAMES = List.of(
            "app.css",
            "app.mjs",
            "apple-touch-icon.png",
            "favicon.svg",
            "icon-192.png",
            "icon-512.png",
            "icon-maskable-512.png",
            "icons.svg",
            "keyboard.mjs",
            "live.mjs",
            "logo.svg",
            "offline.mjs",
            "queue.mjs",
            "rating.mjs",
            "search.mjs",
            "selection.mjs",
            "watched.mjs");

    private final Map<String, Asset> files = new LinkedHashMap<>();

    public Assets() {
        NAMES.forEach(name -> files.put(name, read(name, type(name))));
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

    /// The names of all files, sorted.
    public List<String> names() {
        return NAMES;
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js", "mjs" -> "text/javascript; charset=utf-8";
            case "png" -> "image/png";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalStateException("no type for the asset " + name);
        };
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
