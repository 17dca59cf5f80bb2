package io.tocsin.drill.twiml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TwimlReaderTest {
    @Test
    void readsVerbsWithTheCarriersDefaults() throws Exception {
        var verbs = TwimlReader.read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <Response><Gather numDigits="1" action="/next"><Say language="ja-JP">番号を</Say><Pause/></Gather>
                <Redirect>/again</Redirect><Record maxLength="60"/><Dial><Client>agent</Client></Dial></Response>""");

        assertThat(verbs).hasSize(4);
        Verb.Gather gather = (Verb.Gather) verbs.getFirst();
        assertThat(gather.timeout()).isEqualTo(5);
        assertThat(gather.finishOnKey()).isEqualTo("#");
        assertThat(gather.prompts()).containsExactly(new Verb.Say("番号を", "ja-JP"), new Verb.Pause(1));
        assertThat(((Verb.Dial) verbs.getLast()).parties()).containsExactly(new Verb.Party("Client", "client:agent"));
    }

    @Test
    void refusesWhatTheCarrierWouldRefuse() {
        for (String broken : new String[] {
            "",
            "{}",
            "<Response><Say>",
            "<Html/>",
            "<Response><Shout>!</Shout></Response>",
            "<Response><Gather><Hangup/></Gather></Response>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><Response><Say>&e;</Say></Response>"
        }) {
            assertThatThrownBy(() -> TwimlReader.read(broken)).as(broken).isInstanceOf(TwimlReader.NotTwiml.class);
        }
    }
}
