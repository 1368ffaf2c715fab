package dev.spoolmark.api.docs;

import dev.spoolmark.api.docs.Parameter.Location;
import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.AuthenticationRequirement;
import dev.spoolmark.http.body.DocumentedField;
import java.util.ArrayList;
import java.util.List;

/// One method of the table with its parsed path.
///
/// @param name its name in the specification, such as `rate/episodes`
/// @param route the path before the API key
record MethodDoc(
        ApiMethod<?> method, String name, String route, List<Parameter> parameters, List<DocumentedField> members) {

    private static final String KEY = "{apikey}";

    MethodDoc {
        parameters = List.copyOf(parameters);
        members = List.copyOf(members);
    }

    static MethodDoc of(ApiMethod<?> method) {
        String path = method.path();
        String route = path.substring(0, path.indexOf(KEY) - 1);
        String name = route.substring(1).replace(".json", "");
        return new MethodDoc(method, name, route, parameters(path.substring(route.length() + 1)), method.members());
    }

    private static List<Parameter> parameters(String rest) {
        int mark = rest.indexOf("?", rest.lastIndexOf('/') + 1);
        boolean hasQuery = mark >= 0 && rest.indexOf('=', mark) >= 0;
        List<Parameter> parameters = new ArrayList<>();
        for (String segment : (hasQuery ? rest.substring(0, mark) : rest).split("/", -1)) {
            parameters.add(Parameter.of(segment, Location.PATH));
        }
        if (hasQuery) {
            for (String pair : rest.substring(mark + 1).split("&", -1)) {
                parameters.add(Parameter.of(pair.substring(pair.indexOf('=') + 1), Location.QUERY));
            }
        }
        return parameters;
    }

    /// The first segment of the name.
    String section() {
        return name.substring(0, name.indexOf('/'));
    }

    /// Whether the response depends on the signed-in user.
    boolean dependsOnUser() {
        return method.access() != AuthenticationRequirement.NONE;
    }

    boolean takesBody() {
        return !method.isGet();
    }

    /// All HTTP methods that it accepts, that of the specification first.
    List<String> httpMethods() {
        if (method.isGet()) {
            return List.of("GET", "HEAD", "POST");
        }
        return method.is(MethodTrait.ALSO_GET) ? List.of("POST", "GET") : List.of("POST");
    }
}
