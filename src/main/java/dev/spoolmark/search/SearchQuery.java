package dev.spoolmark.search;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.core.ValueLimits;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// What somebody looks for (`docs/spec/v1/search.md#matching-and-order`). Every word must be there: as it was typed,
/// as the beginning of a word where it is the last one, or with a typing error where it is long enough to tell.
/// Words may be written together or apart, and those of scripts without blanks may stand anywhere.
///
/// What was typed is only ever compared with words; no sign of it has a meaning of its own
/// (`docs/security.md#input-limits`).
record SearchQuery(Tokens words) {

    private static final int LETTERS_FOR_ONE_ERROR = 4;
    private static final int LETTERS_FOR_TWO_ERRORS = 8;
    private static final int VARIANTS = 50;

    /// Each kind of hit outweighs any number of the weaker ones, so that votes decide among hits of the same kind.
    private static final float TITLE = 20_000;

    private static final float TITLE_WITHOUT_ARTICLE = 10_000;
    private static final float TITLE_WITHOUT_BLANKS = 5_000;
    private static final float CODE = 1_000;
    private static final float WORD = 16;

    /// Two words of the question are one word of the title, or the other way round.
    private static final float JOINED = 12;

    private static final float BEGINNING = 8;

    /// Somewhere in the text of a script without blanks.
    private static final float INSIDE = 4;

    private static final float TYPING_ERROR = 1;
    private static final float YEAR = 1;

    static SearchQuery of(String text) {
        refuseIf(text.codePointCount(0, text.length()) > ValueLimits.SEARCH_TEXT);
        Tokens tokens = Tokens.of(text);
        refuseIf(tokens.apart() > ValueLimits.SEARCH_WORDS);
        return new SearchQuery(tokens);
    }

    private static void refuseIf(boolean tooLong) {
        if (tooLong) {
            throw new ProblemException(new Problem.Invalid("query"));
        }
    }

    boolean isBlank() {
        return words.all().isEmpty();
    }

    Query about(DocumentType subject) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term(IndexFields.SUBJECT, subject.name())), Occur.FILTER);
        int last = words.all().size() - 1;
        for (int at = 0; at <= last; at++) {
            query.add(word(at, at == last), Occur.MUST);
        }
        query.add(weighed(TITLE, is(IndexFields.TITLE, words.joined())), Occur.SHOULD);
        query.add(weighed(TITLE_WITHOUT_ARTICLE, is(IndexFields.BARE_TITLE, words.withoutArticle())), Occur.SHOULD);
        query.add(weighed(TITLE_WITHOUT_BLANKS, is(IndexFields.TITLE, words.compact())), Occur.SHOULD);
        query.add(weighed(TITLE_WITHOUT_BLANKS, is(IndexFields.COMPACT_TITLE, words.compact())), Occur.SHOULD);
        return query.build();
    }

    private Query word(int at, boolean last) {
        String word = words.all().get(at);
        List<Query> ways = new ArrayList<>();
        ways.add(weighed(WORD, is(IndexFields.WORD, word)));
        ways.add(weighed(JOINED, is(IndexFields.PAIR, word)));
        if (at > 0) {
            ways.add(weighed(JOINED, is(IndexFields.WORD, words.pair(at))));
        }
        if (!last) {
            ways.add(weighed(JOINED, is(IndexFields.WORD, words.pair(at + 1))));
        }
        if (UnspacedScripts.isUnspaced(word.codePointAt(0))) {
            ways.add(weighed(INSIDE, inside(word)));
        }
        if (last) {
            ways.add(weighed(BEGINNING, new PrefixQuery(new Term(IndexFields.WORD, word))));
        }
        if (errors(word) > 0) {
            ways.add(weighed(
                    TYPING_ERROR, new FuzzyQuery(new Term(IndexFields.WORD, word), errors(word), 0, VARIANTS, true)));
        }
        // A year alone would find everything of that year.
        ways.add(
                words.all().size() == 1
                        ? weighed(CODE, is(IndexFields.CODE, word))
                        : weighed(YEAR, is(IndexFields.YEAR, word)));
        return new DisjunctionMaxQuery(ways, 0);
    }

    /// The characters one after the other, anywhere in a run of them.
    private static Query inside(String word) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        word.codePoints()
                .forEach(character -> phrase.add(new Term(IndexFields.CHARACTER, Character.toString(character))));
        return phrase.build();
    }

    private static int errors(String word) {
        int letters = word.codePointCount(0, word.length());
        return letters >= LETTERS_FOR_TWO_ERRORS ? 2 : letters >= LETTERS_FOR_ONE_ERROR ? 1 : 0;
    }

    private static Query is(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static Query weighed(float weight, Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }
}
