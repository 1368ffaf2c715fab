package dev.spoolmark.api.docs;

/// A parameter in the path or query of a method.
record Parameter(String name, Location location, boolean required) {

    /// Its place in the specification.
    enum Location {
        PATH,
        QUERY
    }

    /// Parses `{name}` or `{name?}`.
    static Parameter of(String braced, Location location) {
        String name = braced.substring(1, braced.length() - 1);
        boolean optional = name.endsWith("?");
        return new Parameter(optional ? name.substring(0, name.length() - 1) : name, location, !optional);
    }

    boolean isKey() {
        return name.equals("apikey");
    }
}
