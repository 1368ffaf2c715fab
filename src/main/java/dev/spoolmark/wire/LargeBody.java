package dev.spoolmark.wire;

/// What is done about a large body while it arrives. Each method may refuse it; then the rest is not kept.
public interface LargeBody {

    /// Any large body is welcome.
    LargeBody WELCOME = new LargeBody() {
        @Override
        public void begins() {}

        @Override
        public void arrives(SentBody part) {}
    };

    /// It turned out to be large; little of it has been read.
    void begins();

    /// The first part of it has arrived. Called once, and only for a very large one.
    void arrives(SentBody part);
}
