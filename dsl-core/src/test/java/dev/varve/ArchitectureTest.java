package dev.varve;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.varve", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    /** A package may use those that stand above it here, and itself. */
    @ArchTest
    static final ArchRule a_lower_package_never_uses_a_higher_one = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("dev.varve..")
            .withOptionalLayers(true)
            .layer("sql")
            .definedBy("dev.varve.sql..")
            .layer("model")
            .definedBy("dev.varve.model..")
            .layer("operation")
            .definedBy("dev.varve.operation..")
            .layer("spi")
            .definedBy("dev.varve.spi..")
            .layer("dsl")
            .definedBy("dev.varve.dsl..")
            .layer("revision")
            .definedBy("dev.varve.revision..")
            .layer("plan")
            .definedBy("dev.varve.plan..")
            .layer("diff")
            .definedBy("dev.varve.diff..")
            .layer("introspect")
            .definedBy("dev.varve.introspect..")
            .layer("execute")
            .definedBy("dev.varve.execute..")
            .layer("source")
            .definedBy("dev.varve.source..")
            .layer("cli")
            .definedBy("dev.varve.cli..")
            .whereLayer("sql")
            .mayNotAccessAnyLayer()
            .whereLayer("model")
            .mayOnlyAccessLayers("sql")
            .whereLayer("operation")
            .mayOnlyAccessLayers("sql", "model")
            .whereLayer("spi")
            .mayOnlyAccessLayers("sql", "model", "operation")
            .whereLayer("dsl")
            .mayOnlyAccessLayers("sql", "model", "operation")
            .whereLayer("revision")
            .mayOnlyAccessLayers("sql", "model", "operation", "dsl")
            .whereLayer("plan")
            .mayOnlyAccessLayers("sql", "model", "operation", "dsl", "revision")
            .whereLayer("diff")
            .mayOnlyAccessLayers("sql", "model", "operation", "spi")
            .whereLayer("introspect")
            .mayOnlyAccessLayers("sql", "model", "operation", "spi", "diff")
            .whereLayer("execute")
            .mayOnlyAccessLayers("sql", "model", "operation", "spi", "dsl", "revision", "plan", "diff", "introspect")
            .whereLayer("source")
            .mayOnlyAccessLayers("sql", "model", "operation", "spi", "dsl", "revision", "diff")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("dev.varve.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_those_who_talk_to_a_server_have_connections = noClasses()
            .that()
            .resideOutsideOfPackages("dev.varve.introspect..", "dev.varve.execute..", "dev.varve.cli..")
            .and()
            .doNotHaveSimpleName("CastBinding") // jOOQ hands it statements and results
            .and()
            .doNotHaveSimpleName("IntervalText") // the driver reads intervals in every style
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "org.postgresql.."));

    @ArchTest
    static final ArchRule only_the_command_line_needs_picocli_and_a_pool = noClasses()
            .that()
            .resideOutsideOfPackage("dev.varve.cli..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("picocli..", "com.zaxxer.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_the_scan_uses_class_graph = noClasses()
            .that()
            .resideOutsideOfPackage("dev.varve.revision.scan..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.github.classgraph.."));

    @ArchTest
    static final ArchRule only_the_command_line_prints = noClasses()
            .that()
            .resideOutsideOfPackage("dev.varve.cli..")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule core_has_never_heard_of_timescale = noClasses()
            .should()
            .haveNameMatching("(?i).*timescale.*")
            .orShould()
            .dependOnClassesThat(nameMatching("(?i).*timescale.*"));
}
