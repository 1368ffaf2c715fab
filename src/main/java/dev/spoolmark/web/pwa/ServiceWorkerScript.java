package dev.spoolmark.web.pwa;

import dev.spoolmark.core.Sha256;
import dev.spoolmark.http.json.Json;
import dev.spoolmark.web.Links;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// The script of the service worker: the file `web/worker/sw.js` below constants with the addresses of this server. It
/// changes whenever an asset changes, so that browsers load it again.
final class ServiceWorkerScript {

    private static final int VERSION_BYTES = 5;

    /// Files that every page needs; libraries are loaded where a page uses them.
    private static final Pattern NEEDED = Pattern.compile("\\.(?:css|mjs|svg)$");

    private static final String SCRIPT = read();

    private ServiceWorkerScript() {}

    static String of(Links links) {
        List<String> assets = links.assets().names().stream()
                .filter(name -> NEEDED.matcher(name).find())
                .map(links::asset)
                .toList();
        String constants = "const BASE = " + json(links.basePath()) + ";\nconst ASSETS = " + json(assets) + ";\n";
        byte[] hash = Sha256.newDigest().digest((constants + SCRIPT).getBytes(StandardCharsets.UTF_8));
        return "const VERSION = " + json(HexFormat.of().formatHex(hash, 0, VERSION_BYTES)) + ";\n" + constants + SCRIPT;
    }

    private static String json(Object value) {
        return new String(Json.bytes(value), StandardCharsets.UTF_8);
    }

    private static String read() {
        try (InputStream in = ServiceWorkerScript.class.getResourceAsStream("/web/worker/sw.js")) {
            if (in == null) {
                throw new IllegalStateException("the script of the service worker is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
