package io.tocsin.seat;

import io.tocsin.platform.Mode;
import io.tocsin.provisioning.Made;
import io.tocsin.provisioning.ResourceDriver;
import io.tocsin.provisioning.ResourceKey;
import io.tocsin.provisioning.Work;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.keycloak.representations.idm.UserRepresentation;

/** A person's log-in in a center: the user, made if nobody has it yet, in the center's group. */
@ApplicationScoped
class SeatIdentityDriver implements ResourceDriver {
    private final KeycloakPeople people;
    private final PersonLocks locks;

    SeatIdentityDriver(KeycloakPeople people, PersonLocks locks) {
        this.people = people;
        this.locks = locks;
    }

    @Override
    public String kind() {
        return SeatKinds.IDENTITY;
    }

    @Override
    public String vendor() {
        return SeatKinds.VENDOR;
    }

    @Override
    public List<Made> find(Work work) {
        String group = KeycloakPeople.groupPath(work.key().centerId());
        return KeycloakFailures.translated(() -> people
                .userByEmail(work.spec(SeatIdentitySpec.class).email())
                .filter(user -> people.centerGroups(user.getId()).contains(group))
                .map(user -> KeycloakPeople.made(user.getId()))
                .stream()
                .toList());
    }

    @Override
    public Made create(Work work) {
        SeatIdentitySpec spec = work.spec(SeatIdentitySpec.class);
        UUID centerId = work.key().centerId();
        return KeycloakFailures.translated(() -> people.createUser(spec, centerId)
                .map(KeycloakPeople::made)
                .orElseGet(() -> locks.whileHolding(spec.email(), () -> takeIn(work, spec))));
    }

    private Made takeIn(Work work, SeatIdentitySpec spec) {
        Optional<UserRepresentation> known = people.userByEmail(spec.email());
        if (known.isEmpty()) {
            // another center off-boarded the person meanwhile
            return KeycloakPeople.made(
                    people.createUser(spec, work.key().centerId()).orElseThrow());
        }
        people.join(known.get(), work.dependency(SeatKinds.GROUP_NAME).vendorId(), spec.personId());
        return KeycloakPeople.made(known.get().getId());
    }

    @Override
    public Made update(Work work) {
        SeatIdentitySpec spec = work.spec(SeatIdentitySpec.class);
        return KeycloakFailures.translated(() -> {
            String userId = work.current().orElseThrow().vendorId();
            Optional<UserRepresentation> user = people.user(userId);
            if (user.isEmpty()) {
                return create(work);
            }
            return locks.whileHolding(spec.email(), () -> {
                people.join(user.get(), work.dependency(SeatKinds.GROUP_NAME).vendorId(), spec.personId());
                return KeycloakPeople.made(userId);
            });
        });
    }

    @Override
    public void delete(Work work) {
        SeatIdentitySpec spec = work.spec(SeatIdentitySpec.class);
        KeycloakFailures.translated(() -> locks.whileHolding(spec.email(), () -> {
            people.leave(work.current().orElseThrow().vendorId(), work.key().centerId());
            return null;
        }));
    }

    @Override
    public List<Listed> census(UUID centerId, Mode mode) {
        return KeycloakFailures.translated(() -> people.groupId(KeycloakPeople.groupPath(centerId)).stream()
                .flatMap(group -> people.members(group).stream())
                .map(user -> new Listed(
                        new ResourceKey(centerId, SeatKinds.IDENTITY_PREFIX + personId(user)).label(), user.getId()))
                .toList());
    }

    private static String personId(UserRepresentation user) {
        return user.getAttributes() == null
                ? "unknown"
                : user.getAttributes()
                        .getOrDefault(KeycloakPeople.PERSON, List.of("unknown"))
                        .get(0);
    }
}
