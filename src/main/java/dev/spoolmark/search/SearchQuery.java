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

/// A search query (`docs/spec/v1/search.md#matching-and-order`). Every word must match: exactly, as a prefix if
/// it is the last one, or with a typing error if it is long enough. Words may be joined or separated, and those
/// of scripts without blanks match anywhere.
///
/// The text is compared with words only; no character is an operator (`docs/security.md#input-limits`).
record SearchQuery(Tokens words) {

    private static final int MIN_LETTERS_FOR_ONE_ERROR = 4;
    private static final int MIN_LETTERS_FOR_TWO_ERRORS = 8;
    private static final int MAX_EXPANSIONS = 50;

    /// Each kind of match outweighs any number of weaker ones, so that votes decide among hits with the same
    /// kind of match.
    private static final float TITLE = 20_000;

    private static final float TITLE_WITHOUT_ARTICLE = 10_000;
    private static final float TITLE_WITHOUT_BLANKS = 5_000;
    private static final float CODE = 1_000;
    private static final float WORD = 16;

    /// Two words of the query are one word of the title, or the other way round.
    private static final float JOINED = 12;

    private static final float PREFIX = 8;

    /// Anywhere in a text of a script without blanks.
    private static final float INSIDE = 4;

    private static final float TYPING_ERROR = 1;
    private static final float YEAR = 1;

    static SearchQuery of(String text) {
        rejectIf(text.codePointCount(0, text.length()) > ValueLimits.SEARCH_TEXT);
        Tokens tokens = Tokens.of(text);
        rejectIf(tokens.apart() > ValueLimits.SEARCH_WORDS);
        return new SearchQuery(tokens);
    }

    private static void rejectIf(boolean tooLong) {
        if (tooLong) {
            throw new ProblemException(new Problem.Invalid("query"));
        }
    }

    boolean isBlank() {
        return words.all().isEmpty();
    }

    Query toQuery(DocumentType type) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        query.add(new TermQuery(new Term(IndexFields.TYPE, type.name())), Occur.FILTER);
        int last = words.all().size() - 1;
        for (int at = 0; at <= last; at++) {
            query.add(word(at, at == last), Occur.MUST);
        }
        query.add(weighted(TITLE, exactly(IndexFields.TITLE, words.joined())), Occur.SHOULD);
        query.add(
                weighted(TITLE_WITHOUT_ARTICLE, exactly(IndexFields.TITLE_WITHOUT_ARTICLE, words.withoutArticle())),
                Occur.SHOULD);
        query.add(weighted(TITLE_WITHOUT_BLANKS, exactly(IndexFields.TITLE, words.compact())), Occur.SHOULD);
        query.add(weighted(TITLE_WITHOUT_BLANKS, exactly(IndexFields.COMPACT_TITLE, words.compact())), Occur.SHOULD);
        return query.build();
    }

    private Query word(int at, boolean last) {
        String word = words.all().get(at);
        List<Query> alternatives = new ArrayList<>();
        alternatives.add(weighted(WORD, exactly(IndexFields.TOKEN, word)));
        alternatives.add(weighted(JOINED, exactly(IndexFields.PAIR, word)));
        if (at > 0) {
            alternatives.add(weighted(JOINED, exactly(IndexFields.TOKEN, words.pair(at))));
        }
        if (!last) {
            alternatives.add(weighted(JOINED, exactly(IndexFields.TOKEN, words.pair(at + 1))));
        }
        if (UnspacedScripts.isUnspaced(word.codePointAt(0))) {
            alternatives.add(weighted(INSIDE, phraseInRun(word)));
        }
        if (last) {
            alternatives.add(weighted(PREFIX, new PrefixQuery(new Term(IndexFields.TOKEN, word))));
        }
        if (allowedErrors(word) > 0) {
            alternatives.add(weighted(
                    TYPING_ERROR,
                    new FuzzyQuery(new Term(IndexFields.TOKEN, word), allowedErrors(word), 0, MAX_EXPANSIONS, true)));
        }
        // A year alone would match everything of that year.
        alternatives.add(
                words.all().size() == 1
                        ? weighted(CODE, exactly(IndexFields.CODE, word))
                        : weighted(YEAR, exactly(IndexFields.YEAR, word)));
        return new DisjunctionMaxQuery(alternatives, 0);
    }

    /// The characters in sequence, anywhere in a run.
    private static Query phraseInRun(String word) {
        PhraseQuery.Builder phrase = new PhraseQuery.Builder();
        word.codePoints()
                .forEach(character -> phrase.add(new Term(IndexFields.CHARACTER, Character.toString(character))));
        return phrase.build();
    }

    private static int allowedErrors(String word) {
        int letters = word.codePointCount(0, word.length());
        return letters >= MIN_LETTERS_FOR_TWO_ERRORS ? 2 : letters >= MIN_LETTERS_FOR_ONE_ERROR ? 1 : 0;
    }

    private static Query exactly(String field, String value) {
        return new TermQuery(new Term(field, value));
    }

    private static Query weighted(float weight, Query query) {
        return new BoostQuery(new ConstantScoreQuery(query), weight);
    }
}
