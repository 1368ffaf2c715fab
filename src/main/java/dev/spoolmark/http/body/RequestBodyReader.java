package dev.spoolmark.http.body;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.HttpLimits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// Reads request bodies: JSON or a form, distinguished by the first character of the body.
///
/// The Content-Type is ignored: several clients of v1 send JSON labelled as a form, others without a label. A
/// large body is read twice: first it is scanned, which takes hardly any memory, then, after sign-in, it is
/// bound. A small one is scanned and bound at once, and the result is dropped if its sender has to wait.
public final class RequestBodyReader {

    private static final int MARK_BYTES = 3;
    private static final int BUFFER = 8 * 1024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(HttpLimits.JSON_DEPTH)
                    .maxStringLength(HttpLimits.JSON_TEXT)
                    .maxNameLength(HttpLimits.JSON_NAME)
                    .maxNumberLength(HttpLimits.JSON_NUMBER)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            // It would cache thousands of names that clients send.
            .disable(TokenStreamFactory.Feature.CANONICALIZE_PROPERTY_NAMES)
            .build();

    private static final ClassValue<Object> NOTHING = new ClassValue<>() {
        @Override
        protected Object computeValue(Class<?> type) {
            BodySchema.RecordSchema members = BodySchema.of(type);
            return members.make(new Object[members.count()]);
        }
    };

    private RequestBodyReader() {}

    /// A valid body that can be bound.
    public static final class Checked<T> {

        private final ReceivedBody body;
        private final Class<T> type;
        private final Map<String, LenientValue> undeclared;
        private final long memory;
        private @Nullable ParsedBody<T> built;

        /// @param memory size of the bound body in bytes
        /// @param built null unless it was bound while it was scanned
        private Checked(
                ReceivedBody body,
                Class<T> type,
                Map<String, LenientValue> undeclared,
                long memory,
                @Nullable ParsedBody<T> built) {
            this.body = body;
            this.type = type;
            this.undeclared = undeclared;
            this.memory = memory;
            this.built = built;
        }

        /// Members of the top level that the record does not declare. An object or a list is a value that
        /// [LenientValue#isUnreadable].
        public Map<String, LenientValue> undeclared() {
            return undeclared;
        }

        /// Size of the bound body in bytes.
        long memory() {
            return memory;
        }

        boolean isBuilt() {
            return built != null;
        }

        /// Drops a bound body, so that a waiting request takes no memory for it.
        public void dropBuilt() {
            if (!body.isEmpty()) {
                built = null;
            }
        }

        /// Binds the record. Its memory is charged to the received body, until that is closed.
        public ParsedBody<T> build() {
            ParsedBody<T> ready = built;
            if (ready != null && body.tryCharge(memory)) {
                return ready;
            }
            dropBuilt();
            body.charge(memory);
            return read(body, new FormatOperation<>() {
                @Override
                public ParsedBody<T> json(JsonParser json) {
                    return new JsonRecordBinder(json, null).bind(type, undeclared);
                }

                @Override
                public ParsedBody<T> form(FormPairReader form) throws IOException {
                    return new FormRecordBinder().bind(FormTreeBuilder.of(form::next), type, undeclared);
                }
            });
        }
    }

    /// An operation on a body in one of the two formats.
    private interface FormatOperation<R> {

        R json(JsonParser json);

        R form(FormPairReader form) throws IOException;
    }

    /// Scans the body for the record `type`. An empty body counts as an object without members.
    public static <T> Checked<T> check(ReceivedBody body, Class<T> type) {
        if (body.isEmpty()) {
            return new Checked<>(body, type, Map.of(), 0, emptyBody(type));
        }
        BodyScanner check = new BodyScanner(BodySchema.of(type));
        return body.isLarge() ? checked(body, type, check) : checkedAndBuilt(body, type, check);
    }

    private static <T> Checked<T> checkedAndBuilt(ReceivedBody body, Class<T> type, BodyScanner check) {
        ParsedBody<T> built = read(body, new FormatOperation<>() {
            @Override
            public ParsedBody<T> json(JsonParser json) {
                return new JsonRecordBinder(json, check).bind(type, check.undeclared());
            }

            @Override
            public ParsedBody<T> form(FormPairReader form) throws IOException {
                Map<String, Object> tree = FormTreeBuilder.of(() -> check.isBoundEarly() ? check.next(form) : null);
                check.form(form);
                return new FormRecordBinder().bind(tree, type, check.undeclared());
            }
        });
        return new Checked<>(body, type, check.undeclared(), check.memory(), check.isBoundEarly() ? built : null);
    }

    private static <T> Checked<T> checked(ReceivedBody body, Class<T> type, BodyScanner check) {
        BodyScanner _ = body.checked(() -> read(body, new FormatOperation<>() {
            @Override
            public BodyScanner json(JsonParser json) {
                check.json(json);
                return check;
            }

            @Override
            public BodyScanner form(FormPairReader form) throws IOException {
                check.form(form);
                return check;
            }
        }));
        return new Checked<>(body, type, check.undeclared(), check.memory(), null);
    }

    /// Rejects a partially received body that no continuation can make valid.
    public static void checkPart(ReceivedBody part, Class<?> type) {
        try {
            Checked<?> _ = check(part, type);
        } catch (ProblemException e) {
            if (!part.isExhausted()) {
                throw e;
            }
        }
    }

    /// Most requests have no body; they share one instance.
    private static <T> ParsedBody<T> emptyBody(Class<T> type) {
        return new ParsedBody<>(type.cast(NOTHING.get(type)), Map.of(), Set.of());
    }

    private static <R> R read(ReceivedBody body, FormatOperation<R> form) {
        try (PushbackInputStream in = new PushbackInputStream(bytes(body), MARK_BYTES)) {
            Charset charset = charset(in);
            return charset.equals(StandardCharsets.UTF_8) ? utf8(in, form) : parsed(in, charset, form);
        } catch (CharacterCodingException notText) {
            throw unreadable("the body is not UTF-8");
        } catch (IOException broken) {
            throw unreadable(body.isCompressed() ? "the body is not properly compressed" : "the body broke off");
        }
    }

    private static InputStream bytes(ReceivedBody body) throws IOException {
        return body.isLarge() ? new BufferedInputStream(body.open(), BUFFER) : body.open();
    }

    /// Detected by the byte order mark, which is skipped. Without one it is UTF-8.
    private static Charset charset(PushbackInputStream in) throws IOException {
        byte[] begin = in.readNBytes(MARK_BYTES);
        int first = begin.length < 2 ? 0 : ((begin[0] & 0xFF) << 8) | (begin[1] & 0xFF);
        int mark = switch (first) {
            case 0xFEFF, 0xFFFE -> 2;
            case 0xEFBB -> begin.length == MARK_BYTES && (begin[2] & 0xFF) == 0xBF ? MARK_BYTES : 0;
            default -> 0;
        };
        in.unread(begin, mark, begin.length - mark);
        if (mark != 2) {
            return StandardCharsets.UTF_8;
        }
        return first == 0xFEFF ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE;
    }

    private static <R> R utf8(PushbackInputStream in, FormatOperation<R> form) throws IOException {
        int first = in.read();
        while (first == ' ' || first == '\t' || first == '\r' || first == '\n') {
            first = in.read();
        }
        if (first >= 0) {
            in.unread(first);
        }
        return first == '{' || first == '['
                ? parsed(in, StandardCharsets.UTF_8, form)
                : form.form(new FormPairReader(in));
    }

    private static <R> R parsed(InputStream in, Charset charset, FormatOperation<R> form) {
        // A strict decoder, since the parser would guess the charset and accept invalid UTF-8.
        Reader text = new InputStreamReader(in, charset.newDecoder());
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            return form.json(json);
        } catch (JacksonException unread) {
            // Without a cause, whose message may contain input, such as a password.
            throw unreadable("the body is not proper JSON");
        }
    }

    private static ProblemException unreadable(String reason) {
        return new ProblemException(new Problem.Unreadable(reason));
    }
}
