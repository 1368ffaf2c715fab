package dev.spoolmark.metadata.imdb;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// One of many things that hang on a title, in the order in which they hang there: another title of it, or a credit.
///
/// @param first what it is, such as the id of a person
/// @param second more of it, such as what they did
/// @param third still more, such as whom they played
record Hung(
        String tconst,
        int ordering,
        String first,
        @Nullable String second,
        @Nullable String third) implements Comparable<Hung> {

    static final Form<Hung> FORM = new Written();

    private static final Comparator<Hung> ORDER =
            Comparator.comparing(Hung::tconst).thenComparingInt(Hung::ordering).thenComparing(Hung::first);

    @Override
    public int compareTo(Hung other) {
        return ORDER.compare(this, other);
    }

    private static final class Written implements Form<Hung> {

        @Override
        public void write(DataOutputStream out, Hung one) throws IOException {
            out.writeUTF(one.tconst);
            out.writeInt(one.ordering);
            out.writeUTF(one.first);
            Form.writeText(out, one.second);
            Form.writeText(out, one.third);
        }

        @Override
        public Hung read(DataInputStream in) throws IOException {
            return new Hung(in.readUTF(), in.readInt(), in.readUTF(), Form.text(in), Form.text(in));
        }
    }
}
