package dev.varve.dsl;

import dev.varve.operation.Operation;
import java.util.List;

/** Something that {@link Changes#create} can make. */
public interface Creation {

    /** The operations that make it, with the names that nobody wrote taken from the convention. */
    List<Operation> operations(NamingConvention naming);
}
