package dev.spoolmark.secondapi;

import dev.spoolmark.core.Problem;
import dev.spoolmark.core.ProblemException;
import dev.spoolmark.http.ApiMethod;
import dev.spoolmark.http.ApiMethod.NoBody;
import dev.spoolmark.http.ApiMethodTable;
import dev.spoolmark.http.AuthenticationRequirement;
import dev.spoolmark.http.Call;
import dev.spoolmark.http.CorsPolicy;
import dev.spoolmark.http.DataVisibility;
import dev.spoolmark.http.ErrorResponse;
import dev.spoolmark.http.HttpLimits;
import dev.spoolmark.http.Principal;
import dev.spoolmark.http.RequestHandler;
import dev.spoolmark.http.RequestHead;
import dev.spoolmark.http.RequestPriority;
import dev.spoolmark.http.Response;
import dev.spoolmark.http.ServerRequest;
import dev.spoolmark.http.TemplateRouter;
import dev.spoolmark.http.UrlDecoder;
import dev.spoolmark.http.body.LargeBodyListener;
import dev.spoolmark.http.body.LenientValue;
import dev.spoolmark.http.body.ReceivedBody;
import dev.spoolmark.http.body.RequestBodyReader;
import dev.spoolmark.http.json.Json;
import dev.spoolmark.http.json.JsonObject;
import dev.spoolmark.http.json.StreamedJsonArray;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A second API on the paths of v1, selected by the header field `trakt-api-version`. It uses only public types
/// of `http` and proves that a second API needs no change there.
final class SecondApi implements RequestHandler {

    private static final String VERSION = "trakt-api-version";

    private static final CorsPolicy CORS =
            new CorsPolicy(List.of("GET", "PUT", "DELETE"), List.of("Content-Type", VERSION));

    private final TemplateRouter<ApiMethod<?>> router;

    SecondApi() {
        ApiMethodTable methods = new ApiMethodTable();
        methods.get("/shows/trending", AuthenticationRequirement.NONE, DataVisibility.PUBLIC, SecondApi::trending);
        methods.declare(
                "PUT",
                "/shows/trending",
                AuthenticationRequirement.NONE,
                DataVisibility.PUBLIC,
                NewShow.class,
                SecondApi::store);
        methods.declare(
                "DELETE",
                "/shows/trending",
                AuthenticationRequirement.SIGNED_IN,
                DataVisibility.OWN,
                NoBody.class,
                SecondApi::delete);
        methods.get(
                "/shows/{id}/trending",
                AuthenticationRequirement.NONE,
                DataVisibility.PUBLIC,
                SecondApi::trendingOfShow);
        router = new TemplateRouter<>(methods.all());
    }

    /// The body of PUT.
    record NewShow(@Nullable LenientValue title) {}

    @Override
    public boolean matches(RequestHead head) {
        return head.header(VERSION).filter("2"::equals).isPresent() || isPreflight(head);
    }

    private static boolean isPreflight(RequestHead head) {
        return head.method().equals("OPTIONS")
                && head.header("Access-Control-Request-Headers")
                        .filter(fields -> fields.contains(VERSION))
                        .isPresent();
    }

    @Override
    public Route route(RequestHead head) {
        try {
            TemplateRouter.Match<ApiMethod<?>> match = router.find(head);
            return new MethodRoute<>(match.target(), match.variables());
        } catch (ProblemException notFound) {
            return request -> error(notFound.problem());
        }
    }

    @Override
    public Response error(Problem problem) {
        int status = ErrorResponse.status(problem);
        JsonObject body = new JsonObject().put("code", status).put("message", ErrorResponse.message(problem));
        return ErrorResponse.withFields(problem, Response.of(status, Json.CONTENT_TYPE, Json.bytes(body)));
    }

    @Override
    public CorsPolicy cors() {
        return CORS;
    }

    private record MethodRoute<B>(ApiMethod<B> method, Map<String, String> variables) implements Route {

        @Override
        public RequestPriority priority() {
            return method.priority();
        }

        @Override
        public Response handle(ServerRequest request) {
            ApiMethod.Handler<B> handler = method.handler();
            if (handler == null) {
                throw new ProblemException(new Problem.NotBuilt());
            }
            Map<String, String> query = UrlDecoder.parseQuery(request.rawQuery());
            Map<String, String> arguments = new HashMap<>(query);
            arguments.putAll(variables);
            try (ReceivedBody body = request.body(HttpLimits.BODY_BYTES, LargeBodyListener.ACCEPT)) {
                B value = RequestBodyReader.check(body, method.body()).build().value();
                Principal nobody = new Principal(null, null, Set.of(), Principal.SignInKind.NONE);
                return handler.call(
                        new Call<>(request.base(), nobody, arguments, value, request.client(), query, request));
            }
        }
    }

    private static Response trending(Call<NoBody> call) {
        return StreamedJsonArray.array(
                List.of("a", "b"),
                page -> page.stream()
                        .map(title -> new JsonObject().put("title", title))
                        .toList());
    }

    private static Response trendingOfShow(Call<NoBody> call) {
        return Response.of(200, Json.CONTENT_TYPE, Json.bytes(new JsonObject().put("id", call.required("id"))));
    }

    private static Response store(Call<NewShow> call) {
        LenientValue title = call.body().title();
        if (title == null) {
            throw new ProblemException(new Problem.Missing("title"));
        }
        return Response.of(201, Json.CONTENT_TYPE, Json.bytes(new JsonObject().put("title", title.text())));
    }

    private static Response delete(Call<NoBody> call) {
        call.account();
        return Response.empty(204);
    }
}
