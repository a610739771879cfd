package dev.varve.diff;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The components of any record, seen and replaced. */
final class RecordParts {

    /** Asking a class takes longer than all the rest. */
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            RecordComponent[] components = type.getRecordComponents();
            Stream.of(components).forEach(component -> component.getAccessor().setAccessible(true));
            return components;
        }
    };

    private RecordParts() {}

    /** The components of a record. */
    static List<RecordComponent> in(Object record) {
        return List.of(COMPONENTS.get(record.getClass()));
    }

    /** The record with each component as the function gives it; the same record if all are as before. */
    static Object mapped(Object record, BiFunction<RecordComponent, Object, Object> change) {
        RecordComponent[] components = COMPONENTS.get(record.getClass());
        Object[] parts = new Object[components.length];
        boolean isOther = false;
        for (int i = 0; i < parts.length; i++) {
            Object old = of(record, components[i]);
            parts[i] = change.apply(components[i], old);
            isOther |= !parts[i].equals(old);
        }
        return isOther ? made(record.getClass(), components, parts) : record;
    }

    /** That component of a record, one of those {@link #in} it. */
    static Object of(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The parts of " + record + " cannot be read.", e);
        }
    }

    private static Object made(Class<?> type, RecordComponent[] components, Object[] parts) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("No other " + type.getSimpleName() + " can be made.", e);
        }
    }
}
