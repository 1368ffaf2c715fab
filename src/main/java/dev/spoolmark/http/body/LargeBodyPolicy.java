package dev.spoolmark.http.body;

/// Checks a large body while it is received. Each method may reject it with a `ProblemException`; the rest is then
/// not stored.
public interface LargeBodyPolicy {

    /// Accepts any large body.
    LargeBodyPolicy WELCOME = new LargeBodyPolicy() {
        @Override
        public void begins() {}

        @Override
        public void arrives(ReceivedBody part) {}
    };

    /// The body is large; little of it was read.
    void begins();

    /// The first part was received. Called once, for bodies above [dev.spoolmark.http.HttpLimits#BODY_PART_BYTES].
    void arrives(ReceivedBody part);
}
