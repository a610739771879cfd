package dev.varve.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.dsl.NamingConvention;
import dev.varve.model.Database;
import dev.varve.model.Schema;
import dev.varve.operation.Operation;
import dev.varve.operation.SetComment;
import dev.varve.testing.CompiledMigrations;
import java.util.List;
import java.util.Optional;
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

    @ParameterizedTest
    @MethodSource("texts")
    void every_text_is_read_by_the_compiler_as_it_was(String text) {
        Schema schema = new Schema("shop");
        List<Operation> operations = List.of(new SetComment(schema.id(), "", Optional.of(text)));
        CompiledMigrations compiled = new CompiledMigrations();
        compiled.add("Trial", MigrationText.of(operations, Database.empty().plus(schema), NamingConvention.STANDARD));
        compiled.compile();

        assertThat(compiled.operations("Trial")).isEqualTo(operations);
    }
}
