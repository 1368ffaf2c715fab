package dev.spoolmark.db;

import java.util.AbstractList;
import java.util.RandomAccess;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/// An ordered list of ids in 8 bytes each, for responses that are written page by page. Id objects are created
/// on access.
public final class LongIdList<I> extends AbstractList<I> implements RandomAccess {

    private final long[] values;
    private final LongFunction<I> id;

    private LongIdList(long[] numbers, LongFunction<I> id) {
        this.values = numbers;
        this.id = id;
    }

    public static <I> LongIdList<I> of(LongStream numbers, LongFunction<I> id) {
        return new LongIdList<>(numbers.toArray(), id);
    }

    @Override
    public I get(int index) {
        return id.apply(values[index]);
    }

    @Override
    public int size() {
        return values.length;
    }
}
