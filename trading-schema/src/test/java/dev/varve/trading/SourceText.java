package dev.varve.trading;

import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A class as text, and what the compiler says of it. */
final class SourceText extends SimpleJavaFileObject {

    private final String text;

    private SourceText(String className, String text) {
        super(URI.create("string:///" + className + ".java"), Kind.SOURCE);
        this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    /** The errors of a class, without their places; none if it compiles. */
    static List<String> errors(String className, String text) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<String> options = List.of(
                "-proc:none", "-d", System.getProperty("java.io.tmpdir"), "-cp", System.getProperty("java.class.path"));
        compiler.getTask(new StringWriter(), null, diagnostics, options, null, List.of(new SourceText(className, text)))
                .call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH))
                .toList();
    }
}
