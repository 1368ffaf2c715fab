package dev.spoolmark.http.body;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a place in a body may hold: a single value, an object with named members, or a list of one of these.
///
/// It is read once from the wire record of a method. Binding by our own hand keeps three promises that a general
/// binder makes hard: no shape of input is an error, members nobody declared are never kept, and a body of 100,000
/// items is read without standing in memory twice.
sealed interface BodySchema {

    ClassValue<Members> KNOWN = new ClassValue<>() {
        @Override
        protected Members computeValue(Class<?> type) {
            return Members.of(type);
        }
    };

    static Members of(Class<?> type) {
        return KNOWN.get(type);
    }

    private static BodySchema of(Type type) {
        if (type == LenientValue.class) {
            return new Single(false);
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new Many(of(list.getActualTypeArguments()[0]));
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            return of(plain);
        }
        throw new IllegalArgumentException(type.getTypeName() + " does not belong into a wire record");
    }

    private static BodySchema of(RecordComponent component) {
        return component.isAnnotationPresent(DateTimeField.class) ? new Single(true) : of(component.getGenericType());
    }

    /// One value.
    ///
    /// @param moment whether it is a [DateTimeField]
    record Single(boolean moment) implements BodySchema {}

    /// A list.
    record Many(BodySchema element) implements BodySchema {}

    /// An object that becomes a record.
    final class Members implements BodySchema {

        private final Map<String, Integer> places = new HashMap<>();
        private final List<BodySchema> shapes;
        private final MethodHandle constructor;

        private Members(RecordComponent[] components, MethodHandle constructor) {
            for (int place = 0; place < components.length; place++) {
                places.put(components[place].getName(), place);
            }
            this.shapes = List.of(components).stream().map(BodySchema::of).toList();
            this.constructor = constructor;
        }

        private static Members of(Class<?> type) {
            if (!type.isRecord()) {
                throw new IllegalArgumentException(type.getName() + " is no record");
            }
            RecordComponent[] components = type.getRecordComponents();
            Class<?>[] types =
                    List.of(components).stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            try {
                MethodHandle constructor = MethodHandles.privateLookupIn(type, MethodHandles.lookup())
                        .findConstructor(type, MethodType.methodType(void.class, types))
                        .asType(MethodType.methodType(Object.class, types))
                        .asSpreader(Object[].class, types.length)
                        .asType(MethodType.methodType(Object.class, Object[].class));
                return new Members(components, constructor);
            } catch (ReflectiveOperationException closed) {
                throw new IllegalArgumentException(type.getName() + " cannot be made here", closed);
            }
        }

        int count() {
            return shapes.size();
        }

        /// Where the member stands among the record's components; negative when it is not one.
        int place(String name) {
            return places.getOrDefault(name, -1);
        }

        /// The names of the members, in the order of the record.
        List<String> names() {
            return places.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .toList();
        }

        BodySchema at(int place) {
            return shapes.get(place);
        }

        Object make(@Nullable Object[] values) {
            try {
                return constructor.invokeExact(values);
            } catch (RuntimeException | Error thrown) {
                throw thrown;
            } catch (Throwable checked) {
                throw new IllegalStateException("a wire record throws nothing checked", checked);
            }
        }
    }
}
