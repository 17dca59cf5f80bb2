package io.tocsin.desk;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** From where the seats of a site may work, and from where a request really comes. */
@ApplicationScoped
class Networks {
    private final Map<String, List<Cidr>> sites;
    private final List<Cidr> proxies;

    Networks(DeskConfig config) {
        this.sites = config.networks().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        site -> site.getValue().stream().map(Cidr::parse).toList()));
        this.proxies =
                config.proxies().orElse(List.of()).stream().map(Cidr::parse).toList();
    }

    boolean allows(String site, String address) {
        List<Cidr> allowed = sites.get(site);
        return allowed == null || allowed.stream().anyMatch(network -> network.contains(address));
    }

    /**
     * The nearest address that none of our proxies has: what stands before it anybody can write.
     *
     * @param peer who is connected to us
     * @param forwarded {@code X-Forwarded-For}; null for none
     */
    String origin(String peer, String forwarded) {
        String origin = peer;
        String[] hops = forwarded == null ? new String[0] : forwarded.split(",");
        for (int i = hops.length - 1; i >= 0 && isProxy(origin); i--) {
            origin = hops[i].strip();
        }
        return origin;
    }

    private boolean isProxy(String address) {
        return proxies.stream().anyMatch(proxy -> proxy.contains(address));
    }
}
