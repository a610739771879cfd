package dev.varve.testing;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java sources, compiled in memory. */
public final class CompiledSources {

    /** Looking into all jars takes longer than most compilations; a file manager that has done so serves one thread. */
    private static final ThreadLocal<StandardJavaFileManager> LIBRARIES = ThreadLocal.withInitial(
            () -> ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null));

    private final Map<String, String> sources = new LinkedHashMap<>();
    private final Map<String, ByteArrayOutputStream> classes = new LinkedHashMap<>();
    private final Loader loader = new Loader();

    /** Adds a class to those that are compiled. */
    public void add(String className, String source) {
        sources.put(className, source);
    }

    /** The source of a class. */
    public String source(String className) {
        return sources.get(className);
    }

    /** Compiles all classes at once. */
    public void compile() {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        List<Source> units = sources.entrySet().stream()
                .map(source -> new Source(source.getKey(), source.getValue()))
                .toList();
        boolean compiled = compiler.getTask(
                        null,
                        new InMemory(LIBRARIES.get()),
                        problems,
                        List.of("-proc:none", "-Xmaxerrs", "1000"),
                        null,
                        units)
                .call();
        if (!compiled) {
            throw new AssertionError(problems.getDiagnostics().stream()
                    .map(problem -> problem + "\n" + line(problem.getSource(), problem.getLineNumber()))
                    .distinct()
                    .limit(40)
                    .collect(Collectors.joining("\n")));
        }
    }

    private static String line(JavaFileObject source, long line) {
        return source instanceof Source text
                ? text.text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("")
                : "";
    }

    /** A class, once it is compiled. */
    public Class<?> type(String className) {
        try {
            return loader.loadClass(className);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(source(className), e);
        }
    }

    private final class Loader extends ClassLoader {

        Loader() {
            super(CompiledSources.class.getClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            ByteArrayOutputStream bytes = classes.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes.toByteArray(), 0, bytes.size());
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String className, String text) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(className, bytes);
                    return bytes;
                }
            };
        }
    }
}
