package dev.varve.operation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varve.model.Database;
import dev.varve.model.Extension;
import dev.varve.testing.OperationLaws;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpdateExtensionTest {

    private static final Extension CRYPTO = new Extension("pgcrypto", Optional.empty());

    @Test
    void its_sql_says_the_version_if_there_is_one() {
        assertThat(new UpdateExtension(CRYPTO.id(), Optional.of("1.4")).statements(Database.empty()))
                .hasToString("[alter extension pgcrypto update to '1.4']");
    }

    @Test
    void an_extension_of_an_old_version() {
        OperationLaws.of(new UpdateExtension(CRYPTO.id(), Optional.empty()))
                .given(CRYPTO.version("1.3"))
                .needing("pgcrypto")
                .hold();
    }

    @Test
    void an_extension_that_is_not_there_is_refused() {
        OperationLaws.of(new UpdateExtension(CRYPTO.id(), Optional.empty()))
                .areRefusedWith("There is no extension pgcrypto.");
    }
}
