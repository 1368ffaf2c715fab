package dev.spoolmark.wire;

import dev.spoolmark.account.Permission;
import dev.spoolmark.wire.Method.Handler;
import dev.spoolmark.wire.Method.NoBody;
import dev.spoolmark.wire.Method.Trait;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The table of a dialect's methods, filled by its sections at start.
///
/// `needing` and `with` give a view on the same table whose declarations carry a permission or a trait.
public final class Methods {

    private final List<Method<?>> table;
    private final @Nullable Permission permission;
    private final Set<Trait> traits;

    public Methods() {
        this(new ArrayList<>(), null, EnumSet.noneOf(Trait.class));
    }

    private Methods(List<Method<?>> table, @Nullable Permission permission, Set<Trait> traits) {
        this.table = table;
        this.permission = permission;
        this.traits = traits;
    }

    /// Declarations made here want the application to hold `needed`.
    public Methods needing(Permission needed) {
        return new Methods(table, needed, traits);
    }

    /// Declarations made here have `trait`.
    public Methods with(Trait trait) {
        Set<Trait> more = EnumSet.copyOf(traits);
        more.add(trait);
        return new Methods(table, permission, more);
    }

    public void get(String path, Access access, Visibility visibility, Handler<NoBody> handler) {
        add("GET", path, access, visibility, NoBody.class, handler);
    }

    public void post(String path, Access access, Visibility visibility, Handler<NoBody> handler) {
        add("POST", path, access, visibility, NoBody.class, handler);
    }

    public <B> void post(String path, Access access, Visibility visibility, Class<B> body, Handler<B> handler) {
        add("POST", path, access, visibility, body, handler);
    }

    /// Specified and not built: it answers 501 until somebody builds it.
    public void notYet(String verb, String path, Access access, Visibility visibility) {
        add(verb, path, access, visibility, NoBody.class, null);
    }

    /// All that was declared, in the order of the declarations.
    public List<Method<?>> all() {
        return List.copyOf(table);
    }

    private <B> void add(
            String verb,
            String path,
            Access access,
            Visibility visibility,
            Class<B> body,
            @Nullable Handler<B> handler) {
        table.add(new Method<>(verb, path, access, permission, visibility, body, traits, handler));
    }
}
