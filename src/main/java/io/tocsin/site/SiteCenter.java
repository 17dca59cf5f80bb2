package io.tocsin.site;

import io.tocsin.platform.Mode;
import java.util.List;
import java.util.UUID;

/**
 * What the public may know of a center.
 *
 * @param number as readers in the center's country write it; empty where it has none
 * @param answers whether somebody is there to answer: the center is open
 */
record SiteCenter(
        UUID id,
        String organization,
        String number,
        List<String> languages,
        Mode mode,
        String country,
        boolean answers) {
    String path(String language) {
        return "/notices/" + id + "/" + language;
    }
}
