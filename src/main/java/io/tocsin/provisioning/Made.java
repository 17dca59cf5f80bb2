package io.tocsin.provisioning;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A resource as it exists outside.
 *
 * @param vendorId the vendor's own id (a SID, a Keycloak id)
 * @param outputs what resources that depend on this one need to know of it, as a JSON object
 */
public record Made(String vendorId, JsonNode outputs) {}
