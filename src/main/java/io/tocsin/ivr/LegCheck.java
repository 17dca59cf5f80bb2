package io.tocsin.ivr;

import io.tocsin.platform.Phrase;
import java.io.StringReader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Looks at one answer of a walk. Pure. */
final class LegCheck {
    private static final XMLInputFactory XML = XMLInputFactory.newFactory();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    }

    private LegCheck() {}

    /** What is wrong with the answer; empty if a caller is served. */
    static Optional<Phrase> wrong(Leg leg, UUID centerId, int status, String body) {
        if (status != 200) {
            return Optional.of(Phrase.of("The webhook answered with status %d", "Webhook がステータス %d を返しました")
                    .with(status));
        }
        Set<String> verbs = new HashSet<>();
        boolean silent;
        try {
            silent = read(body, verbs);
        } catch (XMLStreamException e) {
            return Optional.of(Phrase.of("The answer is not TwiML: %s", "応答が TwiML ではありません: %s")
                    .with(e.getMessage()));
        }
        Set<String> missing = new HashSet<>(leg.verbs());
        missing.removeAll(verbs);
        if (!missing.isEmpty()) {
            return Optional.of(Phrase.of("The caller should get %s, but does not", "発信者に届くはずの %s が応答にありません")
                    .with(String.join(", ", missing)));
        }
        if (silent) {
            return Optional.of(Phrase.of("The caller hears nothing here", "ここでは何も聞こえません"));
        }
        boolean named = leg.verbs().contains("Gather")
                || leg.verbs().contains("Record")
                || leg.verbs().contains("Enqueue");
        if (named && !leg.leadsTo().isEmpty() && !body.contains(centerId + "/" + leg.leadsTo() + "/")) {
            return Optional.of(Phrase.of("The caller should come to '%s', but comes elsewhere", "'%s' に進むはずが、別の場所に進みます")
                    .with(leg.leadsTo()));
        }
        return Optional.empty();
    }

    /** Collects the verbs; whether some words to be spoken are empty. */
    private static boolean read(String body, Set<String> verbs) throws XMLStreamException {
        XMLStreamReader reader = XML.createXMLStreamReader(new StringReader(body));
        boolean silent = false;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                String verb = reader.getLocalName();
                verbs.add(verb);
                if (verb.equals("Say")) {
                    silent |= reader.getElementText().isBlank();
                }
            }
        }
        return silent;
    }
}
