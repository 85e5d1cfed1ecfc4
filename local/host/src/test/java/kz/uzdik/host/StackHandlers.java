package kz.uzdik.host;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import kz.uzdik.wiring.Wiring;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The functions of the tests' stack. */
public final class StackHandlers {

    /** Ids of rows that {@link Count} has counted. */
    static final CountDownLatch INTERRUPTED = new CountDownLatch(1);

    static final List<String> COUNTED = new CopyOnWriteArrayList<>();

    /** Times of the schedule's events. */
    static final List<String> TICKS = new CopyOnWriteArrayList<>();

    /** Events of new objects, failed ones too. */
    static final List<JsonNode> CREATED = new CopyOnWriteArrayList<>();

    private StackHandlers() {}

    private static void put(Wiring wiring, String id) {
        try (var client = wiring.client(DynamoDbClient.builder(), "DYNAMODB")) {
            client.putItem(
                    r -> r.tableName(wiring.required("ROWS_TABLE")).item(Map.of("id", AttributeValue.fromS(id))));
        }
    }

    /** Answers what it was asked; puts a row; fails at {@code /v1/faults}. */
    public static final class Web implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

        private final Wiring wiring;

        public Web(Wiring wiring) {
            this.wiring = wiring;
        }

        @Override
        public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
            if (event.getRouteKey().equals("POST /v1/faults")) {
                throw new IllegalStateException("as asked");
            }
            if (event.getRouteKey().startsWith("PUT")) {
                put(wiring, event.getPathParameters().get("row"));
            }
            var authorizer = event.getRequestContext().getAuthorizer();
            var answer = HostJson.object()
                    .put("route", event.getRouteKey())
                    .put(
                            "thing",
                            event.getPathParameters() == null
                                    ? ""
                                    : event.getPathParameters().get("thing"))
                    .put("query", String.valueOf(event.getQueryStringParameters()))
                    .put("language", event.getHeaders().get("accept-language"))
                    .put("forwarded", event.getHeaders().get("x-forwarded-for"))
                    .put("method", event.getRequestContext().getHttp().getMethod())
                    .put("epoch", event.getRequestContext().getTimeEpoch())
                    .put(
                            "region",
                            authorizer == null
                                    ? ""
                                    : authorizer.getJwt().getClaims().get("uzdik_scope"))
                    .put("function", context.getFunctionName());
            return APIGatewayV2HTTPResponse.builder()
                    .withStatusCode(200)
                    .withHeaders(Map.of("Content-Type", "application/json"))
                    .withBody(answer.toString())
                    .build();
        }
    }

    /** Answers, or waits until it is interrupted, as its path says. */
    public static final class Slow implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

        public Slow(Wiring wiring) {
            wiring.required("AWS_REGION");
        }

        @Override
        public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
            if ("never".equals(event.getPathParameters().get("answer"))) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    INTERRUPTED.countDown();
                }
            }
            return APIGatewayV2HTTPResponse.builder().withStatusCode(200).build();
        }
    }

    /** Puts a row named after the object; fails where the object's name says so. */
    public static final class Look implements RequestStreamHandler {

        private final Wiring wiring;

        public Look(Wiring wiring) {
            this.wiring = wiring;
        }

        @Override
        public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
            var event = HostJson.read(in.readAllBytes());
            CREATED.add(event);
            var key = event.path("detail").path("object").path("key").asText();
            if (key.contains("bad")) {
                throw new IOException("cannot look at " + key);
            }
            put(wiring, key);
        }
    }

    /** Counts rows; one whose id says so is reported as failed. */
    public static final class Count implements RequestHandler<DynamodbEvent, StreamsEventResponse> {

        public Count(Wiring wiring) {
            wiring.required("AWS_REGION");
        }

        @Override
        public StreamsEventResponse handleRequest(DynamodbEvent event, Context context) {
            var failures = new java.util.ArrayList<StreamsEventResponse.BatchItemFailure>();
            for (var record : event.getRecords()) {
                var id = record.getDynamodb().getNewImage().get("id").getS();
                if (id.contains("poison")) {
                    failures.add(new StreamsEventResponse.BatchItemFailure(
                            record.getDynamodb().getSequenceNumber()));
                } else if (failures.isEmpty()) {
                    COUNTED.add(id);
                }
            }
            return new StreamsEventResponse(failures);
        }
    }

    /** Notes the time that it was due. */
    public static final class Tick implements RequestHandler<Map<String, Object>, Void> {

        public Tick(Wiring wiring) {
            wiring.required("AWS_REGION");
        }

        @Override
        public Void handleRequest(Map<String, Object> event, Context context) {
            TICKS.add(String.valueOf(event.get("time")));
            return null;
        }
    }
}
