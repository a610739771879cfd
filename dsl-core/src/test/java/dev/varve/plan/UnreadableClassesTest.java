package dev.varve.plan;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varve.dsl.Changes;
import dev.varve.dsl.Migration;
import dev.varve.dsl.Model;
import dev.varve.dsl.NamingConvention;
import dev.varve.dsl.SchemaModel;
import dev.varve.revision.HistoryException;
import dev.varve.revision.Revision;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Classes of revisions and models that Java can find but not use. */
class UnreadableClassesTest {

    @Revision(id = "0001", database = "shop")
    static final class Failing implements Migration {

        @Override
        public void define(Changes changes) {
            throw new IllegalStateException("the file of prices is not there");
        }
    }

    @Revision(id = "0001", database = "shop")
    static final class Partial implements Migration {

        @Override
        public void define(Changes changes) {
            throw new NoClassDefFoundError("com/example/SecondPart"); // as Java does where a class is gone
        }
    }

    @Revision(id = "0001", database = "shop")
    record Configured(String schema) implements Migration {

        @Override
        public void define(Changes changes) {}
    }

    @Revision(id = "0001", database = "shop")
    static final class Unstarted implements Migration {

        Unstarted() {
            throw new IllegalStateException("there is no clock");
        }

        @Override
        public void define(Changes changes) {}
    }

    @Model(database = "shop")
    static final class PartialModel implements SchemaModel {

        @Override
        public void declare(Changes changes) {
            throw new NoClassDefFoundError("com/example/Sides");
        }
    }

    private static AbstractThrowableAssert<?, ?> reading(Class<? extends Migration> migration) {
        return assertThatThrownBy(() -> Plans.of(migration).upgradeSql()).isInstanceOf(HistoryException.class);
    }

    @Test
    void what_a_migration_throws_is_told_with_its_revision() {
        reading(Failing.class)
                .hasMessageStartingWith("Revision 0001 (" + Failing.class.getName()
                        + ") cannot be read: the file of prices is not there (UnreadableClassesTest.java:");
        reading(Unstarted.class)
                .hasMessageContaining("cannot be made: its constructor threw")
                .hasMessageContaining("there is no clock");
    }

    @Test
    void a_migration_needs_a_constructor_without_parameters() {
        reading(Configured.class).hasMessageContaining("the class needs a constructor without parameters");
    }

    @Test
    void what_is_compiled_in_part_only_says_so() {
        reading(Partial.class)
                .hasMessageContaining("java.lang.NoClassDefFoundError: com/example/SecondPart")
                .hasMessageContaining("Compile all of it again");
        assertThatThrownBy(() -> new Models(List.of(PartialModel.class), NamingConvention.STANDARD).state("shop"))
                .isInstanceOf(HistoryException.class)
                .hasMessageContaining("Model " + PartialModel.class.getName())
                .hasMessageContaining("com/example/Sides");
    }
}
