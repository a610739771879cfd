package dev.varve.trading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows compiles. */
class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern SNIPPET = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern CLASS = Pattern.compile("class (\\w+)");

    @TempDir
    Path folder;

    @Test
    void its_java_compiles() throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path")));
        Matcher snippets = SNIPPET.matcher(Files.readString(README));
        while (snippets.find()) {
            Matcher name = CLASS.matcher(snippets.group(1));
            assertThat(name.find()).isTrue();
            Path file = folder.resolve(name.group(1) + ".java");
            arguments.add(Files.writeString(file, snippets.group(1)).toString());
        }
        assertThat(arguments).hasSizeGreaterThan(7);

        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        assertThat(compiler.run(null, null, null, arguments.toArray(String[]::new)))
                .isZero();
    }
}
