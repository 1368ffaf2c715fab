package dev.spoolmark.transfer;

/// What an export contains, in numbers of rows.
public record ExportSummary(
        long plays, long ratings, long watchlist, long lists, long listItems, long collected, long comments) {

    /// For example `6 plays, 5 ratings, 2 watchlist, 1 list with 3 items, 2 collected, 1 comment`.
    public String text() {
        return count(plays, "play") + ", " + count(ratings, "rating") + ", " + watchlist + " watchlist, "
                + count(lists, "list") + " with " + count(listItems, "item") + ", " + collected + " collected, "
                + count(comments, "comment");
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
