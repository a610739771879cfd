package dev.varve.cli;

import dev.varve.source.ModelText;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The classes of models in a package. */
record ModelFiles(SourceFolder sources, String packageName) {

    /** Writes the classes, never over others, and gives their folder. */
    Path write(List<ModelText> models) {
        Map<String, String> classes = new LinkedHashMap<>();
        models.forEach(model -> classes.put(model.className(), model.inPackage(packageName)));
        sources.write(packageName, classes, "Move it away, or leave the models out (--no-models).");
        return sources.folder(packageName);
    }
}
