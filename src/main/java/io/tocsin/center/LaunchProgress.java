package io.tocsin.center;

import io.tocsin.platform.Phrase;
import io.tocsin.provisioning.Resource;
import io.tocsin.provisioning.ResourceState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How far the making of a center is.
 *
 * @param trouble resources that wait for a person
 */
record LaunchProgress(long ready, long wanted, List<Group> groups, List<Resource> trouble) {
    record Group(Phrase kind, long ready, long wanted, String tone, Phrase state) {}

    static LaunchProgress of(List<Resource> resources) {
        Map<String, List<Resource>> byKind = new LinkedHashMap<>();
        resources.stream().filter(r -> !r.isGone()).forEach(r -> byKind.computeIfAbsent(
                        r.kind(), k -> new ArrayList<>())
                .add(r));
        return new LaunchProgress(
                resources.stream().filter(Resource::isReady).count(),
                resources.stream().filter(Resource::wanted).count(),
                byKind.entrySet().stream()
                        .map(e -> group(e.getKey(), e.getValue()))
                        .toList(),
                resources.stream()
                        .filter(r -> r.state() == ResourceState.STUCK || r.state() == ResourceState.DRIFTED)
                        .toList());
    }

    private static Group group(String kind, List<Resource> resources) {
        long wanted = resources.stream().filter(Resource::wanted).count();
        long ready = resources.stream().filter(Resource::isReady).count();
        boolean stuck = resources.stream()
                .anyMatch(r -> r.state() == ResourceState.STUCK || r.state() == ResourceState.DRIFTED);
        Phrase state = stuck
                ? Phrase.of("needs you", "対応が必要")
                : ready < wanted
                        ? Phrase.of("in progress", "作成中")
                        : wanted < resources.size() ? Phrase.of("being removed", "撤去中") : Phrase.of("ready", "完了");
        return new Group(KindWords.of(kind), ready, wanted, stuck ? "bad" : ready < wanted ? "busy" : "good", state);
    }

    public boolean isDone() {
        return ready == wanted;
    }

    public boolean isBegun() {
        return wanted > 0 || !groups.isEmpty();
    }
}
