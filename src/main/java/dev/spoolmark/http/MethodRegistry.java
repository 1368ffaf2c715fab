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

/// The table of a dialect's methods, filled by its sections at start.
///
/// `needing` and `with` give a view on the same table whose declarations carry a permission or a trait.
public final class MethodRegistry {

    private final List<ApiMethod<?>> table;
    private final @Nullable Permission permission;
    private final Set<MethodTrait> traits;

    public MethodRegistry() {
        this(new ArrayList<>(), null, EnumSet.noneOf(MethodTrait.class));
    }

    private MethodRegistry(List<ApiMethod<?>> table, @Nullable Permission permission, Set<MethodTrait> traits) {
        this.table = table;
        this.permission = permission;
        this.traits = traits;
    }

    /// Declarations made here want the application to hold `needed`.
    public MethodRegistry requiring(Permission needed) {
        return new MethodRegistry(table, needed, traits);
    }

    /// Declarations made here have `trait`.
    public MethodRegistry withTrait(MethodTrait trait) {
        Set<MethodTrait> more = EnumSet.copyOf(traits);
        more.add(trait);
        return new MethodRegistry(table, permission, more);
    }

    public void get(String path, Authentication access, DataScope visibility, Handler<NoBody> handler) {
        add("GET", path, access, visibility, NoBody.class, handler);
    }

    public void post(String path, Authentication access, DataScope visibility, Handler<NoBody> handler) {
        add("POST", path, access, visibility, NoBody.class, handler);
    }

    public <B> void post(String path, Authentication access, DataScope visibility, Class<B> body, Handler<B> handler) {
        add("POST", path, access, visibility, body, handler);
    }

    /// Specified and not built: it answers 501 until somebody builds it.
    public void notYet(String verb, String path, Authentication access, DataScope visibility) {
        add(verb, path, access, visibility, NoBody.class, null);
    }

    /// All that was declared, in the order of the declarations.
    public List<ApiMethod<?>> all() {
        return List.copyOf(table);
    }

    private <B> void add(
            String verb,
            String path,
            Authentication access,
            DataScope visibility,
            Class<B> body,
            @Nullable Handler<B> handler) {
        table.add(new ApiMethod<>(verb, path, access, permission, visibility, body, traits, handler));
    }
}
