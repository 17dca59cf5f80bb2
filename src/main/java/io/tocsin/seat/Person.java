package io.tocsin.seat;

import java.util.List;
import java.util.UUID;

/** A person of the roster, as a value; see {@link RosterPerson} for the meaning of the fields. */
public record Person(
        UUID id,
        String name,
        String email,
        String ring,
        List<String> languages,
        List<String> skills,
        Site site,
        Employment employment,
        boolean clearance,
        List<String> trainedFor,
        boolean homePermission) {}
