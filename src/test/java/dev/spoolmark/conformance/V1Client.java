package dev.spoolmark.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// Sends requests to v1 in all forms of old clients.
public final class V1Client {

    public static final String KEY = "5d41402abc4b2a76b9719d911017c592ae0f7cb1";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;

    V1Client(int port) {
        this.base = "http://127.0.0.1:" + port;
    }

    /// A client of the server on this port.
    public static V1Client to(int port) {
        return new V1Client(port);
    }

    public String base() {
        return base;
    }

    /// A write as documented: no suffix, a JSON body.
    public RequestBuilder post(String method) {
        return new RequestBuilder(method, "POST", "/" + method + "/" + KEY);
    }

    /// A read: the suffix, then the key, then `parameters`, each with its slash or question mark.
    public RequestBuilder get(String method, String parameters) {
        return new RequestBuilder(method, "GET", "/" + method + ".json/" + KEY + parameters);
    }

    /// A request with any path, in which `{key}` is replaced by the key.
    public RequestBuilder send(String httpMethod, String path) {
        return new RequestBuilder("-", httpMethod, path.replace("{key}", KEY));
    }

    /// A builder of a request.
    public final class RequestBuilder {

        private String method;
        private final String httpMethod;
        private final String path;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private String members = "";
        private byte[] body = new byte[0];
        private boolean complete;

        RequestBuilder(String method, String httpMethod, String path) {
            this.method = method;
            this.httpMethod = httpMethod;
            this.path = path;
        }

        /// Signs in with members of the body.
        public RequestBuilder as(TestUser user) {
            members = "\"username\":\"%s\",\"password\":\"%s\"".formatted(user.name(), user.sha1());
            return this;
        }

        /// Selects the golden files of a method for an unusual path.
        public RequestBuilder as(String name) {
            method = name;
            return this;
        }

        /// Signs in with a header.
        public RequestBuilder basic(TestUser user) {
            String pair = user.name() + ":" + user.sha1();
            return header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }

        public RequestBuilder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /// The members of the body, without the outer braces.
        public V1Response with(String more) {
            String both = members.isEmpty() || more.isBlank() ? members + more : members + "," + more;
            return raw("{" + both + "}");
        }

        /// A body that is sent as it is.
        public V1Response raw(String text) {
            return raw(text.getBytes(StandardCharsets.UTF_8));
        }

        public V1Response raw(byte[] bytes) {
            body = bytes;
            complete = true;
            return send();
        }

        public V1Response send() {
            if (!complete && !members.isEmpty()) {
                body = ("{" + members + "}").getBytes(StandardCharsets.UTF_8);
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                    .method(httpMethod, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
            headers.forEach(request::header);
            try {
                return new V1Response(method, HTTP.send(request.build(), BodyHandlers.ofByteArray()));
            } catch (IOException e) {
                throw new IllegalStateException("no answer from " + httpMethod + " " + path, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
