package dev.spoolmark.api.v1;

import dev.spoolmark.api.v1.model.V1Times;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.body.LenientValue;
import java.util.HashMap;
import java.util.Map;

/// The parameters of a v1 request.
final class V1Arguments {

    private V1Arguments() {}

    /// Parameters are in the path, the query or the body, in this precedence; for searches the query is first. Of a
    /// time, an empty text, an object and a list are invalid values; of other parameters they count as absent.
    static Map<String, String> of(Map<String, String> query, V1Router.Route route, Map<String, LenientValue> members) {
        if (route.parameters().isEmpty() && route.arguments().isEmpty()) {
            return Map.of();
        }
        Map<String, String> arguments = new HashMap<>(route.arguments());
        for (String name : route.parameters()) {
            boolean isTime = V1Times.PARAMETERS.contains(name);
            String parameter = query.get(name);
            if (parameter != null && (isTime || !parameter.isEmpty())) {
                if (route.method().is(MethodTrait.QUERY_FIRST)) {
                    arguments.put(name, parameter);
                }
                arguments.putIfAbsent(name, parameter);
            }
            LenientValue value = members.get(name);
            if (value != null && (isTime || !(value.text().isEmpty() || value.isUnreadable()))) {
                arguments.putIfAbsent(name, value.text());
            }
        }
        return arguments;
    }
}
