package kz.uzdik.engines;

/**
 * How many requests a route takes, as API Gateway's token bucket has it.
 *
 * @param perSecond tokens that come back each second, above 0
 * @param burst tokens that the bucket holds, at least 1
 */
public record Throttle(double perSecond, int burst) {}
