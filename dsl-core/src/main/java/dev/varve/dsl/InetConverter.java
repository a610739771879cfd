package dev.varve.dsl;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.jooq.exception.DataTypeException;
import org.jooq.impl.AbstractConverter;

/** The text of an {@code inet} as an address. Of a network it is the address that stands before the slash. */
final class InetConverter extends AbstractConverter<String, InetAddress> {

    private static final long serialVersionUID = 1L;

    InetConverter() {
        super(String.class, InetAddress.class);
    }

    @Override
    public InetAddress from(String text) {
        if (text == null) {
            return null;
        }
        try {
            return InetAddress.getByName(text.replaceFirst("/\\d+$", ""));
        } catch (UnknownHostException e) {
            throw new DataTypeException("\"" + text + "\" is no address.", e);
        }
    }

    @Override
    public String to(InetAddress address) {
        return address == null ? null : address.getHostAddress();
    }
}
