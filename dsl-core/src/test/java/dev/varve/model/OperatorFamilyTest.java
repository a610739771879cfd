package dev.varve.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.model.OperatorMembers.Strategy;
import dev.varve.sql.QualifiedName;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperatorFamilyTest {

    private static final QualifiedName NAME = QualifiedName.of("public", "numbers");
    private static final TypeName INTEGER = TypeName.of("integer");
    private static final OperatorClassDefinition CLASS = OperatorClassDefinition.of(NAME, "btree", INTEGER);
    private static final Database FAMILY = Database.empty().plus(OperatorFamily.of(NAME, "btree"));

    private static OperatorMembers less(TypeName left, TypeName right) {
        return OperatorMembers.NONE.with(
                new Strategy(1, QualifiedName.of("pg_catalog", "<"), left, right, Optional.empty()));
    }

    @Test
    void what_compares_two_types_is_refused_of_a_class() {
        assertThatThrownBy(() -> FAMILY.plus(CLASS.holding(less(INTEGER, TypeName.of("bigint")))))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "The operator class public.numbers using btree is about integer alone, and operator 1 (integer, bigint) is about"
                                + " two types. Add it to operator family public.numbers instead.");
    }

    @Test
    void what_is_about_the_type_of_a_class_is_refused_of_its_family() {
        assertThatThrownBy(() -> FAMILY.plus(CLASS)
                        .alter(OperatorFamily.id(NAME, "btree"), family -> family.holding(less(INTEGER, INTEGER))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("holds operator 1 (integer, integer) by itself")
                .hasMessageEndingWith("Say it of the class instead.");
    }

    @Test
    void another_type_is_a_matter_of_the_family() {
        TypeName bigint = TypeName.of("bigint");

        Database both = FAMILY.plus(CLASS)
                .alter(OperatorFamily.id(NAME, "btree"), family -> family.holding(less(bigint, bigint)));

        assertThat(both.get(OperatorFamily.id(NAME, "btree")).members()).isEqualTo(less(bigint, bigint));
    }

    @Test
    void two_classes_of_a_family_do_not_hold_the_same() {
        OperatorClassDefinition holding = CLASS.holding(less(INTEGER, INTEGER));
        assertThatThrownBy(() -> FAMILY.plus(holding).plus(holding.named(QualifiedName.of("public", "others"))))
                .isInstanceOf(RefusedException.class)
                .hasMessage(
                        "The operator class public.others using btree holds operator 1 (integer, integer) in operator family"
                                + " public.numbers, and so does the operator class public.numbers using btree."
                                + " Give it a family of its own.");
    }
}
