package kz.uzdik.host;

import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Turns JSON into what a handler takes and back, with the serializers that Lambda's own runtime uses. */
interface Codec {

    /** The object that {@code json} stands for. */
    @Nullable
    Object read(byte[] json);

    /** {@code value} as JSON. */
    byte[] write(@Nullable Object value);

    /** The codec that the runtime would choose for {@code type}. */
    static Codec of(Type type) {
        if (type instanceof Class<?> events && LambdaEventSerializers.isLambdaSupportedEvent(events.getName())) {
            return ofEvents(events);
        }
        return new Pojo<>(JacksonFactory.getInstance().getSerializer(type), Object.class);
    }

    private static <T> Codec ofEvents(Class<T> type) {
        return new Pojo<>(LambdaEventSerializers.serializerFor(type, type.getClassLoader()), type);
    }

    /** One of Lambda's serializers. */
    record Pojo<T>(PojoSerializer<T> serializer, Class<T> type) implements Codec {

        @Override
        public @Nullable Object read(byte[] json) {
            return serializer.fromJson(new ByteArrayInputStream(json));
        }

        @Override
        public byte[] write(@Nullable Object value) {
            var out = new ByteArrayOutputStream();
            serializer.toJson(type.cast(value), out);
            return out.toByteArray();
        }
    }
}
