package dev.spoolmark.api.docs;

/// A parameter in a method's address.
record Parameter(String name, Place place, boolean required) {

    /// Where the specification puts it.
    enum Place {
        PATH,
        QUERY
    }

    /// Reads `{name}` or `{name?}`.
    static Parameter of(String braced, Place place) {
        String name = braced.substring(1, braced.length() - 1);
        boolean optional = name.endsWith("?");
        return new Parameter(optional ? name.substring(0, name.length() - 1) : name, place, !optional);
    }

    boolean isKey() {
        return name.equals("apikey");
    }
}
