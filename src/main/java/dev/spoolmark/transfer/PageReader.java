package dev.spoolmark.transfer;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads rows page by page in the order of a unique key.
@FunctionalInterface
interface PageReader<R> {

    /// @param after the last row of the page before; null for the first page
    /// @return at most `max` rows; fewer at the end
    List<R> read(@Nullable R after, int max);

    /// All rows, rendered one page at a time while they are iterated over.
    static <R, T> Iterable<T> all(PageReader<R> reader, int size, Function<List<R>, List<T>> render) {
        return () -> new RenderedRows<>(reader, size, render);
    }

    /// Holds one page.
    final class RenderedRows<R, T> implements Iterator<T> {

        private final PageReader<R> reader;
        private final int size;
        private final Function<List<R>, List<T>> render;
        private Iterator<T> page = List.<T>of().iterator();
        private @Nullable R last;
        private boolean complete;

        RenderedRows(PageReader<R> reader, int size, Function<List<R>, List<T>> render) {
            this.reader = reader;
            this.size = size;
            this.render = render;
        }

        @Override
        public boolean hasNext() {
            while (!page.hasNext() && !complete) {
                List<R> rows = reader.read(last, size);
                complete = rows.size() < size;
                last = rows.isEmpty() ? last : rows.getLast();
                page = render.apply(rows).iterator();
            }
            return page.hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.next();
        }
    }
}
