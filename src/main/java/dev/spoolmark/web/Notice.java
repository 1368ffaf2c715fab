package dev.spoolmark.web;

/// A message above the content of a page.
///
/// @param kind how it looks
public record Notice(Kind kind, String text) {

    /// How a notice looks.
    public enum Kind {

        /// Something was done.
        SUCCESS,

        /// The user should know or do something.
        WARNING,

        /// Something failed.
        ERROR;

        /// The class in the style sheet.
        public String cssClass() {
            return switch (this) {
                case SUCCESS -> "notice-success";
                case WARNING -> "notice-warning";
                case ERROR -> "notice-error";
            };
        }
    }
}
