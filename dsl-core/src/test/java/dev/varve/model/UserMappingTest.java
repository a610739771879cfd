package dev.varve.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class UserMappingTest {

    @Test
    void a_password_is_refused_with_the_way_out() {
        UserMapping mapping = new UserMapping(
                ForeignServer.id("feed"), "public", ForeignOptions.of(Map.of("user", "reader", "password", "x")));
        assertThatThrownBy(() -> mapping.check(Database.empty()))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("holds a password")
                .hasMessageContaining("password file");
    }
}
