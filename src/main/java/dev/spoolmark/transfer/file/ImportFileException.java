package dev.spoolmark.transfer.file;

/// A file cannot be imported.
public final class ImportFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final FileProblem problem;
    private final String place;

    /// @param place name of the file, and its line if that is known
    public ImportFileException(FileProblem problem, String place) {
        super(place + " " + problem.text());
        this.problem = problem;
        this.place = place;
    }

    public FileProblem problem() {
        return problem;
    }

    public String place() {
        return place;
    }
}
