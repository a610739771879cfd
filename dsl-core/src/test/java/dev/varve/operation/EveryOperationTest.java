package dev.varve.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.reference.ReferencePages;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EveryOperationTest {

    /** By a test that is named after it, or by a snippet of the reference. */
    @Test
    void every_operation_has_a_test_of_its_laws() {
        Set<String> shown = ReferencePages.operations();
        try (ScanResult scan = new ClassGraph()
                .acceptPackages("dev.varve.operation")
                .enableClassInfo()
                .ignoreClassVisibility()
                .scan()) {
            List<String> names = scan.getAllClasses().getNames();
            List<String> operations = scan.getClassesImplementing(Operation.class)
                    .filter(ClassInfo::isRecord)
                    .getNames();

            assertThat(operations)
                    .isNotEmpty()
                    .allSatisfy(operation -> assertThat(names.contains(operation + "Test") || shown.contains(operation))
                            .as(operation)
                            .isTrue());
        }
    }
}
