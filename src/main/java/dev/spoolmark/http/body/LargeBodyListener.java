package dev.spoolmark.http.body;

/// Checks a large body while it is received. Each method may reject it with a `ProblemException`; the rest is then
/// not stored.
public interface LargeBodyListener {

    /// Accepts any large body.
    LargeBodyListener ACCEPT = new LargeBodyListener() {
        @Override
        public void onLargeBody() {}

        @Override
        public void onFirstPart(ReceivedBody part) {}
    };

    /// The body is large; little of it has been read.
    void onLargeBody();

    /// The first part was received. Called once, for bodies above [dev.spoolmark.http.HttpLimits#BODY_PART_BYTES].
    void onFirstPart(ReceivedBody part);
}
