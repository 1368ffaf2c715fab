package dev.spoolmark.search;

import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;

/// The fields of a document.
final class IndexFields {

    /// Type and id, unique in the index.
    static final String KEY = "key";

    static final String TYPE = "subject";
    static final String TITLE = "title";
    static final String TITLE_WITHOUT_ARTICLE = "bare";
    static final String COMPACT_TITLE = "compact";
    static final String TOKEN = "word";

    /// Two adjacent words, joined.
    static final String PAIR = "pair";

    /// Characters of scripts without blanks, with positions.
    static final String CHARACTER = "character";

    static final String YEAR = "year";
    static final String CODE = "code";
    static final String ID = "number";
    static final String VOTES = "votes";
    static final String POPULARITY = "popularity";

    private static final FieldType CHARACTERS = characters();

    private IndexFields() {}

    static Term key(DocumentType type, long id) {
        return new Term(KEY, type.name() + id);
    }

    static Document document(IndexDocument entry) {
        Document document = new Document();
        add(document, KEY, key(entry.type(), entry.id()).text());
        add(document, TYPE, entry.type().name());
        for (String name : entry.names()) {
            Tokens tokens = Tokens.of(name);
            add(document, TITLE, tokens.joined());
            add(document, TITLE_WITHOUT_ARTICLE, tokens.withoutArticle());
            if (tokens.all().size() > 1) {
                add(document, COMPACT_TITLE, tokens.compact());
            }
            tokens.all().forEach(token -> add(document, TOKEN, token));
            tokens.parts().forEach(token -> add(document, TOKEN, token));
            tokens.pairs().forEach(pair -> add(document, PAIR, pair));
            if (!tokens.runs().isEmpty()) {
                document.add(new org.apache.lucene.document.Field(
                        CHARACTER, new CharacterTokens(tokens.runs()), CHARACTERS));
            }
        }
        if (entry.year() != null) {
            add(document, YEAR, entry.year().toString());
        }
        entry.codes().forEach(code -> add(document, CODE, code));
        document.add(new NumericDocValuesField(ID, entry.id()));
        document.add(new NumericDocValuesField(VOTES, entry.votes()));
        document.add(new NumericDocValuesField(POPULARITY, entry.externalVotes()));
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
