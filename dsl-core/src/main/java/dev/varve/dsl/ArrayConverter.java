package dev.varve.dsl;

import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Converter;
import org.jooq.impl.AbstractConverter;

/** The text of an array, such as <code>{a,"b c",NULL}</code>, as the array of what its texts are. */
final class ArrayConverter<T> extends AbstractConverter<String, T[]> {

    private static final long serialVersionUID = 1L;

    private final Converter<String, T> element;
    private final char delimiter;

    /** Arrays of a type whose elements stand between delimiters, which are commas but for {@code box}. */
    @SuppressWarnings("unchecked") // the array class of a class is the class of its arrays
    ArrayConverter(Converter<String, T> element, char delimiter) {
        super(String.class, (Class<T[]>) element.toType().arrayType());
        this.element = element;
        this.delimiter = delimiter;
    }

    @Override
    @SuppressWarnings("unchecked") // as above
    public T[] from(String text) {
        if (text == null) {
            return null;
        }
        List<Optional<String>> texts = new ArrayText(text, delimiter).elements();
        T[] all = (T[]) Array.newInstance(element.toType(), texts.size());
        Arrays.setAll(all, i -> texts.get(i).map(element::from).orElse(null));
        return all;
    }

    @Override
    public String to(T[] all) {
        return all == null
                ? null
                : Arrays.stream(all)
                        .map(one -> quoted(element.to(one)))
                        .collect(Collectors.joining(String.valueOf(delimiter), "{", "}"));
    }

    private static String quoted(String text) {
        return text == null ? "NULL" : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
