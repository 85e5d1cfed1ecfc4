package kz.uzdik.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import kz.uzdik.contest.definition.Component;
import kz.uzdik.contest.definition.Identity;
import kz.uzdik.contest.ranking.Rating;
import kz.uzdik.contest.vote.SurveyAct;

/**
 * The one JSON mapper. Reading is strict: an unknown, missing, doubled or mistyped field is an error that names it.
 * Writing is canonical: fields in the records' order, map keys sorted, numbers plain, no absent values.
 */
public final class Json {

    /** Shared and immutable; safe for use by many threads. */
    public static final JsonMapper MAPPER = mapper();

    private Json() {}

    /**
     * Reads {@code json} as {@code type}. Throws {@link JsonProcessingException} with the path of the fault; the word
     * {@code null} is one.
     */
    public static <T> T read(String json, Class<T> type) throws JsonProcessingException {
        var read = MAPPER.readValue(json, type);
        if (read == null) {
            throw MismatchedInputException.from((JsonParser) null, type, "null is no " + type.getSimpleName());
        }
        return read;
    }

    /** Reads what this project wrote itself; a fault in it is an error of the program, thrown unchecked. */
    public static <T> T readOwn(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not as written: " + type.getSimpleName(), e);
        }
    }

    /** Writes {@code value} on one line. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes {@code value} indented, as UTF-8 bytes ending in a line feed: the same value gives the same bytes. */
    public static byte[] writeCanonical(Object value) {
        try {
            var text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value);
            return (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads {@code json} as a tree. */
    public static JsonNode tree(String json) throws JsonProcessingException {
        return MAPPER.readTree(json);
    }

    private static JsonMapper mapper() {
        var builder = JsonMapper.builder()
                .findAndAddModules()
                .annotationIntrospector(
                        AnnotationIntrospector.pair(new RecordComponents(), new JacksonAnnotationIntrospector()))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .addMixIn(Component.class, ByKind.class)
                .addMixIn(Identity.class, ByKind.class)
                .addMixIn(Rating.Outcome.class, ByKind.class)
                .addMixIn(Rating.Missing.class, ByKind.class)
                .addMixIn(SurveyAct.What.class, ByKind.class)
                .withCoercionConfig(
                        LogicalType.Textual,
                        config -> config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
        builder.addModule(new SimpleModule("strict")
                .addDeserializer(BigDecimal.class, new BoundedDecimal())
                .addDeserializer(LocalDate.class, new StrictDate()));
        builder.registerSubtypes(
                new NamedType(Component.OfSheet.class, "sheet"),
                new NamedType(Component.OfSurvey.class, "survey"),
                new NamedType(Component.OfStage.class, "stage"),
                new NamedType(Identity.Code.class, "code"),
                new NamedType(Identity.Oidc.class, "oidc"),
                new NamedType(Identity.Invite.class, "invite"),
                new NamedType(Rating.Outcome.Chosen.class, "chosen"),
                new NamedType(Rating.Outcome.Displaced.class, "displaced"),
                new NamedType(Rating.Outcome.NotChosen.class, "notChosen"),
                new NamedType(Rating.Outcome.Open.class, "open"),
                new NamedType(Rating.Missing.Quorum.class, "quorum"),
                new NamedType(Rating.Missing.SheetNotFiled.class, "sheetNotFiled"),
                new NamedType(Rating.Missing.NobodyToJudge.class, "nobodyToJudge"),
                new NamedType(Rating.Missing.NoCommission.class, "noCommission"),
                new NamedType(Rating.Missing.CastingVoteNeeded.class, "castingVoteNeeded"),
                new NamedType(SurveyAct.Annulment.class, "annulment"),
                new NamedType(SurveyAct.Reinstatement.class, "reinstatement"),
                new NamedType(SurveyAct.Freeze.class, "freeze"),
                new NamedType(SurveyAct.Unfreeze.class, "unfreeze"),
                new NamedType(SurveyAct.Extension.class, "extension"));
        var mapper = builder.build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(32)
                        .maxStringLength(1_000_000)
                        .build());
        return mapper;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface ByKind {}
}
