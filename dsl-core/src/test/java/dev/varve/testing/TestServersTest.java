package dev.varve.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TestServersTest {

    @RegisterExtension
    static final FreshDatabase DATABASE = FreshDatabase.on(
            TestServers::timescale, "create extension timescaledb", "create table ticks (ts timestamptz not null)");

    @Test
    void a_server_is_started_once() {
        assertThat(TestServers.postgres()).isSameAs(TestServers.postgres());
        assertThat(TestServers.embedded().description()).startsWith("PostgreSQL 18");
    }

    @Test
    void a_fresh_database_holds_what_was_prepared() {
        DATABASE.get().execute("select create_hypertable('ticks', 'ts')");

        assertThat(DATABASE.get().dump())
                .hasValueSatisfying(dump -> assertThat(dump).contains("CREATE TABLE public.ticks"));
    }

    @Test
    void a_change_in_one_test_is_not_seen_in_the_next() {
        DATABASE.get().execute("create table other (id bigint)", "drop table ticks");
    }

    @Test
    void a_url_may_hold_the_user_before_the_host_or_among_the_parameters() {
        assertThat(ConfiguredServer.at("jdbc:postgresql://me:secret@db:5433/any", "here")
                        .url("mine"))
                .isEqualTo("jdbc:postgresql://db:5433/mine?user=me&password=secret");
        assertThat(ConfiguredServer.at("jdbc:postgresql://db/any?user=me&password=a%26b", "here")
                        .url("mine"))
                .isEqualTo("jdbc:postgresql://db:5432/mine?user=me&password=a%26b");
    }
}
