package dev.spoolmark.api.v1;

import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.RequestHead;
import java.util.List;

/// The HTTP methods with which a v1 method can be called.
final class V1HttpMethods {

    private static final List<String> GET_METHODS = List.of("GET", "HEAD", "POST");
    private static final List<String> ALSO_GET_METHODS = List.of("GET", "POST");
    private static final List<String> POST_METHODS = List.of("POST");

    private V1HttpMethods() {}

    /// HEAD never writes, also where old clients write with GET.
    static List<String> of(ApiMethod<?> method) {
        if (method.httpMethod().equals("GET")) {
            return GET_METHODS;
        }
        return method.is(MethodTrait.ALSO_GET) ? ALSO_GET_METHODS : POST_METHODS;
    }

    static boolean isAllowed(RequestHead head, ApiMethod<?> method) {
        return of(method).contains(head.method());
    }
}
