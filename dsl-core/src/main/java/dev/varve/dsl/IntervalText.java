package dev.varve.dsl;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Period;
import org.jooq.exception.DataTypeException;
import org.postgresql.util.PGInterval;

/** The text of an {@code interval}, in whatever style the server writes it. */
record IntervalText(String text) {

    /**
     * The interval as a duration; a day has 24 hours.
     *
     * @throws DataTypeException if it has months
     */
    Duration duration() {
        PGInterval interval = read();
        if (interval.getYears() != 0 || interval.getMonths() != 0) {
            throw new DataTypeException("The interval \"" + text
                    + "\" has months, which are of no certain duration. Read it as a text: cast(String.class).");
        }
        return Duration.ofDays(interval.getDays())
                .plusHours(interval.getHours())
                .plusMinutes(interval.getMinutes())
                .plusSeconds(interval.getWholeSeconds())
                .plusNanos(interval.getMicroSeconds() * 1_000L);
    }

    /**
     * The interval as a period.
     *
     * @throws DataTypeException if it has hours or what is less
     */
    Period period() {
        PGInterval interval = read();
        boolean isWhole = interval.getHours() == 0 && interval.getMinutes() == 0 && interval.getSeconds() == 0;
        if (!isWhole) {
            throw new DataTypeException("The interval \"" + text
                    + "\" has hours, which no period has. Read it as a text: cast(String.class).");
        }
        return Period.of(interval.getYears(), interval.getMonths(), interval.getDays());
    }

    private PGInterval read() {
        try {
            return new PGInterval(text);
        } catch (SQLException e) {
            throw new DataTypeException("\"" + text + "\" is no interval.", e);
        }
    }
}
