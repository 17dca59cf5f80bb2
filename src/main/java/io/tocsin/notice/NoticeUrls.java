package io.tocsin.notice;

import io.tocsin.platform.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Addresses of the public notice pages; known before anything is published, so that notices can name them. */
@ApplicationScoped
public class NoticeUrls {
    private final String baseUrl;

    NoticeUrls(@ConfigProperty(name = "tocsin.public-base-url") PublicUrl baseUrl) {
        this.baseUrl = baseUrl.base();
    }

    public String of(UUID centerId, String language) {
        return baseUrl + "/notices/" + centerId + "/" + language;
    }
}
