package dev.spoolmark.search;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;

/// The fields of the index.
final class Field {

    /// Subject and number together: one entry each.
    static final String KEY = "key";

    static final String SUBJECT = "subject";
    static final String TITLE = "title";
    static final String BARE_TITLE = "bare";
    static final String COMPACT_TITLE = "compact";
    static final String WORD = "word";

    /// Two neighbouring words as one.
    static final String PAIR = "pair";

    /// Characters of scripts without blanks, with their places.
    static final String CHARACTER = "character";

    static final String YEAR = "year";
    static final String CODE = "code";
    static final String NUMBER = "number";
    static final String VOTES = "votes";
    static final String RENOWN = "renown";

    private static final FieldType CHARACTERS = characters();

    private Field() {}

    static Term key(Subject subject, long id) {
        return new Term(KEY, subject.name() + id);
    }

    static Document document(Entry entry) {
        Document document = new Document();
        add(document, KEY, key(entry.subject(), entry.id()).text());
        add(document, SUBJECT, entry.subject().name());
        for (String name : entry.names()) {
            Words words = Words.of(name);
            add(document, TITLE, words.joined());
            add(document, BARE_TITLE, words.withoutArticle());
            if (words.all().size() > 1) {
                add(document, COMPACT_TITLE, words.compact());
            }
            words.all().forEach(word -> add(document, WORD, word));
            words.parts().forEach(word -> add(document, WORD, word));
            words.pairs().forEach(pair -> add(document, PAIR, pair));
            if (!words.runs().isEmpty()) {
                document.add(
                        new org.apache.lucene.document.Field(CHARACTER, new CharacterTokens(words.runs()), CHARACTERS));
            }
        }
        if (entry.year() != null) {
            add(document, YEAR, entry.year().toString());
        }
        entry.codes().forEach(code -> add(document, CODE, code));
        document.add(new NumericDocValuesField(NUMBER, entry.id()));
        document.add(new NumericDocValuesField(VOTES, entry.votes()));
        document.add(new NumericDocValuesField(RENOWN, entry.renown()));
        return document;
    }

    private static void add(Document document, String field, String value) {
        document.add(new StringField(field, value, Store.NO));
    }

    private static FieldType characters() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }
}
