package dev.varve.dsl;

import java.sql.SQLException;
import java.time.Duration;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.AbstractConverter;
import org.postgresql.util.PGInterval;

/** The text of an {@code interval} without months as a duration; a day has 24 hours. */
final class DurationConverter extends AbstractConverter<String, Duration> {

    private static final long serialVersionUID = 1L;

    DurationConverter() {
        super(String.class, Duration.class);
    }

    @Override
    public Duration from(String text) {
        return text == null ? null : duration(interval(text));
    }

    private static Duration duration(PGInterval interval) {
        if (interval.getYears() != 0 || interval.getMonths() != 0) {
            throw new DataTypeException("The interval \"" + interval.getValue()
                    + "\" has months, which are of no certain duration. Read it as a text: cast(String.class).");
        }
        return Duration.ofDays(interval.getDays())
                .plusHours(interval.getHours())
                .plusMinutes(interval.getMinutes())
                .plusSeconds(interval.getWholeSeconds())
                .plusNanos(interval.getMicroSeconds() * 1_000L);
    }

    /** The interval of a text, in whatever style the server writes it. */
    static PGInterval interval(String text) {
        try {
            return new PGInterval(text);
        } catch (SQLException e) {
            throw new DataTypeException("\"" + text + "\" is no interval.", e);
        }
    }

    @Override
    public String to(Duration duration) {
        return duration == null ? null : duration.toString();
    }
}
