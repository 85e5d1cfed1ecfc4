package kz.uzdik.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Reads decimals of a sane size only: {@code 1e999999999} is a dozen characters, and takes all memory there is as soon
 * as it is added to another number.
 */
final class BoundedDecimal extends StdScalarDeserializer<BigDecimal> {
    private static final long serialVersionUID = 1L;
    private static final int MOST_DIGITS = 40;

    BoundedDecimal() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var value = NumberDeserializers.BigDecimalDeserializer.instance.deserialize(parser, context);
        if (value != null && (Math.abs((long) value.scale()) > MOST_DIGITS || value.precision() > MOST_DIGITS)) {
            return (BigDecimal)
                    context.handleWeirdNumberValue(BigDecimal.class, value, "has more than %d digits", MOST_DIGITS);
        }
        return value;
    }
}
