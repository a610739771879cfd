package dev.varve.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of every name in the tests of other tools the lists say where it is asked here, and that is there. */
class ChecklistTest {

    private static final String REASON = "not: ";

    private static String text(String list) throws IOException {
        try (InputStream stream = ChecklistTest.class.getResourceAsStream(list + ".md")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The second cells of the rows. */
    private static Stream<String> places(String list) throws IOException {
        return text(list)
                .lines()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Name ") && !line.startsWith("| ---"))
                .map(line -> line.split("(?<!\\\\)\\|")[2].strip());
    }

    private static Set<String> known() throws IOException {
        Stream<String> words = ScenariosTest.scenarios().stream().map(Scenario::words);
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            Stream<String> classes = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> '`' + name.replace(".java", "") + '`');
            return Stream.concat(words, classes).collect(Collectors.toSet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pg-schema-diff", "atlas", "ef-core"})
    void what_a_list_names_is_there(String list) throws IOException {
        assertThat(places(list).flatMap(place -> Stream.of(place.split("; "))).filter(one -> !isReason(one)))
                .isNotEmpty()
                .isSubsetOf(known());
    }

    private static boolean isReason(String place) {
        return place.startsWith(REASON) && place.length() > REASON.length();
    }

    @Test
    void scenarios_have_words_of_their_own() {
        assertThat(ScenariosTest.scenarios()).extracting(Scenario::words).doesNotHaveDuplicates();
    }
}
