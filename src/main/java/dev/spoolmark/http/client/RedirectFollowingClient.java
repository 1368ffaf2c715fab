package dev.spoolmark.http.client;

import dev.spoolmark.http.client.ExchangeResult.UpstreamHealth;
import dev.spoolmark.http.client.FetchResult.Failed;
import dev.spoolmark.http.client.FetchResult.Missing;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
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

/// Speaks HTTP with one destination, following its redirects as far as they may be followed
/// (`docs/security.md#sec-f3`).
///
/// The library's own redirects, retries, proxies of the environment, cookies and unpacking are off: each would go
/// around a check made here.
final class RedirectFollowingClient {

    private static final int REDIRECTS = 3;
    private static final Duration LONG_KEPT = Duration.ofSeconds(30);

    private final UpstreamTarget destination;
    private final InstantSource clock;
    private final CloseableHttpClient http;

    RedirectFollowingClient(UpstreamClients upstreamClients, UpstreamTarget destination, int connections) {
        this.destination = destination;
        this.clock = upstreamClients.clock();
        this.http = client(upstreamClients, destination, connections);
    }

    private static CloseableHttpClient client(
            UpstreamClients upstreamClients, UpstreamTarget destination, int connections) {
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
                        .setTimeToLive(Timeout.of(LONG_KEPT))
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

    ExchangeResult run(UpstreamRequest ask) {
        try {
            return follow(ask, destination.base().resolve(ask.target()));
        } catch (IllegalArgumentException unreadable) {
            return refused("names an address that is none");
        }
    }

    private ExchangeResult follow(UpstreamRequest ask, URI first) {
        URI at = first;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            Optional<String> objection = destination.rejectionReason(at);
            if (objection.isPresent()) {
                return refused("leads to " + objection.get() + ", which is not followed");
            }
            Step step = step(ask, at);
            if (step.outcome().isPresent()) {
                return step.outcome().get();
            }
            at = at.resolve(step.next().orElseThrow());
        }
        return refused("redirects more than " + REDIRECTS + " times");
    }

    /// Either the end of the exchange or where it goes on.
    private record Step(Optional<ExchangeResult> outcome, Optional<String> next) {

        static Step end(ExchangeResult outcome) {
            return new Step(Optional.of(outcome), Optional.empty());
        }
    }

    private Step step(UpstreamRequest ask, URI at) {
        HttpUriRequestBase request = request(ask, at);
        try {
            return http.execute(request, response -> {
                try {
                    return step(ask, response);
                } catch (IOException e) {
                    // Or the library would read the rest: a connection is cheaper than fifty megabytes.
                    request.cancel();
                    throw e;
                }
            });
        } catch (IOException e) {
            return Step.end(isOfTheContent(e) ? ExchangeResult.unusable(worded(e)) : ExchangeResult.broken(worded(e)));
        }
    }

    private Step step(UpstreamRequest ask, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (status == 200 || status == 201) {
            return Step.end(BoundedResponseReader.of(ask.expected(), response));
        }
        BoundedResponseReader.finish(response);
        if (status >= 300 && status < 400) {
            Header location = response.getFirstHeader(HttpHeaders.LOCATION);
            return location == null || ask.body() != null
                    ? Step.end(refused("redirects to nowhere"))
                    : new Step(Optional.empty(), Optional.of(location.getValue()));
        }
        return Step.end(declined(response, status));
    }

    private ExchangeResult declined(ClassicHttpResponse response, int status) {
        return switch (status) {
            case 404, 410 -> ExchangeResult.well(new Missing());
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
                        .resting(Optional.of(RetryAfter.of(response, clock).orElse(RetryAfter.USUAL)));
            default ->
                status >= 500
                        ? ExchangeResult.broken("answered " + status).resting(RetryAfter.of(response, clock))
                        : refused("answered " + status);
        };
    }

    private HttpUriRequestBase request(UpstreamRequest ask, URI at) {
        HttpUriRequestBase request = ask.body() == null ? new HttpGet(at) : new HttpPost(at);
        if (ask.body() != null) {
            request.setEntity(new ByteArrayEntity(ask.body().reveal(), ContentType.APPLICATION_JSON));
        }
        request.setHeader(HttpHeaders.ACCEPT, ask.expected().type());
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        if (ask.key() != null && destination.isBase(at)) {
            request.setHeader(
                    HttpHeaders.AUTHORIZATION, "Bearer " + new String(ask.key().reveal(), StandardCharsets.UTF_8));
        }
        return request;
    }

    /// Not the fault of a sick destination, so its circuit stays as it is.
    private static ExchangeResult refused(String reason) {
        return new ExchangeResult(Failed.because(reason), UpstreamHealth.NEUTRAL, Optional.empty());
    }

    private static boolean isOfTheContent(IOException fault) {
        return fault instanceof BoundedResponseReader.ResponseTooLargeException
                || fault instanceof ZipException
                || fault instanceof EOFException;
    }

    /// One line about what went wrong on the way. The library's own words name addresses.
    private static String worded(IOException fault) {
        return switch (fault) {
            case BoundedResponseReader.ResponseTooLargeException tooMuch ->
                "answered more than " + tooMuch.most() + " bytes; the rest was not read";
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
