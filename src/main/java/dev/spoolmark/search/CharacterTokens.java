package dev.spoolmark.search;

import java.util.Iterator;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/// Each character of some runs of text as one token, so that a phrase query finds any part of a run. A position
/// gap before each run prevents phrases from crossing runs.
final class CharacterTokens extends TokenStream {

    private static final int NEXT_RUN = 2;

    private final List<String> runs;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private Iterator<String> remaining;
    private String run = "";
    private int at;

    CharacterTokens(List<String> runs) {
        this.runs = List.copyOf(runs);
        this.remaining = this.runs.iterator();
    }

    @Override
    public boolean incrementToken() {
        boolean begins = at == run.length();
        if (begins) {
            if (!remaining.hasNext()) {
                return false;
            }
            run = remaining.next();
            at = 0;
        }
        clearAttributes();
        int character = run.codePointAt(at);
        at += Character.charCount(character);
        term.append(Character.toString(character));
        step.setPositionIncrement(begins ? NEXT_RUN : 1);
        return true;
    }

    @Override
    public void reset() {
        remaining = runs.iterator();
        run = "";
        at = 0;
    }
}
