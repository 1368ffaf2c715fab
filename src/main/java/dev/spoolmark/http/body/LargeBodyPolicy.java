package dev.spoolmark.http.body;

/// What is done about a large body while it arrives. Each method may refuse it; then the rest is not kept.
public interface LargeBodyPolicy {

    /// Any large body is welcome.
    LargeBodyPolicy WELCOME = new LargeBodyPolicy() {
        @Override
        public void begins() {}

        @Override
        public void arrives(ReceivedBody part) {}
    };

    /// It turned out to be large; little of it has been read.
    void begins();

    /// The first part of it has arrived. Called once, and only for a very large one.
    void arrives(ReceivedBody part);
}
