package dev.varve.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dsl.NamingConvention;
import dev.varve.model.Column;
import dev.varve.model.Database;
import dev.varve.model.Schema;
import dev.varve.model.Table;
import dev.varve.model.TypeName;
import dev.varve.operation.AddColumn;
import dev.varve.operation.CreateObject;
import dev.varve.operation.Operation;
import dev.varve.operation.SetComment;
import dev.varve.sql.QualifiedName;
import dev.varve.testing.CompiledMigrations;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextInSourceTest {

    static List<String> texts() {
        return List.of(
                "one line",
                "\n    indented\n      more\n    ",
                "\n    indented\n    to the end",
                "first\n    second\n",
                "  first\n  second",
                "a\n\n  b\n",
                "blanks at the end  \n of lines \n",
                "tabs\n\tare\tkept\n",
                "\"quotes\"\nand \"\"\"fences\"\"\"",
                "back\\slashes\\\nand \\n",
                "carriage\r\nreturns",
                "bells \u0007 and ü\n",
                "long lines\n".repeat(7_000));
    }

    /** The compiler follows words in one expression by calling itself, and so far only. */
    @Test
    void a_table_may_have_as_many_columns_as_postgresql_takes() {
        List<Column> columns = IntStream.rangeClosed(1, 1_600)
                .mapToObj(number -> Column.of("c" + number, TypeName.of("smallint")))
                .toList();
        Table wide = Table.of(QualifiedName.of("public", "wide"), columns);
        Table narrow = Table.of(wide.name(), columns.subList(0, 10));

        isCompiledTo(List.of(new CreateObject(wide)), Database.empty());
        isCompiledTo(
                columns.subList(10, 750).stream()
                        .map(column -> new AddColumn(wide.id(), column))
                        .toList(),
                Database.empty().plus(narrow));
    }

    private static void isCompiledTo(List<? extends Operation> operations, Database before) {
        CompiledMigrations compiled = new CompiledMigrations();
        compiled.add("Trial", MigrationText.of(operations, before, NamingConvention.STANDARD));
        compiled.compile();

        assertThat(compiled.operations("Trial")).isEqualTo(operations);
    }

    @ParameterizedTest
    @MethodSource("texts")
    void every_text_is_read_by_the_compiler_as_it_was(String text) {
        Schema schema = new Schema("shop");
        List<Operation> operations = List.of(new SetComment(schema.id(), "", Optional.of(text)));

        isCompiledTo(operations, Database.empty().plus(schema));
    }
}
