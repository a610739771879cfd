package dev.varve.timescale;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.varve", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule a_lower_package_never_uses_a_higher_one = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.varve.timescale..")
            .layer("model")
            .definedBy("dev.varve.timescale.model")
            .layer("operation")
            .definedBy("dev.varve.timescale.operation")
            .layer("words")
            .definedBy("dev.varve.timescale")
            .layer("internal")
            .definedBy("dev.varve.timescale.internal")
            .layer("source")
            .definedBy("dev.varve.timescale.source")
            .whereLayer("words")
            .mayOnlyBeAccessedByLayers("source")
            .whereLayer("source")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("internal")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("operation")
            .mayOnlyBeAccessedByLayers("words", "internal", "source");

    @ArchTest
    static final ArchRule core_has_never_heard_of_timescale = noClasses()
            .that()
            .resideOutsideOfPackage("dev.varve.timescale..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.varve.timescale..");

    @ArchTest
    static final ArchRule only_core_has_connections = noClasses()
            .that()
            .resideInAPackage("dev.varve.timescale..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql", "javax.sql", "dev.varve.execute", "dev.varve.cli", "dev.varve.introspect");
}
