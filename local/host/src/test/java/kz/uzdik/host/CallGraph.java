package kz.uzdik.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;

/**
 * What a handler of a packaged jar can come to call, from the bytecode of our own classes in it: every overriding method
 * counts as called, and of a made object that is someone else's type (a stream, a channel) every method.
 */
final class CallGraph {

    /**
     * A call.
     *
     * @param owner the class, with slashes
     * @param argument the first text loaded since the call before; empty if none
     */
    record Call(String owner, String method, String descriptor, String argument) {}

    private record Body(List<Call> calls) {}

    private static final String OURS = "kz/uzdik/";
    private static final Set<String> PLAIN =
            Set.of("java/lang/Object", "java/lang/Record", "java/lang/Enum", "java/lang/RuntimeException");

    private final Map<String, ClassModel> classes = new HashMap<>();
    private final Map<String, Body> bodies = new HashMap<>();
    private final Map<String, Set<String>> below = new HashMap<>();

    /** Reads our classes in {@code jar}. */
    static CallGraph of(Path jar) {
        var graph = new CallGraph();
        try (var file = new JarFile(jar.toFile())) {
            for (var entry : file.stream().toList()) {
                if (entry.getName().startsWith(OURS) && entry.getName().endsWith(".class")) {
                    graph.add(ClassFile.of().parse(file.getInputStream(entry).readAllBytes()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return graph;
    }

    /** Every call to someone else's code, and to our own, that the class {@code handler} can come to make. */
    Set<Call> reachableFrom(String handler) {
        var found = new LinkedHashSet<Call>();
        var seen = new HashSet<String>();
        var open = new ArrayDeque<String>();
        everyMethod(handler.replace('.', '/')).forEach(open::add);
        while (!open.isEmpty()) {
            var method = open.remove();
            if (!seen.add(method) || !bodies.containsKey(method)) {
                continue;
            }
            for (var call : bodies.get(method).calls()) {
                found.add(call);
                open.addAll(targets(call));
            }
        }
        return found;
    }

    private void add(ClassModel type) {
        var name = type.thisClass().asInternalName();
        classes.put(name, type);
        type.superclass().ifPresent(s -> below(s.asInternalName()).add(name));
        type.interfaces().forEach(i -> below(i.asInternalName()).add(name));
        type.methods()
                .forEach(m -> bodies.put(
                        key(name, m.methodName().stringValue(), m.methodType().stringValue()), body(m)));
    }

    private Set<String> below(String type) {
        return below.computeIfAbsent(type, t -> new HashSet<>());
    }

    private static Body body(MethodModel method) {
        var calls = new ArrayList<Call>();
        var argument = "";
        for (var element : method.code().map(c -> c.elementList()).orElse(List.of())) {
            switch (element) {
                case ConstantInstruction constant
                when constant.constantValue() instanceof String text -> argument = argument.isEmpty() ? text : argument;
                case InvokeInstruction call -> {
                    calls.add(new Call(
                            call.owner().asInternalName(),
                            call.name().stringValue(),
                            call.type().stringValue(),
                            argument));
                    argument = "";
                }
                case InvokeDynamicInstruction dynamic ->
                    dynamic.bootstrapArgs().forEach(handle -> lambda(handle, calls));
                default -> {}
            }
        }
        return new Body(calls);
    }

    private static void lambda(ConstantDesc argument, List<Call> calls) {
        if (argument instanceof DirectMethodHandleDesc handle) {
            var owner = handle.owner().descriptorString();
            calls.add(new Call(
                    owner.substring(1, owner.length() - 1), handle.methodName(), handle.lookupDescriptor(), ""));
        }
    }

    private List<String> targets(Call call) {
        var targets = new ArrayList<String>();
        if (!classes.containsKey(call.owner())) {
            return targets;
        }
        targets.add(key(call.owner(), "<clinit>", "()V"));
        if (call.method().equals("<init>")) {
            targets.add(key(call.owner(), "<init>", call.descriptor()));
            if (isSomeoneElsesType(call.owner())) {
                targets.addAll(everyMethod(call.owner()));
            }
            return targets;
        }
        for (var type = call.owner(); type != null; type = above(type)) {
            targets.add(key(type, call.method(), call.descriptor()));
        }
        overriding(call.owner()).forEach(type -> targets.add(key(type, call.method(), call.descriptor())));
        return targets;
    }

    private Set<String> overriding(String type) {
        var all = new HashSet<String>();
        for (var direct : below.getOrDefault(type, Set.of())) {
            all.add(direct);
            all.addAll(overriding(direct));
        }
        return all;
    }

    private boolean isSomeoneElsesType(String name) {
        var type = classes.get(name);
        if (type == null) {
            return !PLAIN.contains(name);
        }
        return isSomeoneElsesType(type.superclass().orElseThrow().asInternalName())
                || type.interfaces().stream().anyMatch(i -> isSomeoneElsesType(i.asInternalName()));
    }

    private String above(String name) {
        var type = classes.get(name);
        return type == null
                ? null
                : type.superclass().map(s -> s.asInternalName()).orElse(null);
    }

    private List<String> everyMethod(String name) {
        var type = classes.get(name);
        if (type == null) {
            throw new IllegalStateException("the jar has no class " + name);
        }
        return type.methods().stream()
                .filter(m -> !m.flags().has(AccessFlag.ABSTRACT))
                .map(m -> key(name, m.methodName().stringValue(), m.methodType().stringValue()))
                .toList();
    }

    private static String key(String owner, String method, String descriptor) {
        return owner + "." + method + descriptor;
    }
}
