package dev.varve.jooq;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Property;
import org.jooq.meta.jaxb.Target;

/** Code that the generator of jOOQ wrote into a folder. */
record GeneratedCode(Path folder) {

    private static final String PACKAGE = "generated";

    /** Generates the code of what revisions lead to. */
    GeneratedCode fromHistory(String database, String schema) {
        return fromHistory(database, schema, new Database());
    }

    /** Generates that code with further settings. */
    GeneratedCode fromHistory(String database, String schema, Database settings) {
        return generate(
                new Configuration(),
                settings.withName(HistoryDatabase.class.getName())
                        .withInputSchema(schema)
                        .withProperties(
                                new Property().withKey("database").withValue(database),
                                new Property().withKey("packages").withValue("dev.varve.jooq")));
    }

    /** Generates the code of what a server holds, as jOOQ does it by itself. */
    GeneratedCode fromServer(String url, String schema) {
        return generate(
                new Configuration().withJdbc(new Jdbc().withUrl(url)),
                new Database()
                        .withName("org.jooq.meta.postgres.PostgresDatabase")
                        .withInputSchema(schema));
    }

    private GeneratedCode generate(Configuration configuration, Database database) {
        try {
            GenerationTool.generate(configuration
                    .withLogging(Logging.ERROR)
                    .withGenerator(new Generator()
                            .withDatabase(database)
                            .withGenerate(new Generate().withComments(true))
                            .withTarget(new Target().withPackageName(PACKAGE).withDirectory(folder.toString()))));
            return this;
        } catch (Exception e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The texts of the classes, by the names of their files. */
    Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
