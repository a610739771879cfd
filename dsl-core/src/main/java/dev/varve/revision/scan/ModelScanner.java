package dev.varve.revision.scan;

import dev.varve.dsl.Model;
import dev.varve.dsl.SchemaModel;
import dev.varve.revision.HistoryException;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import java.util.ArrayList;
import java.util.List;

/** Finds the classes annotated with {@link Model} in packages and the packages below them. */
public final class ModelScanner {

    private ModelScanner() {}

    /**
     * The models of these packages.
     *
     * @throws HistoryException if an annotated class is no {@link SchemaModel}
     */
    public static List<Class<? extends SchemaModel>> scan(String... packages) {
        try (ScanResult result =
                new ClassGraph().acceptPackages(packages).enableAnnotationInfo().scan()) {
            List<Class<? extends SchemaModel>> models = new ArrayList<>();
            for (ClassInfo found : result.getClassesWithAnnotation(Model.class)) {
                models.add(asModel(found.loadClass()));
            }
            return models;
        }
    }

    private static Class<? extends SchemaModel> asModel(Class<?> annotated) {
        if (!SchemaModel.class.isAssignableFrom(annotated)) {
            throw new HistoryException(annotated.getName() + " is annotated with @Model but does not implement "
                    + SchemaModel.class.getName() + ". Extend PlainModel for a table.");
        }
        return annotated.asSubclass(SchemaModel.class);
    }
}
