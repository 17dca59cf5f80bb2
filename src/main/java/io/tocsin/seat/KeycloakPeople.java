package io.tocsin.seat;

import io.tocsin.platform.Json;
import io.tocsin.provisioning.Made;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.GroupsResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.admin.client.resource.UsersResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The few things Tocsin does in Keycloak: one group per center, people in and out of it. */
@ApplicationScoped
class KeycloakPeople {
    /** Person's id in the roster, as a user's attribute. */
    static final String PERSON = "tocsinPerson";
    /** Marks users that Tocsin made, and so may remove. */
    static final String MADE = "tocsinMade";
    /** Centers that the person has been invited to. */
    static final String INVITED = "tocsinInvited";

    private static final String PARENT = "/centers";

    private final Keycloak keycloak;
    // Each is made once: making them anew for a call costs more than the call.
    private final RealmResource realm;
    private final UsersResource users;
    private final GroupsResource groups;

    // One client for the process: the one that Quarkus would make lives for one request, and drivers serve none.
    KeycloakPeople(
            @ConfigProperty(name = "tocsin.keycloak.url") String url,
            @ConfigProperty(name = "tocsin.keycloak.realm") String realm,
            @ConfigProperty(name = "tocsin.keycloak.provisioner-secret") String secret) {
        this.keycloak = KeycloakBuilder.builder()
                .serverUrl(url)
                .realm(realm)
                .clientId("tocsin-provisioner")
                .clientSecret(secret)
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .build();
        this.realm = keycloak.realm(realm);
        this.users = this.realm.users();
        this.groups = this.realm.groups();
    }

    @PreDestroy
    void close() {
        keycloak.close();
    }

    /** Empty where Keycloak says that there is no such thing (404); its client has no exception of its own for that. */
    private static <T> Optional<T> ifThere(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    static String groupPath(UUID centerId) {
        return PARENT + "/" + centerId;
    }

    Optional<String> groupId(String path) {
        return ifThere(() -> realm.getGroupByPath(path).getId());
    }

    /** The center's group, made if it is not there. */
    String createGroup(UUID centerId) {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(centerId.toString());
        String parent = groupId(PARENT)
                .orElseThrow(() ->
                        KeycloakFailures.ofStatus(400, new IllegalStateException("the realm has no group " + PARENT)));
        try (Response response = groups.group(parent).subGroup(group)) {
            return switch (response.getStatus()) {
                case 201 -> idIn(response);
                case 409 -> groupId(groupPath(centerId)).orElseThrow();
                default -> throw KeycloakFailures.ofStatus(response.getStatus(), null);
            };
        }
    }

    void deleteGroup(String id) {
        ifThere(() -> {
            groups.group(id).remove();
            return id;
        });
    }

    List<UserRepresentation> members(String groupId) {
        List<UserRepresentation> all = new ArrayList<>();
        List<UserRepresentation> page;
        do {
            page = groups.group(groupId).members(all.size(), 200, false);
            all.addAll(page);
        } while (page.size() == 200);
        return all;
    }

    /** Makes the user with the center's group and the first log-in's actions; empty if there is such a user already. */
    Optional<String> createUser(SeatIdentitySpec spec, UUID centerId) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(spec.email());
        user.setEmail(spec.email());
        user.setFirstName(spec.name());
        user.setEnabled(true);
        user.setEmailVerified(false);
        user.setRequiredActions(List.of("UPDATE_PASSWORD", "CONFIGURE_TOTP"));
        user.setGroups(List.of(groupPath(centerId)));
        user.setAttributes(Map.of(PERSON, List.of(spec.personId().toString()), MADE, List.of("true")));
        try (Response response = users.create(user)) {
            return switch (response.getStatus()) {
                case 201 -> Optional.of(idIn(response));
                case 409 -> Optional.empty();
                default -> throw KeycloakFailures.ofStatus(response.getStatus(), null);
            };
        }
    }

    /** Of what was created: its address ends with it. */
    private static String idIn(Response created) {
        String location = created.getLocation().getPath();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    Optional<UserRepresentation> userByEmail(String email) {
        return users.searchByEmail(email, true).stream().findFirst();
    }

    Optional<UserRepresentation> user(String id) {
        return ifThere(() -> users.get(id).toRepresentation());
    }

    List<String> centerGroups(String userId) {
        return users.get(userId).groups().stream()
                .map(GroupRepresentation::getPath)
                .filter(path -> path.startsWith(PARENT + "/"))
                .toList();
    }

    /** Takes a person who exists already into the center's group. */
    void join(UserRepresentation user, String groupId, UUID personId) {
        UserResource resource = users.get(user.getId());
        resource.joinGroup(groupId);
        if (user.getAttributes() == null || !user.getAttributes().containsKey(PERSON)) {
            setAttribute(user, PERSON, List.of(personId.toString()));
        }
        if (!Boolean.TRUE.equals(user.isEnabled())) {
            user.setEnabled(true);
            resource.update(user);
        }
    }

    void setAttribute(UserRepresentation user, String name, List<String> values) {
        Map<String, List<String>> attributes =
                user.getAttributes() == null ? new HashMap<>() : new HashMap<>(user.getAttributes());
        attributes.put(name, values);
        user.setAttributes(attributes);
        // What the person has done meanwhile stands: absent, required actions are left as they are.
        user.setRequiredActions(null);
        users.get(user.getId()).update(user);
    }

    /** Sends Keycloak's mail with the link to the first log-in's actions. */
    void sendFirstLogin(UserRepresentation user) {
        users.get(user.getId()).executeActionsEmail(user.getRequiredActions());
    }

    /**
     * Ends the person's part in a center: out of its group, and with the last center out of all sessions; the user goes
     * too where Tocsin made it for centers only. Whoever has another center goes on working there undisturbed.
     */
    void leave(String userId, UUID centerId) {
        UserResource resource = users.get(userId);
        ifThere(() -> {
            groupId(groupPath(centerId)).ifPresent(resource::leaveGroup);
            if (!centerGroups(userId).isEmpty()) {
                return userId;
            }
            resource.logout();
            UserRepresentation user = resource.toRepresentation();
            if (user.getAttributes() != null && user.getAttributes().containsKey(MADE)) {
                users.delete(userId).close();
            }
            return userId;
        });
    }

    /** Whoever is logged in with this address is not any more. */
    void endSessions(String email) {
        userByEmail(email)
                .ifPresent(user -> ifThere(() -> {
                    users.get(user.getId()).logout();
                    return user;
                }));
    }

    static Made made(String userId) {
        return new Made(userId, Json.object(Map.of("userId", userId)));
    }
}
