package dev.varve.dsl;

import java.time.Period;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.AbstractConverter;
import org.postgresql.util.PGInterval;

/** The text of an {@code interval} of whole days as a period. */
final class PeriodConverter extends AbstractConverter<String, Period> {

    private static final long serialVersionUID = 1L;

    PeriodConverter() {
        super(String.class, Period.class);
    }

    @Override
    public Period from(String text) {
        return text == null ? null : period(DurationConverter.interval(text));
    }

    private static Period period(PGInterval interval) {
        boolean whole = interval.getHours() == 0 && interval.getMinutes() == 0 && interval.getSeconds() == 0;
        if (!whole) {
            throw new DataTypeException("The interval \"" + interval.getValue()
                    + "\" has hours, which no period has. Read it as a text: cast(String.class).");
        }
        return Period.of(interval.getYears(), interval.getMonths(), interval.getDays());
    }

    @Override
    public String to(Period period) {
        return period == null ? null : period.toString();
    }
}
