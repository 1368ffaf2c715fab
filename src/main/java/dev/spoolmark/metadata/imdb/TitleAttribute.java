package dev.spoolmark.metadata.imdb;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// An alternative title or a credit of a title, with its position.
///
/// @param first the main value, such as the id of a person
/// @param second a further value, such as the job
/// @param third a further value, such as the character
record TitleAttribute(
        String tconst,
        int ordering,
        String first,
        @Nullable String second,
        @Nullable String third) implements Comparable<TitleAttribute> {

    static final RecordCodec<TitleAttribute> FORM = new Written();

    private static final Comparator<TitleAttribute> ORDER = Comparator.comparing(TitleAttribute::tconst)
            .thenComparingInt(TitleAttribute::ordering)
            .thenComparing(TitleAttribute::first);

    @Override
    public int compareTo(TitleAttribute other) {
        return ORDER.compare(this, other);
    }

    private static final class Written implements RecordCodec<TitleAttribute> {

        @Override
        public void write(DataOutputStream out, TitleAttribute value) throws IOException {
            out.writeUTF(value.tconst);
            out.writeInt(value.ordering);
            out.writeUTF(value.first);
            RecordCodec.writeText(out, value.second);
            RecordCodec.writeText(out, value.third);
        }

        @Override
        public TitleAttribute read(DataInputStream in) throws IOException {
            return new TitleAttribute(
                    in.readUTF(), in.readInt(), in.readUTF(), RecordCodec.text(in), RecordCodec.text(in));
        }
    }
}
