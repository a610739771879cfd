package dev.varve.jooq;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.varve", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule nobody_asks_a_server = noClasses()
            .that()
            .resideInAPackage("dev.varve.jooq..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql", "javax.sql", "dev.varve.execute..", "dev.varve.introspect..", "dev.varve.cli..");

    @ArchTest
    static final ArchRule core_does_without_the_generator = noClasses()
            .that()
            .resideOutsideOfPackage("dev.varve.jooq..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq.meta..", "org.jooq.codegen..", "dev.varve.jooq..");

    @ArchTest
    static final ArchRule only_what_the_generator_names_is_public = classes()
            .that()
            .resideInAPackage("dev.varve.jooq..")
            .and()
            .doNotHaveSimpleName("HistoryDatabase")
            .and()
            .haveNameNotMatching(".*package-info")
            .should()
            .notBePublic();
}
