package dev.spoolmark.metadata.imdb;

import java.util.List;

/// The files of the datasets, with the columns that are read, by the names in their first lines.
enum ImdbFile {
    TITLES(
            "title.basics",
            "tconst",
            "titleType",
            "primaryTitle",
            "isAdult",
            "startYear",
            "endYear",
            "runtimeMinutes",
            "genres"),
    EPISODES("title.episode", "tconst", "parentTconst", "seasonNumber", "episodeNumber"),
    OTHER_TITLES("title.akas", "titleId", "ordering", "title", "region", "language"),
    PRINCIPALS("title.principals", "tconst", "ordering", "nconst", "category", "characters"),
    NAMES("name.basics", "nconst", "primaryName"),
    RATINGS("title.ratings", "tconst", "numVotes");

    private final String stem;
    private final String columns;

    ImdbFile(String stem, String... columns) {
        this.stem = stem;
        this.columns = String.join(",", columns);
    }

    String plain() {
        return stem + ".tsv";
    }

    String zipped() {
        return plain() + ".gz";
    }

    List<String> columns() {
        return List.of(columns.split(",", -1));
    }
}
