package kz.uzdik.engines;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP API's limits by route; what a route does not say, the default says.
 *
 * @param standard {@code DefaultRouteSettings}
 * @param own {@code RouteSettings}, by route
 */
record RouteThrottles(Part standard, Part own) {

    /** The limit of the route called {@code key}; null where it has none. */
    @Nullable
    Throttle of(String key) {
        var settings = own.at(key);
        var burst = settings.at("ThrottlingBurstLimit")
                .number(standard.at("ThrottlingBurstLimit").number(0));
        var rate = settings.at("ThrottlingRateLimit")
                .decimal(standard.at("ThrottlingRateLimit").decimal(0));
        if (burst == 0 && rate == 0) {
            return null;
        }
        if (burst < 1 || !(rate > 0)) {
            throw new TemplateException(
                    settings.isAbsent() ? standard.where() : settings.where(),
                    "a rate above 0 and a burst of at least 1 are expected together");
        }
        return new Throttle(rate, burst);
    }

    /** Throws {@link TemplateException} where a limit is for none of {@code routes}. */
    void refuseOthers(Set<String> routes) {
        own.entries().forEach((key, settings) -> {
            if (!routes.contains(key)) {
                throw new TemplateException(settings.where(), "there is no such route");
            }
        });
    }
}
