package dev.spoolmark.app.metrics;

import dev.spoolmark.http.AccessLog;
import dev.spoolmark.http.RequestHandler;
import dev.spoolmark.http.RequestHead;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/// All metrics, and the page with them in the text format of Prometheus
/// (`docs/scaling.md#metrics`).
public final class Metrics implements RequestHandler {

    private static final String PATH = "/metrics";
    private static final double MILLISECONDS_A_SECOND = 1_000;
    private static final double[] BOUNDS = {0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 10};

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final PrometheusTextFormatWriter writer =
            PrometheusTextFormatWriter.builder().build();
    private final Histogram responseTimes;

    public Metrics() {
        JvmMetrics.builder().register(registry);
        responseTimes = Histogram.builder()
                .name("spoolmark_request_seconds")
                .help("How long requests took, by the path as the specification writes it.")
                .labelNames("route", "status")
                .classicOnly()
                .classicUpperBounds(BOUNDS)
                .register(registry);
    }

    /// Records a request that has its response.
    public void recordRequest(AccessLog.Entry entry) {
        responseTimes
                .labelValues(entry.trace().route(), Integer.toString(entry.status()))
                .observe(entry.milliseconds() / MILLISECONDS_A_SECOND);
    }

    /// Adds a gauge, read for each scrape.
    public void gauge(String name, String help, DoubleSupplier value) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    /// Adds a gauge with one value for each value of `label`.
    public void labelledGauge(String name, String help, String label, Supplier<Map<String, Double>> values) {
        GaugeWithCallback.builder()
                .name(name)
                .help(help)
                .labelNames(label)
                .callback(callback -> values.get().forEach((of, value) -> callback.call(value, of)))
                .register(registry);
    }

    /// Adds a counter.
    public void counter(String name, String help, DoubleSupplier value) {
        CounterWithCallback.builder()
                .name(name)
                .help(help)
                .callback(callback -> callback.call(value.getAsDouble()))
                .register(registry);
    }

    @Override
    public boolean matches(RequestHead head) {
        return head.rawPath().equals(PATH);
    }

    @Override
    public Route route(RequestHead head) {
        return this::handle;
    }

    private Response handle(ServerRequest request) {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        try {
            writer.write(page, registry.scrape());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Response.of(200, writer.getContentType(), page.toByteArray());
    }
}
