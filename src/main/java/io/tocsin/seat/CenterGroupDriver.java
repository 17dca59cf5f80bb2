package io.tocsin.seat;

import io.tocsin.platform.Json;
import io.tocsin.platform.Mode;
import io.tocsin.provisioning.Made;
import io.tocsin.provisioning.ResourceDriver;
import io.tocsin.provisioning.ResourceKey;
import io.tocsin.provisioning.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The center's group in Keycloak; its name is the center's id, so there can be only one. */
@ApplicationScoped
class CenterGroupDriver implements ResourceDriver {
    private final KeycloakPeople people;

    CenterGroupDriver(KeycloakPeople people) {
        this.people = people;
    }

    @Override
    public String kind() {
        return SeatKinds.GROUP;
    }

    @Override
    public String vendor() {
        return SeatKinds.VENDOR;
    }

    @Override
    public List<Made> find(Work work) {
        return KeycloakFailures.translated(() ->
                people.groupId(KeycloakPeople.groupPath(work.key().centerId())).map(CenterGroupDriver::made).stream()
                        .toList());
    }

    @Override
    public Made create(Work work) {
        return KeycloakFailures.translated(
                () -> made(people.createGroup(work.key().centerId())));
    }

    @Override
    public Made update(Work work) {
        return work.current().orElseThrow();
    }

    @Override
    public void delete(Work work) {
        KeycloakFailures.translated(() -> {
            people.deleteGroup(work.current().orElseThrow().vendorId());
            return null;
        });
    }

    @Override
    public List<Listed> census(UUID centerId, Mode mode) {
        return KeycloakFailures.translated(() -> people.groupId(KeycloakPeople.groupPath(centerId)).stream()
                .map(id -> new Listed(new ResourceKey(centerId, SeatKinds.GROUP_NAME).label(), id))
                .toList());
    }

    private static Made made(String id) {
        return new Made(id, Json.object(Map.of("groupId", id)));
    }
}
