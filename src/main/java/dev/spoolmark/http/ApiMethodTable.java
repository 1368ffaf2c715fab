package dev.spoolmark.http;

import dev.spoolmark.account.Permission;
import dev.spoolmark.http.ApiMethod.Handler;
import dev.spoolmark.http.ApiMethod.MethodTrait;
import dev.spoolmark.http.ApiMethod.NoBody;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The method table of an API, filled by its sections at start.
///
/// `requiring`, `readOnly` and `withTrait` return views of the same table for declarations with that property.
public final class ApiMethodTable {

    private final List<ApiMethod<?>> table;
    private final @Nullable Permission permission;
    private final boolean readOnly;
    private final Set<MethodTrait> traits;

    public ApiMethodTable() {
        this(new ArrayList<>(), null, false, EnumSet.noneOf(MethodTrait.class));
    }

    private ApiMethodTable(
            List<ApiMethod<?>> table, @Nullable Permission permission, boolean readOnly, Set<MethodTrait> traits) {
        this.readOnly = readOnly;
        this.table = table;
        this.permission = permission;
        this.traits = traits;
    }

    /// Declarations made here require the permission of the application.
    public ApiMethodTable requiring(Permission needed) {
        return new ApiMethodTable(table, needed, readOnly, traits);
    }

    /// Declarations made here store nothing, whatever their HTTP method. GET never does.
    public ApiMethodTable readOnly() {
        return new ApiMethodTable(table, permission, true, traits);
    }

    /// Declarations made here have `trait`.
    public ApiMethodTable withTrait(MethodTrait trait) {
        Set<MethodTrait> more = EnumSet.copyOf(traits);
        more.add(trait);
        return new ApiMethodTable(table, permission, readOnly, more);
    }

    public void get(String path, AuthenticationRequirement access, DataVisibility visibility, Handler<NoBody> handler) {
        add("GET", path, access, visibility, NoBody.class, handler);
    }

    public void post(
            String path, AuthenticationRequirement access, DataVisibility visibility, Handler<NoBody> handler) {
        add("POST", path, access, visibility, NoBody.class, handler);
    }

    public <B> void post(
            String path,
            AuthenticationRequirement access,
            DataVisibility visibility,
            Class<B> body,
            Handler<B> handler) {
        add("POST", path, access, visibility, body, handler);
    }

    /// Declares a method with any HTTP method.
    public <B> void declare(
            String httpMethod,
            String path,
            AuthenticationRequirement access,
            DataVisibility visibility,
            Class<B> body,
            Handler<B> handler) {
        add(httpMethod, path, access, visibility, body, handler);
    }

    /// Declares a method that is specified and not implemented: it responds with 501.
    public void notYet(String httpMethod, String path, AuthenticationRequirement access, DataVisibility visibility) {
        add(httpMethod, path, access, visibility, NoBody.class, null);
    }

    /// All methods in the order of their declaration.
    public List<ApiMethod<?>> all() {
        return List.copyOf(table);
    }

    private <B> void add(
            String httpMethod,
            String path,
            AuthenticationRequirement access,
            DataVisibility visibility,
            Class<B> body,
            @Nullable Handler<B> handler) {
        table.add(new ApiMethod<>(
                httpMethod,
                path,
                readOnly || httpMethod.equals("GET"),
                access,
                permission,
                visibility,
                body,
                traits,
                handler));
    }
}
