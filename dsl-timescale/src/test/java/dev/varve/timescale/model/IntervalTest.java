package dev.varve.timescale.model;

import static dev.varve.timescale.Timescale.days;
import static dev.varve.timescale.Timescale.hours;
import static dev.varve.timescale.Timescale.minutes;
import static dev.varve.timescale.Timescale.months;
import static dev.varve.timescale.Timescale.seconds;
import static dev.varve.timescale.Timescale.weeks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class IntervalTest {

    @Test
    void its_text_has_one_form() {
        assertThat(hours(1)).hasToString("1 hour");
        assertThat(hours(168)).hasToString("7 days").isEqualTo(weeks(1)).isEqualTo(days(7));
        assertThat(minutes(90)).hasToString("1 hour 30 minutes");
        assertThat(months(14)).hasToString("1 year 2 months");
        assertThat(seconds(0)).hasToString("0 seconds");
        assertThat(new Interval(1, Interval.DAY + 1_000_001)).hasToString("1 month 1 day 1 second 1 microsecond");
    }

    @Test
    void a_month_is_no_number_of_days() {
        assertThat(months(1)).isNotEqualTo(days(30));
        assertThat(months(1).fixed()).isEqualTo(days(30));
    }

    @Test
    void intervals_are_compared_by_their_length() {
        assertThat(days(31)).isGreaterThan(months(1));
        assertThat(hours(1).half()).isEqualTo(minutes(30));
        assertThat(hours(1).times(10)).isEqualTo(hours(10));
    }

    @Test
    void a_negative_interval_is_only_made_on_purpose() {
        assertThatThrownBy(() -> hours(-1)).hasMessageStartingWith("A length of time must not be negative, as -1 is.");
        assertThat(hours(25).negated()).hasToString("-1 days -1 hours");
    }

    @Test
    void versions_are_compared_by_their_numbers() {
        assertThat(TimescaleVersion.of("2.9.3")).isLessThan(TimescaleVersion.of("2.27.2"));
        assertThat(TimescaleVersion.of("2.30.0-dev").atLeast(29)).isTrue();
        assertThat(TimescaleVersion.of("2.24.0").atLeast(25)).isFalse();
    }
}
