package kz.uzdik.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Tells Jackson what the records say already: a component may be absent or null only if it is {@link Nullable}. */
final class RecordComponents extends NopAnnotationIntrospector {

    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return member.getDeclaringClass().isRecord() ? !nullable(member) : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        if (annotated instanceof AnnotatedMember member
                && member.getDeclaringClass().isRecord()) {
            return JsonSetter.Value.construct(nullable(member) ? Nulls.SET : Nulls.FAIL, Nulls.FAIL);
        }
        return JsonSetter.Value.empty();
    }

    private static boolean nullable(AnnotatedMember member) {
        var type = type(member);
        return type != null && type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable AnnotatedType type(AnnotatedMember member) {
        if (member instanceof AnnotatedParameter parameter) {
            var owner = (Executable) parameter.getOwner().getMember();
            return owner.getAnnotatedParameterTypes()[parameter.getIndex()];
        }
        return switch (member.getMember()) {
            case Field field -> field.getAnnotatedType();
            case Method method -> method.getAnnotatedReturnType();
            default -> null;
        };
    }
}
