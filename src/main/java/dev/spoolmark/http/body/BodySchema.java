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

/// The expected structure of a part of a body: a single value, an object with named members, or a list of one of
/// these.
///
/// Derived once from the record of a method. Own binding code guarantees three things that a general binder does
/// not: an unexpected shape counts as absent and is no error, undeclared members are not stored, and a body with
/// 100,000 items is in memory only once.
sealed interface BodySchema {

    ClassValue<RecordSchema> SCHEMAS = new ClassValue<>() {
        @Override
        protected RecordSchema computeValue(Class<?> type) {
            return RecordSchema.of(type);
        }
    };

    static RecordSchema of(Class<?> type) {
        return SCHEMAS.get(type);
    }

    private static BodySchema of(Type type) {
        if (type == LenientValue.class) {
            return new ValueSchema(false);
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return new ListSchema(of(list.getActualTypeArguments()[0]));
        }
        if (type instanceof Class<?> plain && plain.isRecord()) {
            return of(plain);
        }
        throw new IllegalArgumentException(type.getTypeName() + " does not belong into a wire record");
    }

    private static BodySchema of(RecordComponent component) {
        return component.isAnnotationPresent(DateTimeField.class)
                ? new ValueSchema(true)
                : of(component.getGenericType());
    }

    /// A single value.
    ///
    /// @param isDateTime whether it is a [DateTimeField]
    record ValueSchema(boolean isDateTime) implements BodySchema {}

    /// A list.
    record ListSchema(BodySchema element) implements BodySchema {}

    /// An object that is bound to a record.
    final class RecordSchema implements BodySchema {

        private final Map<String, Integer> indexes = new HashMap<>();
        private final List<BodySchema> shapes;
        private final MethodHandle constructor;

        private RecordSchema(RecordComponent[] components, MethodHandle constructor) {
            for (int index = 0; index < components.length; index++) {
                indexes.put(components[index].getName(), index);
            }
            this.shapes = List.of(components).stream().map(BodySchema::of).toList();
            this.constructor = constructor;
        }

        private static RecordSchema of(Class<?> type) {
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
                return new RecordSchema(components, constructor);
            } catch (ReflectiveOperationException closed) {
                throw new IllegalArgumentException(type.getName() + " cannot be made here", closed);
            }
        }

        int count() {
            return shapes.size();
        }

        /// The index of the component with this name, or negative if there is none.
        int indexOf(String name) {
            return indexes.getOrDefault(name, -1);
        }

        /// The names of the members, in the order of the record.
        List<String> names() {
            return indexes.entrySet().stream()
                    .sorted(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .toList();
        }

        BodySchema at(int index) {
            return shapes.get(index);
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
