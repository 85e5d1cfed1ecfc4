package kz.uzdik.engines;

import org.jspecify.annotations.Nullable;

/**
 * A table as the template describes it, in so far as the engine needs to know.
 *
 * @param logicalId its name in the template
 * @param name its name in the engine
 * @param partitionKey name of the partition key; keys are strings
 * @param sortKey name of the sort key; null if there is none
 * @param streamView {@code NEW_IMAGE} and the like; null if the table has no stream
 * @param timeToLive name of the attribute that holds the time of expiry; null if items stay
 */
public record TableSpec(
        String logicalId,
        String name,
        String partitionKey,
        @Nullable String sortKey,
        @Nullable String streamView,
        @Nullable String timeToLive) {}
