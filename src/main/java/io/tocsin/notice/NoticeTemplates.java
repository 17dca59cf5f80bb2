package io.tocsin.notice;

import java.util.List;
import java.util.Optional;

/** All notices of a pack. */
public record NoticeTemplates(List<NoticeTemplate> all) {
    public NoticeTemplates {
        all = List.copyOf(all);
    }

    public Optional<NoticeTemplate> find(String name, Channel channel, String language) {
        return all.stream()
                .filter(t -> t.name().equals(name)
                        && t.channel() == channel
                        && t.language().equals(language))
                .findFirst();
    }

    /** Those in a center's languages. */
    public List<NoticeTemplate> in(List<String> languages) {
        return all.stream().filter(t -> languages.contains(t.language())).toList();
    }
}
