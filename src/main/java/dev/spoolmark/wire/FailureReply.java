package dev.spoolmark.wire;

/// What is said when no dialect got to say it: the failure body that every client of the first API understands.
record FailureReply(String status, String error) {

    static Reply of(int status, String error) {
        return Reply.of(status, Json.CONTENT_TYPE, body(error));
    }

    static byte[] body(String error) {
        return Json.bytes(new FailureReply("failure", error));
    }
}
