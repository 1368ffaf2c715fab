package dev.spoolmark.http.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.db.TestDatabases;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.IoWatchdog;
import dev.spoolmark.http.PermitAwareIo;
import dev.spoolmark.http.overload.AdmissionControl;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedBodyTest {

    record Bulk(@Nullable LenientValue title) {}

    private static final int LIMIT = 4 * 1024 * 1024;

    private final Path folder = TestDatabases.folder().resolve("bodies");
    private final ByteBudget memory = new ByteBudget(LIMIT, Duration.ZERO);
    private final ByteBudget checks = new ByteBudget(1, Duration.ZERO);
    private final ByteBudget disk = new ByteBudget(LIMIT, Duration.ZERO);
    private final IoWatchdog watchdog = new IoWatchdog(() -> Instant.EPOCH);
    private final AdmissionControl admission = new AdmissionControl(1, 0, Duration.ZERO);
    private final List<String> calls = new ArrayList<>();

    @AfterEach
    void stop() {
        watchdog.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, HttpLimits.BODY_IN_MEMORY_BYTES, HttpLimits.BODY_IN_MEMORY_BYTES + 1, 100_000})
    void aBodyCanBeReadTwice(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);

        for (boolean declared : List.of(true, false)) {
            try (ReceivedBody body = receive(bytes, declared, RequestContentCoding.IDENTITY)) {
                assertThat(body.bytes()).isEqualTo(bytes);
                assertThat(body.bytes()).isEqualTo(bytes);
                assertThat(body.isLarge()).isEqualTo(size > HttpLimits.BODY_IN_MEMORY_BYTES);
            }
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void thePolicyIsCalledBeforeALargeBodyIsRead() throws IOException {
        byte[] large = new byte[HttpLimits.BODY_IN_MEMORY_BYTES + 1];
        receive(new byte[HttpLimits.BODY_IN_MEMORY_BYTES], true, RequestContentCoding.IDENTITY);
        receive(new byte[HttpLimits.BODY_IN_MEMORY_BYTES], false, RequestContentCoding.IDENTITY);
        assertThat(calls).isEmpty();

        receive(large, true, RequestContentCoding.IDENTITY).close();
        assertThat(calls).containsExactly("large");
        receive(large, false, RequestContentCoding.IDENTITY).close();
        assertThat(calls).containsExactly("large", "large");
    }

    @Test
    void aRejectedBodyLeavesNoFile() throws IOException {
        byte[] blanks = new byte[LIMIT + 1];
        Arrays.fill(blanks, (byte) ' ');

        assertThat(problem(() -> receive(blanks, false, RequestContentCoding.IDENTITY)))
                .isEqualTo(new Problem.TooBig(LIMIT, "bytes"));
        assertThat(files()).isEmpty();
    }

    @Test
    void aDiskFailureIsReportedAsOverload() throws IOException {
        Files.writeString(folder, "a file where the folder belongs");

        assertThat(problem(() -> receive(new byte[100_000], true, RequestContentCoding.IDENTITY)))
                .isInstanceOf(Problem.Overloaded.class);
        assertThat(receive(new byte[1000], true, RequestContentCoding.IDENTITY).bytes())
                .hasSize(1000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"title\":1}", "{\"x\":[\"a\",2,{\"b\":null}]}", "title=1&a[]=2", ""})
    void aLargeBodyWithAValidFirstPartIsReadCompletely(String sound) throws IOException {
        byte[] body = (" ".repeat(HttpLimits.BODY_PART_BYTES - 3) + sound + " ".repeat(100_000))
                .getBytes(StandardCharsets.UTF_8);

        try (ReceivedBody sent = receive(body, false, RequestContentCoding.IDENTITY)) {
            assertThat(sent.bytes()).isEqualTo(body);
            assertThat(RequestBodyReader.check(sent, Bulk.class).build()).isNotNull();
        }
        assertThat(calls).containsExactly("large", "part");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a[]=&", "{\"x\":[{},", "[1,", "{\"x\":1,\"x\":2,", "%zz"})
    void aLargeBodyWithAnInvalidFirstPartIsRejectedEarly(String begin) throws IOException {
        String repeated = begin.equals("{\"x\":[{},") ? "{}," : begin;
        byte[] body = (begin + repeated.repeat(2 * HttpLimits.BODY_PART_BYTES / repeated.length()))
                .getBytes(StandardCharsets.UTF_8);
        LimitedBodyStream in = incoming(body, true);

        assertThat(problem(() -> receive(in, RequestContentCoding.IDENTITY))).isNotInstanceOf(Problem.Overloaded.class);
        assertThat(in.hasUnreadBytes()).isTrue();
        assertThat(files()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(RequestContentCoding.class)
    void aBodyIsReadInEveryEncoding(RequestContentCoding encoding) throws IOException {
        byte[] json = "\uFEFF{\"title\":\"Amélie\"}".getBytes(StandardCharsets.UTF_8);

        try (ReceivedBody body = receive(encoded(encoding, json), true, encoding)) {
            assertThat(RequestBodyReader.check(body, Bulk.class).build().value())
                    .isEqualTo(new Bulk(new LenientValue("Amélie", true)));
        }
    }

    @Test
    void deflateWithoutHeaderIsRead() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream raw = new DeflaterOutputStream(out, new Deflater(9, true))) {
            raw.write("{\"title\":1}".getBytes(StandardCharsets.UTF_8));
        }

        try (ReceivedBody body = receive(out.toByteArray(), true, RequestContentCoding.DEFLATE)) {
            assertThat(RequestBodyReader.check(body, Bulk.class).build().value())
                    .isEqualTo(new Bulk(new LenientValue("1", false)));
        }
    }

    @Test
    void aLargeCompressedBodyIsReadFromItsFile() throws IOException {
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);

        try (ReceivedBody body = receive(encoded(RequestContentCoding.GZIP, noise), false, RequestContentCoding.GZIP)) {
            assertThat(body.bytes()).isEqualTo(noise);
        }
    }

    @ParameterizedTest
    @EnumSource(value = RequestContentCoding.class, names = "IDENTITY", mode = EnumSource.Mode.EXCLUDE)
    void aBodyThatDecompressesBeyondTheLimitIsTooBig(RequestContentCoding encoding) throws IOException {
        byte[] blanks = new byte[LIMIT + 1];
        Arrays.fill(blanks, (byte) ' ');
        byte[] bomb = encoded(encoding, blanks);
        assertThat(bomb.length).isLessThan(10_000);

        try (ReceivedBody body = receive(bomb, true, encoding)) {
            assertThat(problem(() -> RequestBodyReader.check(body, Bulk.class)))
                    .isEqualTo(new Problem.TooBig(LIMIT, "bytes"));
        }
        try (ReceivedBody body = receive(encoded(encoding, Arrays.copyOf(blanks, LIMIT)), true, encoding)) {
            assertThat(RequestBodyReader.check(body, Bulk.class).build().value())
                    .isEqualTo(new Bulk(null));
        }
    }

    @ParameterizedTest
    @EnumSource(value = RequestContentCoding.class, names = "IDENTITY", mode = EnumSource.Mode.EXCLUDE)
    void malformedCompressionIsRejected(RequestContentCoding encoding) throws IOException {
        byte[] content = encoded(encoding, "{\"title\":\"a long text\"}".getBytes(StandardCharsets.UTF_8));
        byte[] plain = "{\"title\":\"a long text\"}".getBytes(StandardCharsets.UTF_8);

        for (byte[] broken : List.of(plain, Arrays.copyOf(content, content.length / 2), Arrays.copyOf(content, 1))) {
            try (ReceivedBody body = receive(broken, true, encoding)) {
                assertThat(problem(() -> RequestBodyReader.check(body, Bulk.class)))
                        .isInstanceOf(Problem.Unreadable.class);
            }
        }
    }

    @Test
    void theMemoryOfTheParsedBodyIsReservedUntilItIsClosed() throws IOException {
        byte[] json = ("{\"x\":[" + "1,".repeat(3000) + "1]}").getBytes(StandardCharsets.UTF_8);
        try (ReceivedBody body = receive(json, true, RequestContentCoding.IDENTITY)) {
            RequestBodyReader.Checked<Bulk> checked = RequestBodyReader.check(body, Bulk.class);
            assertThat(memory.free()).isEqualTo(LIMIT);

            var _ = checked.build();
            assertThat(memory.free()).isLessThan(LIMIT - 3000 * HttpLimits.VALUE_MEMORY_BYTES);
        }
        assertThat(memory.free()).isEqualTo(LIMIT);
    }

    @Test
    void aSmallBodyIsBoundDuringValidation() throws IOException {
        try (ReceivedBody little = receive(json("1", 1000), true, RequestContentCoding.IDENTITY);
                ReceivedBody much = receive(json("1", 5000), true, RequestContentCoding.IDENTITY);
                ReceivedBody form = receive(
                        "a[]=&".repeat(3000).getBytes(StandardCharsets.UTF_8), true, RequestContentCoding.IDENTITY);
                ReceivedBody packed =
                        receive(encoded(RequestContentCoding.GZIP, json("1", 1)), true, RequestContentCoding.GZIP)) {
            assertThat(RequestBodyReader.check(little, Bulk.class).isBuilt()).isTrue();
            assertThat(RequestBodyReader.check(much, Bulk.class).isBuilt()).isFalse();
            assertThat(RequestBodyReader.check(form, Bulk.class).isBuilt()).isFalse();
            assertThat(RequestBodyReader.check(packed, Bulk.class).isBuilt()).isFalse();
        }
    }

    @Test
    void aBoundBodyIsDroppedIfItsMemoryCannotBeReserved() throws IOException {
        try (ReceivedBody body = receive(json("1", 1000), true, RequestContentCoding.IDENTITY)) {
            RequestBodyReader.Checked<Bulk> checked = RequestBodyReader.check(body, Bulk.class);
            try (ByteBudget.Share _ = memory.reserve(LIMIT)) {
                assertThat(problem(checked::build)).isInstanceOf(Problem.Overloaded.class);
                assertThat(checked.isBuilt()).isFalse();
            }

            assertThat(checked.build().value()).isEqualTo(new Bulk(new LenientValue("1", false)));
        }
    }

    /// A body with a title and this number of values.
    private static byte[] json(String title, int values) {
        return ("{\"title\":" + title + ",\"x\":[" + "1,".repeat(values - 1) + "1]}").getBytes(StandardCharsets.UTF_8);
    }

    private ReceivedBody receive(byte[] bytes, boolean declared, RequestContentCoding encoding) throws IOException {
        return receive(incoming(bytes, declared), encoding);
    }

    private LimitedBodyStream incoming(byte[] bytes, boolean declared) {
        return new LimitedBodyStream(
                () -> new ByteArrayInputStream(bytes),
                declared ? OptionalLong.of(bytes.length) : OptionalLong.empty(),
                disk,
                () -> Instant.EPOCH,
                new PermitAwareIo(watchdog.watch(() -> {}), admission.untrackedPermit()),
                () -> false);
    }

    private ReceivedBody receive(LimitedBodyStream in, RequestContentCoding encoding) throws IOException {
        try {
            return BodyReceiver.receive(in, encoding, LIMIT, folder, resources(), new RecordingPolicy());
        } finally {
            in.release();
        }
    }

    /// Records calls, and rejects invalid first parts.
    private final class RecordingPolicy implements LargeBodyListener {

        @Override
        public void onLargeBody() {
            calls.add("large");
        }

        @Override
        public void onFirstPart(ReceivedBody part) {
            calls.add("part");
            RequestBodyReader.checkPart(part, Bulk.class);
        }
    }

    private ReceivedBody.Resources resources() {
        return new ReceivedBody.Resources() {
            @Override
            public Optional<ByteBudget.Share> freeMemory(long bytes) {
                return memory.tryReserve(bytes);
            }

            @Override
            public ByteBudget.Share memory(long bytes) {
                return memory.reserve(bytes);
            }

            @Override
            public ByteBudget.Share check() {
                return checks.reserve(1);
            }
        };
    }

    private static byte[] encoded(RequestContentCoding encoding, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var encoder = switch (encoding) {
            case IDENTITY -> out;
            case GZIP -> new GZIPOutputStream(out);
            case DEFLATE -> new DeflaterOutputStream(out);
        }) {
            encoder.write(bytes);
        }
        return out.toByteArray();
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /// A call that is rejected.
    @FunctionalInterface
    private interface Attempt {

        Object run() throws IOException;
    }

    private static Problem problem(Attempt attempt) {
        List<Problem> problems = new ArrayList<>();
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(ProblemException.class, refusal -> problems.add(refusal.problem()));
        return problems.getFirst();
    }
}
