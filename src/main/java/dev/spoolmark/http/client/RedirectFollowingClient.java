package dev.spoolmark.http.client;

import dev.spoolmark.http.client.ExchangeResult.UpstreamHealth;
import dev.spoolmark.http.client.FetchResult.Failed;
import dev.spoolmark.http.client.FetchResult.Missing;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/// Sends requests to one source and follows its redirects as far as allowed (`docs/security.md#sec-f3`).
///
/// Redirects, retries, environment proxies, cookies and decompression of the library are disabled, since each
/// would bypass a check made here.
final class RedirectFollowingClient {

    private static final int MAX_REDIRECTS = 3;
    private static final Duration CONNECTION_LIFETIME = Duration.ofSeconds(30);

    private final UpstreamDestination destination;
    private final InstantSource clock;
    private final CloseableHttpClient http;

    RedirectFollowingClient(UpstreamClientFactory upstreamClients, UpstreamDestination destination, int connections) {
        this.destination = destination;
        this.clock = upstreamClients.clock();
        this.http = client(upstreamClients, destination, connections);
    }

    private static CloseableHttpClient client(
            UpstreamClientFactory upstreamClients, UpstreamDestination destination, int connections) {
        Timeout connect = Timeout.of(upstreamClients.timeouts().connect());
        Timeout firstByte = Timeout.of(upstreamClients.timeouts().firstByte());
        var manager = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new SsrfSafeDnsResolver(upstreamClients.names(), destination.allowed()))
                .setTlsSocketStrategy(new DefaultClientTlsStrategy(
                        upstreamClients.tls().get(),
                        HostnameVerificationPolicy.BOTH,
                        HttpsSupport.getDefaultHostnameVerifier()))
                .setMaxConnPerRoute(connections)
                .setMaxConnTotal(connections * (1 + destination.otherHosts().size()))
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(connect)
                        .setSocketTimeout(firstByte)
                        .setTimeToLive(Timeout.of(CONNECTION_LIFETIME))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(manager)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(firstByte)
                        .setConnectionRequestTimeout(
                                Timeout.of(upstreamClients.timeouts().total()))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setUserAgent(upstreamClients.product())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    ExchangeResult run(UpstreamRequest request) {
        try {
            return follow(request, destination.base().resolve(request.target()));
        } catch (IllegalArgumentException unreadable) {
            return rejected("names an address that is none");
        }
    }

    private ExchangeResult follow(UpstreamRequest request, URI first) {
        URI at = first;
        for (int hop = 0; hop <= MAX_REDIRECTS; hop++) {
            Optional<String> objection = destination.rejectionReason(at);
            if (objection.isPresent()) {
                return rejected("leads to " + objection.get() + ", which is not followed");
            }
            Step step = step(request, at);
            if (step.outcome().isPresent()) {
                return step.outcome().get();
            }
            at = at.resolve(step.next().orElseThrow());
        }
        return rejected("redirects more than " + MAX_REDIRECTS + " times");
    }

    /// Either the result or the target of a redirect.
    private record Step(Optional<ExchangeResult> outcome, Optional<String> next) {

        static Step end(ExchangeResult outcome) {
            return new Step(Optional.of(outcome), Optional.empty());
        }
    }

    private Step step(UpstreamRequest upstream, URI at) {
        HttpUriRequestBase request = request(upstream, at);
        try {
            return http.execute(request, response -> {
                try {
                    return step(upstream, response);
                } catch (IOException e) {
                    // Otherwise the library would read the rest: a new connection is cheaper than 50 MB.
                    request.cancel();
                    throw e;
                }
            });
        } catch (IOException e) {
            return Step.end(
                    isContentError(e) ? ExchangeResult.unusable(describe(e)) : ExchangeResult.failure(describe(e)));
        }
    }

    private Step step(UpstreamRequest request, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (status == 200 || status == 201) {
            return Step.end(BoundedResponseReader.of(request.expected(), response));
        }
        BoundedResponseReader.finish(response);
        if (status >= 300 && status < 400) {
            Header location = response.getFirstHeader(HttpHeaders.LOCATION);
            return location == null || request.body() != null
                    ? Step.end(rejected("redirects to nowhere"))
                    : new Step(Optional.empty(), Optional.of(location.getValue()));
        }
        return Step.end(declined(response, status));
    }

    private ExchangeResult declined(ClassicHttpResponse response, int status) {
        return switch (status) {
            case 404, 410 -> ExchangeResult.success(new Missing());
            case 401, 403 ->
                new ExchangeResult(
                        new Failed("does not accept the key (" + status + ")", true, false),
                        UpstreamHealth.NEUTRAL,
                        Optional.empty());
            case 429 ->
                new ExchangeResult(
                                Failed.forNow("asks to be left alone for a while (429)"),
                                UpstreamHealth.NEUTRAL,
                                Optional.empty())
                        .paused(Optional.of(RetryAfter.of(response, clock).orElse(RetryAfter.DEFAULT)));
            default ->
                status >= 500
                        ? ExchangeResult.failure("answered " + status).paused(RetryAfter.of(response, clock))
                        : rejected("answered " + status);
        };
    }

    private HttpUriRequestBase request(UpstreamRequest upstream, URI at) {
        HttpUriRequestBase request = upstream.body() == null ? new HttpGet(at) : new HttpPost(at);
        if (upstream.body() != null) {
            request.setEntity(new ByteArrayEntity(upstream.body().reveal(), ContentType.parse(upstream.bodyType())));
        }
        request.setHeader(HttpHeaders.ACCEPT, upstream.expected().type());
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        if (upstream.authorization() != null && destination.isBase(at)) {
            request.setHeader(
                    HttpHeaders.AUTHORIZATION, upstream.authorization().revealText());
        }
        return request;
    }

    /// Not a failure of the host, so its circuit does not change.
    private static ExchangeResult rejected(String reason) {
        return new ExchangeResult(Failed.because(reason), UpstreamHealth.NEUTRAL, Optional.empty());
    }

    private static boolean isContentError(IOException fault) {
        return fault instanceof BoundedResponseReader.ResponseTooLargeException
                || fault instanceof ZipException
                || fault instanceof EOFException;
    }

    /// The kind of failure in one line, without messages of the library, which contain addresses.
    private static String describe(IOException fault) {
        return switch (fault) {
            case BoundedResponseReader.ResponseTooLargeException tooMuch ->
                "answered more than " + tooMuch.maxBytes() + " bytes; the rest was not read";
            case SsrfSafeDnsResolver.NonPublicAddressException _ ->
                "has an address that is not public: see sources.allow_private";
            case UnknownHostException _ -> "cannot be found by its name";
            case ZipException _, EOFException _ -> "answered something that cannot be unpacked";
            case SSLException _ -> "could not be spoken to safely (TLS)";
            case InterruptedIOException _ -> "did not answer in time";
            default -> "cannot be reached or hung up";
        };
    }

    void close() {
        http.close(CloseMode.IMMEDIATE);
    }
}
