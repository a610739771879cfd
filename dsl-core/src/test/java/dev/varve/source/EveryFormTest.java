package dev.varve.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Facet;
import dev.varve.model.SchemaObject;
import dev.varve.operation.Operation;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.ScanResult;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EveryFormTest {

    /** What is never written by a form of its own, and why. */
    private static final Map<String, String> WITHOUT = Map.ofEntries(
            Map.entry("Comment", "is said by SetComment"),
            Map.entry("ConstraintComment", "is said by SetConstraintComment"),
            Map.entry("ConstraintIndexComment", "is said by SetConstraintIndexComment"),
            Map.entry("SequenceComment", "is a word about its table"),
            Map.entry("ReplicaIdentity", "is a word about its table"),
            Map.entry("ClusterMark", "is a word about its table or materialized view"),
            Map.entry("Ownership", "is said by SetOwner"),
            Map.entry("Privileges", "is said by SetPrivileges"),
            Map.entry("DefaultPrivileges", "is said by SetDefaultPrivileges"),
            Map.entry("PartitionConstraint", "is said by alter(partition(...))"),
            Map.entry("PartitionDefault", "is said by alter(partition(...))"),
            Map.entry("PartitionNotNull", "is said by alter(partition(...))"),
            Map.entry("IndexPart", "is said by alter(partition(...))"),
            Map.entry("PartitionProperty", "is said by alter(partition(...))"),
            Map.entry("PartitionFacet", "is said by alter(partition(...))"));

    @Test
    void every_operation_every_kind_of_object_and_every_facet_has_a_form() {
        Set<String> missing = new HashSet<>();
        for (Class<?> type : List.of(Operation.class, SchemaObject.class, Facet.class)) {
            missing.addAll(records(type));
        }
        Set<String> written = new HashSet<>();
        SourceForms.all().types().forEach(type -> written.add(type.getSimpleName()));

        assertThat(missing).hasSizeGreaterThan(80);
        missing.removeAll(written);
        assertThat(missing).containsExactlyInAnyOrderElementsOf(WITHOUT.keySet());
    }

    private static List<String> records(Class<?> type) {
        try (ScanResult scan = new ClassGraph()
                .acceptPackages("dev.varve.operation", "dev.varve.model")
                .rejectClasses("*Test*")
                .enableClassInfo()
                .ignoreClassVisibility()
                .scan()) {
            return scan.getClassesImplementing(type).filter(ClassInfo::isRecord).stream()
                    .map(ClassInfo::getSimpleName)
                    .toList();
        }
    }
}
