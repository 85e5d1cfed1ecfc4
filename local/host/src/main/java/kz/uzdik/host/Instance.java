package kz.uzdik.host;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import kz.uzdik.wiring.Wiring;

/** One instance of a handler, which serves one call at a time, as in Lambda. */
interface Instance {

    /** Serves {@code event}; what the handler throws comes out as it is. */
    byte[] call(byte[] event, Context context) throws Exception;

    /** A new instance of the class called {@code handler}, made by its constructor that takes a {@link Wiring}. */
    static Instance create(String handler, Wiring wiring) throws ReflectiveOperationException {
        var name = handler.contains("::") ? handler.substring(0, handler.indexOf("::")) : handler;
        var type = Class.forName(name);
        Object made;
        try {
            made = type.getConstructor(Wiring.class).newInstance(wiring);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(name + " could not be made: " + e.getCause(), e.getCause());
        }
        return switch (made) {
            case RequestStreamHandler streams -> (event, context) -> stream(streams, event, context);
            case RequestHandler<?, ?> objects -> typed(objects);
            default -> throw new IllegalStateException(name + " is no handler of Lambda");
        };
    }

    private static byte[] stream(RequestStreamHandler handler, byte[] event, Context context) throws IOException {
        var out = new ByteArrayOutputStream();
        handler.handleRequest(new ByteArrayInputStream(event), out, context);
        return out.toByteArray();
    }

    private static Instance typed(RequestHandler<?, ?> handler) {
        var method = method(handler.getClass());
        var in = Codec.of(method.getGenericParameterTypes()[0]);
        var out = Codec.of(method.getGenericReturnType());
        return (event, context) -> {
            try {
                return out.write(method.invoke(handler, in.read(event), context));
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        };
    }

    private static Method method(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals("handleRequest") && m.getParameterCount() == 2 && !m.isBridge())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " has no handleRequest"));
    }
}
