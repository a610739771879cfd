package dev.varve.jooq;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.execute.Migrator;
import dev.varve.testing.FreshDatabase;
import dev.varve.testing.TestServers;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class GeneratedCodeTest {

    @RegisterExtension
    static final FreshDatabase SHOP = FreshDatabase.on(TestServers::postgres);

    @TempDir
    Path ours;

    @TempDir
    Path theirs;

    /** But for the texts of comments, defaults, conditions and queries, which PostgreSQL prints in its own words. */
    @Test
    void the_code_is_what_jooq_generates_from_a_server() {
        Migrator.builder()
                .database("shop", SHOP.dataSource())
                .scan("dev.varve.jooq.everything")
                .build()
                .upgrade();

        Map<String, String> live =
                new GeneratedCode(theirs).fromServer(SHOP.url(), "shop").texts();

        Map<String, String> code =
                withoutTexts(new GeneratedCode(ours).fromHistory("shop", "shop").texts());
        assertThat(code.keySet()).isEqualTo(live.keySet());
        withoutTexts(live)
                .forEach((name, text) -> assertThat(code.get(name)).as(name).isEqualTo(text));
    }

    private static Map<String, String> withoutTexts(Map<String, String> classes) {
        Map<String, String> without = new TreeMap<>();
        classes.forEach((name, text) -> without.put(name, withoutTexts(text)));
        return without;
    }

    /** The generator is told of materialized views without the precision of times, which it says elsewhere even if nobody did. */
    private static String withoutTexts(String text) {
        return Pattern.compile("/\\*\\*.*?\\*/|\"\"\".*?\"\"\"", Pattern.DOTALL)
                .matcher(text)
                .replaceAll("")
                .replaceAll("(raw|comment)\\(\"([^\"\\\\]|\\\\.)*\"\\)", "$1(...)")
                .replaceAll("(createCheck\\([^,]*, [^,]*, )\"([^\"\\\\]|\\\\.)*\"", "$1...")
                .replaceAll("(\\d)L\\b", "$1")
                .replace("TIMESTAMPWITHTIMEZONE(6)", "TIMESTAMPWITHTIMEZONE");
    }
}
