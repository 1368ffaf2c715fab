package dev.spoolmark.wire;

import dev.spoolmark.kernel.Problem;
import dev.spoolmark.kernel.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// How bodies are read: JSON or a form, told apart by the first sign of the body.
///
/// The label says nothing: several clients of the first API send JSON labelled as a form, others without a label.
public final class Bodies {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int END = -1;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.JSON_DEPTH)
                    .maxStringLength(Limits.JSON_TEXT)
                    .maxNameLength(Limits.JSON_NAME)
                    .maxNumberLength(Limits.JSON_NUMBER)
                    .maxTokenCount(Limits.JSON_TOKENS)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    private static final ClassValue<Object> NOTHING = new ClassValue<>() {
        @Override
        protected Object computeValue(Class<?> type) {
            return bind(new StringReader("{}"), type).value();
        }
    };

    private Bodies() {}

    /// Reads the record `type` and what came beside it. Nothing at all counts as an object without members.
    public static <T> Body<T> read(InputStream in, Class<T> type) {
        try {
            int first = in.read();
            return first == END ? nothing(type) : read((byte) first, in, type);
        } catch (IOException gone) {
            throw unreadable("the body broke off");
        }
    }

    /// Most requests have no body at all; they share one.
    private static <T> Body<T> nothing(Class<T> type) {
        return new Body<>(type.cast(NOTHING.get(type)), Map.of(), Set.of());
    }

    private static <T> Body<T> read(byte begin, InputStream rest, Class<T> type) {
        InputStream in = new SequenceInputStream(new ByteArrayInputStream(new byte[] {begin}), rest);
        // A strict decoder in front of the parser: that one would guess at UTF-16 and let broken UTF-8 through.
        try (PushbackReader text =
                new PushbackReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()), 1)) {
            int first = firstSign(text);
            if (first == END) {
                return bind(new StringReader("{}"), type);
            }
            text.unread(first);
            return first == '{' || first == '[' ? bind(text, type) : bind(new StringReader(asJson(text)), type);
        } catch (IOException notText) {
            throw unreadable("the body is not UTF-8");
        }
    }

    private static int firstSign(Reader text) throws IOException {
        int sign = text.read();
        if (sign == BYTE_ORDER_MARK) {
            sign = text.read();
        }
        while (sign == ' ' || sign == '\t' || sign == '\r' || sign == '\n') {
            sign = text.read();
        }
        return sign;
    }

    private static String asJson(Reader form) throws IOException {
        return new String(Json.bytes(FormTree.of(form.readAllAsString().stripTrailing())), StandardCharsets.UTF_8);
    }

    private static <T> Body<T> bind(Reader text, Class<T> type) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), text)) {
            return bind(json, type);
        }
    }

    private static <T> Body<T> bind(JsonParser json, Class<T> type) {
        try {
            return new Binder(json).bind(type);
        } catch (JacksonException unread) {
            // No cause: its message may hold what was sent, a password for one.
            throw json.currentTokenCount() > Limits.JSON_TOKENS
                    ? new Refusal(new Problem.TooBig(Limits.JSON_TOKENS, "tokens"))
                    : unreadable("the body is not proper JSON");
        }
    }

    private static Refusal unreadable(String reason) {
        return new Refusal(new Problem.Unreadable(reason));
    }
}
