package kz.uzdik.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import kz.uzdik.contest.definition.ContestDefinition;
import kz.uzdik.contest.definition.DefinitionRules;
import kz.uzdik.contest.definition.Fault;

/** Reads a contest definition and refuses a faulty one, naming every fault by the JSON pointer of its field. */
public final class DefinitionReader {

    private DefinitionReader() {}

    /** Reads {@code json}. Throws {@link DefinitionException} if anything is wrong with it. */
    public static ContestDefinition read(String json) {
        var tree = tree(json);
        if (!tree.isObject()) {
            refuse(List.of(new Fault("", "must be an object")));
        }
        var definition = bind(json, tree);
        var faults = new ArrayList<>(DefinitionRules.check(definition));
        faults.addAll(danglingOpenPoints(definition, tree));
        refuse(faults);
        return definition;
    }

    private static JsonNode tree(String json) {
        try {
            return Json.tree(json);
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            var where = at == null ? "" : ", line " + at.getLineNr() + " column " + at.getColumnNr();
            throw new DefinitionException(List.of(new Fault("", "is not JSON: " + e.getOriginalMessage() + where)));
        }
    }

    /** Binding stops at the first fault; only then is the tree walked for all of them. */
    private static ContestDefinition bind(String json, JsonNode tree) {
        try {
            return Json.read(json, ContestDefinition.class);
        } catch (JsonProcessingException e) {
            refuse(RecordShape.check(tree, ContestDefinition.class));
            var field = e instanceof JsonMappingException mapping ? pointer(mapping) : "";
            throw new DefinitionException(List.of(new Fault(field, e.getOriginalMessage())));
        }
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
                .collect(Collectors.joining());
    }

    private static List<Fault> danglingOpenPoints(ContestDefinition definition, JsonNode tree) {
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < definition.openPoints().size(); i++) {
            var field = definition.openPoints().get(i).field();
            if (!field.startsWith("/") || tree.at(field).isMissingNode()) {
                faults.add(new Fault("/openPoints/" + i + "/field", "\"" + field + "\" points at no field"));
            }
        }
        return faults;
    }

    private static void refuse(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new DefinitionException(faults);
        }
    }
}
