package dev.varve.testing;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** What the Java compiler says against statements, each in a migration of its own; nothing is written. */
public final class CompileErrors {

    private static final String FRAME = """
            %s
            final class %s implements dev.varve.dsl.Migration {
                @Override
                public void define(dev.varve.dsl.Changes changes) {
                    %s
                }
            }
            """;

    private final String imports;
    private final Map<String, String> statements = new LinkedHashMap<>();

    private CompileErrors(String imports) {
        this.imports = imports;
    }

    /** No statements yet, under these imports. */
    public static CompileErrors under(String... imports) {
        return new CompileErrors(String.join("\n", imports));
    }

    /** The same with one statement more. */
    public CompileErrors with(String statement) {
        CompileErrors more = new CompileErrors(imports);
        more.statements.putAll(statements);
        more.statements.put("Tried" + statements.size(), statement);
        return more;
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    /** The statements that do not compile, with what is said against them. */
    public Map<String, String> found() {
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<Source> units = statements.entrySet().stream()
                .map(one -> new Source(one.getKey(), FRAME.formatted(imports, one.getKey(), one.getValue())))
                .toList();
        JavacTask task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, problems, List.of("-proc:none", "-XDshould-stop.ifError=FLOW"), null, units);
        try {
            task.analyze();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found(problems);
    }

    private Map<String, String> found(DiagnosticCollector<JavaFileObject> problems) {
        Map<String, String> found = new TreeMap<>();
        problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .forEach(problem -> found.merge(
                        statements.get(problem.getSource().getName().replaceAll(".*/|\\.java$", "")),
                        problem.getCode() + ": " + problem.getMessage(Locale.ROOT),
                        (one, other) -> one + '\n' + other));
        return found;
    }
}
